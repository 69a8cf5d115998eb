package org.acervo.format;

import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.vocabulary.PublicationType;

/** Unqualified Dublin Core, which every item has (OAI-PMH 2.0 section 3.4): the fifteen elements in the order of DCMES 1.1. */
final class OaiDcFormat implements MetadataFormat {

    private static final FormatDescription DESCRIPTION = new FormatDescription(
            "oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/");

    private final Catalogue catalogue;

    OaiDcFormat(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public FormatDescription description() {
        return DESCRIPTION;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Item item, XmlWriter out) {
        Entry entry = catalogue.entry(item);
        out.start("oai_dc:dc")
                .attribute("xmlns:oai_dc", DESCRIPTION.namespace())
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DESCRIPTION.namespace() + " " + DESCRIPTION.schema());
        content(entry, out);
        publication(entry, out);
        form(entry, out);
        context(entry, out);
        out.end();
    }

    private static void content(Entry entry, XmlWriter out) {
        entry.titles().forEach(each -> out.element("dc:title", each.value(), each.lang()));
        texts(entry, Element.ALTERNATIVE, "dc:title", out);
        texts(entry, Element.CREATOR, "dc:creator", out);
        texts(entry, Element.SUBJECT, "dc:subject", out);
        entry.themes().forEach(each -> out.element("dc:subject", each.value(), each.lang()));
        texts(entry, Element.DESCRIPTION, "dc:description", out);
    }

    private static void publication(Entry entry, XmlWriter out) {
        entry.publishers().forEach(each -> out.element("dc:publisher", each.value(), each.lang()));
        texts(entry, Element.CONTRIBUTOR, "dc:contributor", out);
        IssueDate date = entry.date();
        out.element("dc:date", date.isUnknown() ? entry.publishedHere() : date.plain());
    }

    private static void form(Entry entry, XmlWriter out) {
        PublicationType type = entry.type();
        if (type != null) {
            Text label = entry.label(type.labels());
            out.element("dc:type", label.value(), label.lang());
            out.element("dc:type", type.coar());
        }
        texts(entry, Element.FORMAT, "dc:format", out);
        entry.mediaTypes().forEach(each -> out.element("dc:format", each));
        texts(entry, Element.EXTENT, "dc:format", out);
        out.element("dc:identifier", entry.landingPage());
        for (Identifier each : entry.identifiers()) {
            String uri = each.uri();
            out.element("dc:identifier", uri == null ? each.value() : uri);
        }
        entry.files().forEach(each -> out.element("dc:identifier", each.url()));
        texts(entry, Element.SOURCE, "dc:source", out);
        texts(entry, Element.LANGUAGE, "dc:language", out);
    }

    private static void context(Entry entry, XmlWriter out) {
        entry.relations().stream().map(Item.Link::url).distinct().forEach(url -> out.element("dc:relation", url));
        entry.all(Element.SERIES).forEach(each -> out.element("dc:relation", Entry.numbered(each), each.lang()));
        texts(entry, Element.LINK, "dc:relation", out);
        for (Statement each : entry.all(Element.COVERAGE)) {
            Text place = entry.place(each);
            out.element("dc:coverage", place.value(), place.lang());
        }
        texts(entry, Element.TEMPORAL, "dc:coverage", out);
        texts(entry, Element.RIGHTS, "dc:rights", out);
        out.element("dc:rights", entry.access().euRepo());
    }

    private static void texts(Entry entry, Element element, String name, XmlWriter out) {
        entry.all(element).forEach(each -> out.element(name, each.value(), each.lang()));
    }
}
