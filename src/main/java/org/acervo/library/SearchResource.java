package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.catalog.Collection;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.XmlWriter;
import org.acervo.pages.Freshness;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Query;
import org.acervo.pages.Sightings;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Hit;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Sort;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.Vocabularies;

/** Search for everybody: its address is all its state. The same hits as a feed, and how browsers and programs may search. */
@Path("")
@Dependent
public class SearchResource {

    private static final Set<String> OTHERS = Set.of("q", "from", "to", "sort", "size", "after");
    private static final int ENTRIES = 30;

    /** Of one facet; the page offers no more, and each of its links has them all. */
    private static final int MOST_VALUES = 40;

    /** All of them together, in characters. */
    private static final int LONGEST_VALUES = 600;

    private static final int LONGEST_SHORT_NAME = 16;

    private final Searching searching;
    private final Cards cards;
    private final Feeds feeds;
    private final Publications publications;
    private final Disseminations disseminations;
    private final LibraryTemplates templates;
    private final Sightings sightings;
    private final Vocabularies vocabularies;
    private final Repository repository;

    @Inject
    SearchResource(
            Searching searching,
            Cards cards,
            Feeds feeds,
            Publications publications,
            Disseminations disseminations,
            LibraryTemplates templates,
            Sightings sightings,
            Vocabularies vocabularies,
            Repository repository) {
        this.searching = searching;
        this.cards = cards;
        this.feeds = feeds;
        this.publications = publications;
        this.disseminations = disseminations;
        this.templates = templates;
        this.sightings = sightings;
        this.vocabularies = vocabularies;
        this.repository = repository;
    }

    @GET
    @Path("search")
    public Response search(@Context HttpServletRequest http, @Context Request request) {
        PageRequest asked = PageRequest.ofAll(http);
        Search.Read read = read(asked);
        Found found = searching.find(read.search());
        String page = templates.fill("search", asked, reader -> new SearchPages(
                        cards, new FacetNames(reader, vocabularies, collections(reader)), reader, "search")
                .page(read, found));
        Response.ResponseBuilder whole = Pages.html(200, page).header("Server-Timing", timing(found));
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        return sightings.answer(whole, body, asked.language(), http, request).build();
    }

    /** How much of the time went into the index, for whoever measures (Server Timing, section 2). */
    private static String timing(Found found) {
        return String.format(Locale.ROOT, "search;dur=%.2f", found.millis());
    }

    /** The hits that changed last. */
    @GET
    @Path("search.atom")
    public Response feed(@Context HttpServletRequest http, @Context Request request) {
        PageRequest asked = PageRequest.ofAll(http);
        Reader reader = new Reader(asked, vocabularies);
        Search search = read(asked).search();
        List<DisseminatedRecord> newest =
                searching.find(search.sorted(Sort.CHANGED).sized(ENTRIES).from(null)).hits().stream()
                        .map(Hit::id)
                        .flatMap(id -> disseminations.find(id, Dissemination.HEADER).stream())
                        .toList();
        Map<String, List<String>> arguments =
                new LinkedHashMap<>(search.from(null).parameters());
        String title = search.text().isEmpty() ? reader.text("search") : reader.text("search") + ": " + search.text();
        Feeds.Feed feed = new Feeds.Feed(title, arguments, "search" + Query.of(arguments));
        byte[] body = feeds.write(feed, newest, reader).getBytes(StandardCharsets.UTF_8);
        return sightings
                .answer(Feeds.answer(), body, asked.language(), http, request)
                .build();
    }

    /** How a browser or a program may search here (OpenSearch 1.1). */
    @GET
    @Path("opensearch.xml")
    public Response description(@Context HttpServletRequest http, @Context Request request) {
        Reader reader = new Reader(PageRequest.of(http), vocabularies);
        String name = repository.name();
        String search = repository.baseUrl() + "/search";
        String words = "?q={searchTerms}&lang=" + reader.language().tag();
        XmlWriter xml = new XmlWriter()
                .start("OpenSearchDescription")
                .attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/")
                .element(
                        "ShortName",
                        name.length() <= LONGEST_SHORT_NAME
                                ? name
                                : name.substring(0, LONGEST_SHORT_NAME).strip())
                .element("Description", reader.text("home.lead"));
        url(xml, "text/html", search + words);
        url(xml, "application/atom+xml", search + ".atom" + words);
        xml.element("Contact", repository.adminEmail())
                .element("Language", reader.language().tag())
                .element("InputEncoding", "UTF-8")
                .element("OutputEncoding", "UTF-8");
        Response.ResponseBuilder whole = Response.ok()
                .header("Content-Type", "application/opensearchdescription+xml; charset=UTF-8")
                .header("Vary", "Accept-Language")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache");
        byte[] body =
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.end() + "\n").getBytes(StandardCharsets.UTF_8);
        return Freshness.of(whole, body, null, null, request).build();
    }

    private static void url(XmlWriter xml, String type, String template) {
        xml.start("Url").attribute("type", type).attribute("template", template).end();
    }

    /** What others have added to the address, to follow who came from where, is no mistake of the reader's. */
    static Search.Read read(PageRequest asked) {
        Map<String, List<String>> own = new LinkedHashMap<>(asked.query());
        own.keySet()
                .removeIf(name ->
                        !OTHERS.contains(name) && Facet.ofParameter(name).isEmpty());
        int[] length = {0};
        own.replaceAll((name, values) -> OTHERS.contains(name)
                ? values
                : values.stream()
                        .limit(MOST_VALUES)
                        .filter(each -> (length[0] += each.length()) <= LONGEST_VALUES)
                        .toList());
        return Search.of(own, asked.language(), Viewer.PUBLIC);
    }

    private Map<String, String> collections(Reader reader) {
        return publications.collections().stream().collect(Collectors.toMap(Collection::code, each -> each.labels()
                .in(reader.language())));
    }
}
