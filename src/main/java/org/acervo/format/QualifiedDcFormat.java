package org.acervo.format;

import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.vocabulary.PublicationType;
import org.jspecify.annotations.Nullable;

/**
 * Dublin Core with the refinements and encoding schemes of DCMI Metadata Terms. A value has a scheme, named in
 * {@code xsi:type}, or a language, never both (Guidelines for implementing Dublin Core in XML, recommendation 8).
 */
final class QualifiedDcFormat implements MetadataFormat {

    private static final String NAMESPACE = "urn:acervo:qualifieddc";
    private static final String URI = "dcterms:URI";
    private static final String W3CDTF = "dcterms:W3CDTF";

    private final Catalogue catalogue;
    private final FormatDescription description;

    QualifiedDcFormat(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.description =
                new FormatDescription("qdc", catalogue.repository().baseUrl() + "/schemas/qualifieddc.xsd", NAMESPACE);
    }

    @Override
    public FormatDescription description() {
        return description;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Item item, XmlWriter out) {
        Entry entry = catalogue.entry(item);
        out.start("qdc:qualifieddc")
                .attribute("xmlns:qdc", NAMESPACE)
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", NAMESPACE + " " + description.schema());
        content(entry, out);
        publication(entry, out);
        form(entry, out);
        relations(entry, out);
        coverage(entry, out);
        rights(entry, out);
        out.end();
    }

    private static void content(Entry entry, XmlWriter out) {
        entry.titles().forEach(each -> out.element("dc:title", each.value(), each.lang()));
        texts(entry, Element.ALTERNATIVE, "dcterms:alternative", out);
        texts(entry, Element.CREATOR, "dc:creator", out);
        texts(entry, Element.SUBJECT, "dc:subject", out);
        entry.themes().forEach(each -> out.element("dc:subject", each.value(), each.lang()));
        texts(entry, Element.DESCRIPTION, "dcterms:abstract", out);
    }

    private static void publication(Entry entry, XmlWriter out) {
        entry.publishers().forEach(each -> out.element("dc:publisher", each.value(), each.lang()));
        texts(entry, Element.CONTRIBUTOR, "dc:contributor", out);
        IssueDate date = entry.date();
        if (date.isUnknown()) {
            typed(out, "dcterms:available", W3CDTF, entry.publishedHere());
        } else {
            typed(out, "dcterms:issued", date.isExact() ? W3CDTF : null, date.text());
        }
        String opens = entry.opens();
        if (opens != null) {
            typed(out, "dcterms:available", W3CDTF, opens);
        }
        entry.all(Element.PROJECT).forEach(each -> out.element("dcterms:provenance", Entry.funded(each)));
        texts(entry, Element.AUDIENCE, "dcterms:audience", out);
    }

    private static void form(Entry entry, XmlWriter out) {
        PublicationType type = entry.type();
        if (type != null) {
            Text label = entry.label(type.labels());
            out.element("dc:type", label.value(), label.lang());
            typed(out, "dc:type", "dcterms:DCMIType", type.dcmi());
            uri(out, "dc:type", type.coar());
        }
        for (Statement each : entry.all(Element.FORMAT)) {
            typed(out, "dc:format", isMediaType(each.value()) ? "dcterms:IMT" : null, each.value());
        }
        entry.mediaTypes().forEach(each -> typed(out, "dc:format", "dcterms:IMT", each));
        texts(entry, Element.EXTENT, "dcterms:extent", out);
        entry.files().forEach(each -> out.element("dcterms:extent", each.size() + " bytes"));
        uri(out, "dc:identifier", entry.landingPage());
        for (Identifier each : entry.identifiers()) {
            String uri = each.uri();
            uri(out, "dc:identifier", uri == null ? each.value() : uri);
        }
        entry.files().forEach(each -> uri(out, "dc:identifier", each.url()));
        entry.all(Element.SOURCE).forEach(each -> uri(out, "dc:source", each.value()));
        for (Statement each : entry.all(Element.LANGUAGE)) {
            typed(out, "dc:language", isLanguageTag(each.value()) ? "dcterms:RFC4646" : null, each.value());
        }
    }

    private static void relations(Entry entry, XmlWriter out) {
        entry.relations().forEach(each -> uri(out, "dcterms:" + each.type().term(), each.url()));
        entry.all(Element.SERIES).forEach(each -> out.element("dcterms:isPartOf", Entry.numbered(each), each.lang()));
        entry.all(Element.LINK).forEach(each -> uri(out, "dcterms:hasVersion", each.value()));
    }

    private static void coverage(Entry entry, XmlWriter out) {
        for (Statement each : entry.all(Element.COVERAGE)) {
            if (entry.isCountry(each)) {
                typed(out, "dcterms:spatial", "dcterms:ISO3166", each.value());
            }
            Text place = entry.place(each);
            out.element("dcterms:spatial", place.value(), place.lang());
        }
        for (Statement each : entry.all(Element.TEMPORAL)) {
            Period period = Period.of(each.value());
            String interval = period.dcmi();
            if (interval != null) {
                typed(out, "dcterms:temporal", "dcterms:Period", interval);
            } else {
                typed(out, "dcterms:temporal", period.isDate() ? W3CDTF : null, each.value());
            }
        }
    }

    /** A statement of rightsstatements.org says what is known of the rights; it gives none, so it is no licence. */
    private static void rights(Entry entry, XmlWriter out) {
        String rights = entry.value(Element.RIGHTS);
        if (rights != null) {
            uri(out, rights.contains("://rightsstatements.org/") ? "dc:rights" : "dcterms:license", rights);
        }
        uri(out, "dcterms:accessRights", entry.access().euRepo());
    }

    private static void texts(Entry entry, Element element, String name, XmlWriter out) {
        entry.all(element).forEach(each -> out.element(name, each.value(), each.lang()));
    }

    private static void uri(XmlWriter out, String name, String value) {
        typed(out, name, AbsoluteUri.matches(value) ? URI : null, value);
    }

    private static void typed(XmlWriter out, String name, @Nullable String scheme, String value) {
        out.start(name).attribute("xsi:type", scheme).text(value).end();
    }

    /** RFC 4646 section 2.1: subtags of one to eight ASCII letters or digits, of which the first has letters only. */
    private static boolean isLanguageTag(String value) {
        int length = 0;
        boolean first = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '-') {
                if (length == 0) {
                    return false;
                }
                first = false;
                length = 0;
            } else if (++length > 8 || c >= 0x80 || !(first ? Character.isLetter(c) : Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return length > 0;
    }

    /** RFC 2046: a type and a subtype of ASCII letters, digits and signs, with parameters after a semicolon. */
    private static boolean isMediaType(String value) {
        int slash = value.indexOf('/');
        int end = value.indexOf(';') < 0 ? value.length() : value.indexOf(';');
        if (slash < 1 || slash + 1 >= end || end == value.length() - 1) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            boolean sign = c == '.' || c == '+' || c == '-';
            if (i != slash && !sign && (c >= 0x80 || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return true;
    }
}
