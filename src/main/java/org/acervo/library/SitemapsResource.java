package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.pages.Pages;
import org.acervo.vocabulary.Vocabularies;

/** Tells search engines of every page, and when it last changed (protocol of sitemaps 0.9). */
@Path("/")
@Dependent
public class SitemapsResource {

    private static final int MOST_SERIES = 10_000;

    private final Stretches stretches;
    private final Publications publications;
    private final Vocabularies vocabularies;
    private final Repository repository;

    @Inject
    SitemapsResource(Stretches stretches, Publications publications, Vocabularies vocabularies, Repository repository) {
        this.stretches = stretches;
        this.publications = publications;
        this.vocabularies = vocabularies;
        this.repository = repository;
    }

    /** The list of all sitemaps. */
    @GET
    @Path("sitemap.xml")
    public Response index() {
        List<Stretches.Stretch> all = stretches.all();
        return xml(out -> {
            try (SitemapWriter index = SitemapWriter.index(out, false)) {
                index.entry(address("pages"), null);
                all.forEach(each -> index.entry(address(Long.toString(each.index())), each.last()));
            }
        });
    }

    /** Pages that are not of one publication; when such a list last changed nobody knows, so it is not said. */
    @GET
    @Path("sitemaps/pages.xml")
    public Response pages() {
        List<String> pages = new ArrayList<>(Pages.PARTS);
        pages.remove("search");
        vocabularies.themes().all().forEach(each -> pages.add("themes/" + each.code()));
        vocabularies.missions().all().forEach(each -> pages.add("missions/" + each.code()));
        publications.collections().forEach(each -> pages.add("collections/" + each.code()));
        publications.series(MOST_SERIES).forEach(each -> pages.add(Reader.seriesPath(each.slug())));
        return xml(out -> {
            try (SitemapWriter list = SitemapWriter.list(out, false)) {
                pages.forEach(each -> list.entry(repository.baseUrl() + "/" + each, null));
            }
        });
    }

    /**
     * The pages of a stretch of publications.
     *
     * @throws NotFoundException where there is none
     */
    @GET
    @Path("sitemaps/{index:[0-9]{1,12}}.xml")
    public Response publications(@PathParam("index") long index) {
        if (stretches.all().stream().noneMatch(each -> each.index() == index)) {
            throw new NotFoundException();
        }
        return xml(out -> {
            try (SitemapWriter list = SitemapWriter.list(out, false)) {
                stretches.read(index, each -> {
                    if (!each.deleted()) {
                        list.entry(repository.landingPage(each.id()), each.datestamp());
                    }
                });
            }
        });
    }

    private String address(String name) {
        return repository.baseUrl() + "/sitemaps/" + name + ".xml";
    }

    /** A document that is written while it is sent. */
    static Response xml(StreamingOutput body) {
        return Response.ok(body)
                .header("Content-Type", "application/xml; charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
