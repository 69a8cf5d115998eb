package org.acervo.format;

import java.util.List;
import java.util.regex.Pattern;
import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.vocabulary.PublicationType;
import org.jspecify.annotations.Nullable;

/** The kernel of DataCite's metadata schema, version 4.6. A record without a DOI is identified by its landing page. */
final class DataCiteFormat implements MetadataFormat {

    /** Of the schema; the first with translations among its relations. */
    static final String SCHEMA_VERSION = "4.6";

    private static final FormatDescription DESCRIPTION = new FormatDescription(
            "datacite", "http://schema.datacite.org/meta/kernel-4/metadata.xsd", "http://datacite.org/schema/kernel-4");

    /** What {@code xs:language} accepts. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

    private final Catalogue catalogue;

    DataCiteFormat(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public FormatDescription description() {
        return DESCRIPTION;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Item item, XmlWriter out) {
        Entry entry = catalogue.entry(item);
        out.start("resource")
                .attribute("xmlns", DESCRIPTION.namespace())
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DESCRIPTION.namespace() + " " + DESCRIPTION.schema());
        DataCiteElements elements = new DataCiteElements(entry, out, "", DataCiteElements.Relations.WITH_TRANSLATIONS);
        DataCiteAgents agents = new DataCiteAgents(entry, out, "");
        elements.identifier("Handle");
        agents.creators();
        elements.titles();
        Text publisher = agents.publisher();
        out.element("publisher", publisher.value(), publisher.lang());
        out.element("publicationYear", year(entry));
        type(entry, out);
        elements.subjects();
        agents.contributors();
        elements.dates();
        language(entry, out);
        elements.alternateIdentifiers();
        elements.relatedIdentifiers();
        elements.sizes();
        formats(entry, out);
        rights(entry, out);
        descriptions(entry, out);
        elements.geoLocations();
        agents.fundingReferences("");
        series(entry, out);
        out.end();
    }

    /** Four digits: of a decade or a century its first year, of a date that is not known the year of publication here. */
    private static String year(Entry entry) {
        String year = entry.date().year();
        return (year.isEmpty() ? entry.publishedHere().substring(0, 4) : year).replace('X', '0');
    }

    private static void type(Entry entry, XmlWriter out) {
        PublicationType type = entry.type();
        out.start("resourceType")
                .attribute("resourceTypeGeneral", general(type))
                .text(type == null ? "" : type.labels().en())
                .end();
    }

    private static String general(@Nullable PublicationType type) {
        if (type == null) {
            return "Other";
        }
        return switch (type.coar().substring(type.coar().lastIndexOf('/') + 1)) {
            case "c_93fc", "c_18ws", "c_18wq", "c_186u", "c_18gh", "c_18ww" -> "Report";
            case "c_2f33" -> "Book";
            case "c_46ec", "c_db06", "c_bdcc", "c_7a1f" -> "Dissertation";
            case "c_6501", "c_2df8fbb1" -> "JournalArticle";
            default ->
                switch (type.dcmi()) {
                    case "StillImage", "Image" -> "Image";
                    case "MovingImage" -> "Audiovisual";
                    case "Collection",
                            "Dataset",
                            "Event",
                            "InteractiveResource",
                            "Service",
                            "Software",
                            "Sound",
                            "Text" -> type.dcmi();
                    default -> "Other";
                };
        };
    }

    private static void language(Entry entry, XmlWriter out) {
        entry.all(Element.LANGUAGE).stream()
                .map(Statement::value)
                .filter(each -> LANGUAGE.matcher(each).matches())
                .findFirst()
                .ifPresent(each -> out.element("language", each));
    }

    private static void formats(Entry entry, XmlWriter out) {
        List<Statement> stated = entry.all(Element.FORMAT);
        List<String> found = entry.mediaTypes();
        if (stated.isEmpty() && found.isEmpty()) {
            return;
        }
        out.start("formats");
        stated.forEach(each -> out.element("format", each.value()));
        found.forEach(each -> out.element("format", each));
        out.end();
    }

    private static void rights(Entry entry, XmlWriter out) {
        out.start("rightsList");
        String licence = entry.value(Element.RIGHTS);
        if (licence != null) {
            right(out, licence, entry.licence(licence));
        }
        AccessRight access = entry.access();
        right(out, access.coar(), new Text(access.label(), "en"));
        out.end();
    }

    private static void right(XmlWriter out, String uri, Text label) {
        out.start("rights")
                .attribute("rightsURI", AbsoluteUri.matches(uri) ? uri : null)
                .attribute("xml:lang", label.lang())
                .text(label.value())
                .end();
    }

    private static void descriptions(Entry entry, XmlWriter out) {
        List<Statement> abstracts = entry.all(Element.DESCRIPTION);
        if (abstracts.isEmpty()) {
            return;
        }
        out.start("descriptions");
        for (Statement each : abstracts) {
            out.start("description")
                    .attribute("xml:lang", each.lang())
                    .attribute("descriptionType", "Abstract")
                    .text(each.value())
                    .end();
        }
        out.end();
    }

    private static void series(Entry entry, XmlWriter out) {
        List<Statement> all = entry.all(Element.SERIES);
        if (all.isEmpty()) {
            return;
        }
        out.start("relatedItems");
        for (Statement each : all) {
            out.start("relatedItem")
                    .attribute("relatedItemType", "Collection")
                    .attribute("relationType", "IsPublishedIn");
            out.start("titles").element("title", each.value(), each.lang()).end();
            String number = Entry.number(each);
            if (number != null) {
                out.element("number", number);
            }
            out.end();
        }
        out.end();
    }
}
