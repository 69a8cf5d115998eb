package org.acervo.library;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.pages.Query;
import org.jspecify.annotations.Nullable;

/**
 * Writes feeds of the newest publications (RFC 4287). Thread-safe.
 *
 * @param effective adds to a text what its mission means where it says nothing
 */
record Feeds(
        Publications publications, Stretches stretches, Repository repository, UnaryOperator<DublinCore> effective) {

    private static final int MOST = 30;
    private static final int LONGEST_SUMMARY = 600;
    private static final String ATOM = "application/atom+xml";

    /** The last changes, the newest first. */
    List<DisseminatedRecord> newest(@Nullable SetSpec set) {
        return stretches.newest(new Selection(Dissemination.HEADER, set, null, null), MOST);
    }

    /**
     * What a feed is of.
     *
     * @param arguments of its address, beside the language
     * @param page what people read instead, below the root; it may have a query
     */
    record Feed(String title, Map<String, List<String>> arguments, String page) {}

    /** The headers of a feed. */
    static Response.ResponseBuilder answer() {
        return Response.ok()
                .header("Content-Type", ATOM + "; charset=UTF-8")
                .header("Vary", "Accept-Language")
                .header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-cache");
    }

    String write(Feed feed, List<DisseminatedRecord> newest, Reader reader) {
        String page = repository.baseUrl() + "/" + feed.page();
        String address = repository.baseUrl() + "/" + reader.request().path();
        String lang = "?lang=" + reader.language().tag();
        Map<String, List<String>> own = new LinkedHashMap<>(feed.arguments());
        own.put("lang", List.of(reader.language().tag()));
        XmlWriter xml = new XmlWriter()
                .start("feed")
                .attribute("xmlns", "http://www.w3.org/2005/Atom")
                .attribute("xml:lang", reader.language().tag())
                .element("id", address + Query.of(feed.arguments()))
                .element("title", repository.name() + " · " + feed.title())
                .element("updated", updated(newest).toString());
        link(xml, "self", address + Query.of(own), ATOM);
        link(
                xml,
                "alternate",
                page + (page.contains("?") ? "&" + lang.substring(1) : lang),
                Representation.PAGE.type());
        xml.start("author").element("name", repository.name()).end();
        Map<PublicationId, Publication> found =
                publications.findAll(newest.stream().map(DisseminatedRecord::id).toList());
        for (DisseminatedRecord each : newest) {
            Publication publication = found.get(each.id());
            if (!each.deleted() && publication != null && publication.state() == State.PUBLISHED) {
                entry(xml, publication, each.datestamp(), lang, reader);
            }
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.end() + "\n";
    }

    private static Instant updated(List<DisseminatedRecord> newest) {
        return newest.isEmpty() ? Instant.EPOCH : newest.get(0).datestamp();
    }

    private void entry(XmlWriter xml, Publication publication, Instant updated, String lang, Reader reader) {
        DublinCore metadata = effective.apply(publication.metadata());
        String page = repository.landingPage(publication.id());
        Value title = reader.title(metadata);
        xml.start("entry").element("id", page).element("title", title.text(), title.lang());
        Instant published = publication.published();
        if (published != null) {
            xml.element("published", published.toString());
        }
        xml.element("updated", updated.toString());
        link(xml, "alternate", page + lang, Representation.PAGE.type());
        link(xml, "alternate", page + "." + Representation.DUBLIN_CORE.ending(), Representation.DUBLIN_CORE.type());
        for (Statement each : metadata.all(Element.CREATOR)) {
            xml.start("author").element("name", each.value()).end();
        }
        for (Statement each : metadata.all(Element.THEME)) {
            xml.start("category").attribute("term", each.value()).end();
        }
        Statement told = Cards.told(metadata, reader);
        if (told != null) {
            xml.element("summary", Cards.beginning(told, LONGEST_SUMMARY), told.lang());
        }
        xml.end();
    }

    private static void link(XmlWriter xml, String relation, String href, String type) {
        xml.start("link")
                .attribute("rel", relation)
                .attribute("href", href)
                .attribute("type", type)
                .end();
    }
}
