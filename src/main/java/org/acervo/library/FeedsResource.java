package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.SetSpec;
import org.acervo.oai.SetDescription;
import org.acervo.oai.Sets;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Sightings;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What was published or changed last, of all and of each set, for whoever reads feeds (RFC 4287). */
@Path("feeds")
@Dependent
public class FeedsResource {

    private final Feeds feeds;
    private final Disseminations disseminations;
    private final Sets sets;
    private final Vocabularies vocabularies;
    private final Sightings sightings;

    @Inject
    FeedsResource(
            Feeds feeds, Disseminations disseminations, Sets sets, Vocabularies vocabularies, Sightings sightings) {
        this.sightings = sightings;
        this.feeds = feeds;
        this.disseminations = disseminations;
        this.sets = sets;
        this.vocabularies = vocabularies;
    }

    /** The newest of all. */
    @GET
    @Path("newest.atom")
    public Response newest(@Context HttpServletRequest http, @Context Request request) {
        return answer(null, http, request);
    }

    /**
     * The newest of a set, such as {@code theme/migration-data.atom}.
     *
     * @throws NotFoundException where there is no such set
     */
    @GET
    @Path("{family}/{code}.atom")
    public Response ofSet(
            @PathParam("family") String family,
            @PathParam("code") String code,
            @Context HttpServletRequest http,
            @Context Request request) {
        SetSpec set = SetSpec.parse(family + ":" + code)
                .filter(disseminations.sets()::contains)
                .orElseThrow(NotFoundException::new);
        return answer(sets.describe(List.of(set)).get(0), http, request);
    }

    private Response answer(@Nullable SetDescription set, HttpServletRequest http, Request request) {
        Reader reader = new Reader(PageRequest.of(http), vocabularies);
        List<DisseminatedRecord> newest = feeds.newest(set == null ? null : set.spec());
        byte[] body = feeds.write(feed(set, reader), newest, reader).getBytes(StandardCharsets.UTF_8);
        return sightings
                .answer(Feeds.answer(), body, reader.language(), http, request)
                .build();
    }

    static Feeds.Feed feed(@Nullable SetDescription set, Reader reader) {
        if (set == null) {
            return new Feeds.Feed(reader.text("home.newest"), Map.of(), "");
        }
        String[] spec = set.spec().value().split(":", 2);
        String page =
                switch (spec[0]) {
                    case "theme", "mission", "collection" -> spec[0] + "s/" + spec[1];
                    case "lang" -> "search?language=" + spec[1];
                    default -> "search?" + spec[0] + "=" + spec[1];
                };
        return new Feeds.Feed(set.name().in(reader.language()), Map.of(), page);
    }
}
