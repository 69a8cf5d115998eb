package org.acervo.library;

import java.time.Instant;
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
import org.acervo.oai.SetDescription;
import org.acervo.pages.PageRequest;
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

    /** @param set what the feed is of, or null for everything */
    String write(@Nullable SetDescription set, List<DisseminatedRecord> newest, Reader reader) {
        PageRequest request = reader.request();
        String address = repository.baseUrl() + "/" + request.path();
        String lang = "?lang=" + reader.language().tag();
        String title = set == null ? reader.text("home.newest") : set.name().in(reader.language());
        Instant updated = newest.isEmpty() ? Instant.EPOCH : newest.get(0).datestamp();
        XmlWriter xml = new XmlWriter()
                .start("feed")
                .attribute("xmlns", "http://www.w3.org/2005/Atom")
                .attribute("xml:lang", reader.language().tag())
                .element("id", address)
                .element("title", repository.name() + " · " + title)
                .element("updated", updated.toString());
        link(xml, "self", address + lang, ATOM);
        link(xml, "alternate", repository.baseUrl() + "/" + lang, Representation.PAGE.type());
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
        Element told = metadata.has(Element.DESCRIPTION) ? Element.DESCRIPTION : Element.BODY;
        reader.preferred(metadata, told).stream()
                .limit(1)
                .forEach(
                        each -> xml.element("summary", HomePage.beginning(each.value(), LONGEST_SUMMARY), each.lang()));
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
