package org.acervo.format;

import java.util.List;
import java.util.Set;
import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.vocabulary.PublicationType;

/** The application profile of the OpenAIRE Guidelines for Literature Repositories, version 4. */
final class OpenAireFormat implements MetadataFormat {

    private static final FormatDescription DESCRIPTION = new FormatDescription(
            "oai_openaire",
            "https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd",
            "http://namespace.openaire.eu/schema/oaire/");

    private static final String COAR = "http://purl.org/coar/resource_type/";
    private static final String OTHER = "c_1843";
    private static final String DATASET = "c_ddb1";

    /** The concepts of COAR's vocabulary, version 2, that the profile takes as literature. */
    private static final Set<String> LITERATURE = Set.of(
            "c_0640",
            "c_0857",
            "c_1162",
            "c_12cc",
            "c_12cd",
            "c_186u",
            "c_18cd",
            "c_18cf",
            "c_18co",
            "c_18cp",
            "c_18cw",
            "c_18gh",
            "c_18hj",
            "c_18op",
            "c_18wq",
            "c_18ws",
            "c_18ww",
            "c_18wz",
            "c_2659",
            "c_2df8fbb1",
            "c_2f33",
            "c_3248",
            "c_3e5a",
            "c_46ec",
            "c_545b",
            "c_5794",
            "c_6501",
            "c_6670",
            "c_71bd",
            "c_7a1f",
            "c_8042",
            "c_816b",
            "c_8544",
            "c_86bc",
            "c_93fc",
            "c_b239",
            "c_ba08",
            "c_ba1f",
            "c_baaf",
            "c_bdcc",
            "c_beb9",
            "c_c94f",
            "c_db06",
            "c_dcae04bc",
            "c_efa0",
            "c_f744");

    /** Those that it takes as other products of research. */
    private static final Set<String> PRODUCTS =
            Set.of(OTHER, "c_12ce", "c_15cd", "c_18cc", "c_393c", "c_7ad9", "c_8a7e", "c_c513", "c_e9a0", "c_ecc8");

    private final Catalogue catalogue;

    OpenAireFormat(Catalogue catalogue) {
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
        root(out);
        DataCiteElements elements =
                new DataCiteElements(entry, out, "datacite:", DataCiteElements.Relations.WITHOUT_TRANSLATIONS);
        elements.titles();
        agents(entry, out);
        elements.alternateIdentifiers();
        elements.relatedIdentifiers();
        elements.dates();
        entry.all(Element.LANGUAGE).forEach(each -> out.element("dc:language", each.value()));
        entry.publishers().forEach(each -> out.element("dc:publisher", each.value(), each.lang()));
        type(entry, out);
        entry.all(Element.DESCRIPTION).forEach(each -> out.element("dc:description", each.value(), each.lang()));
        entry.all(Element.FORMAT).forEach(each -> out.element("dc:format", each.value()));
        entry.mediaTypes().forEach(each -> out.element("dc:format", each));
        elements.identifier("HANDLE");
        access(entry, elements);
        entry.all(Element.SOURCE).forEach(each -> out.element("dc:source", each.value()));
        elements.subjects();
        elements.geoLocations();
        elements.sizes();
        series(entry, out);
        files(entry, out);
        licence(entry, out);
        entry.all(Element.AUDIENCE).forEach(each -> out.element("dcterms:audience", each.value(), each.lang()));
        out.end();
    }

    private static void root(XmlWriter out) {
        out.start("oaire:resource")
                .attribute("xmlns:oaire", DESCRIPTION.namespace())
                .attribute("xmlns:datacite", "http://datacite.org/schema/kernel-4")
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DESCRIPTION.namespace() + " " + DESCRIPTION.schema());
    }

    private static void agents(Entry entry, XmlWriter out) {
        DataCiteAgents agents = new DataCiteAgents(entry, out, "datacite:");
        agents.creators();
        agents.contributors();
        agents.fundingReferences("oaire:");
    }

    private static String concept(Entry entry) {
        PublicationType type = entry.type();
        if (type == null || !type.coar().startsWith(COAR)) {
            return OTHER;
        }
        String concept = type.coar().substring(COAR.length());
        boolean known = LITERATURE.contains(concept) || PRODUCTS.contains(concept) || concept.equals(DATASET);
        return known ? concept : OTHER;
    }

    private static void type(Entry entry, XmlWriter out) {
        String concept = concept(entry);
        PublicationType type = entry.type();
        boolean own = type != null
                && type.coar().equals(COAR + concept)
                && !type.coarLabel().isBlank();
        out.start("oaire:resourceType")
                .attribute(
                        "resourceTypeGeneral",
                        LITERATURE.contains(concept)
                                ? "literature"
                                : concept.equals(DATASET) ? "dataset" : "other research product")
                .attribute("uri", COAR + concept)
                .text(own && type != null ? type.coarLabel() : "other")
                .end();
    }

    private static void access(Entry entry, DataCiteElements elements) {
        AccessRight access = entry.access();
        elements.start("rights")
                .attribute("rightsURI", access.coar())
                .attribute("xml:lang", "en")
                .text(access.label())
                .end();
    }

    /** The series that it is in stands where journals do; there is room for one. */
    private static void series(Entry entry, XmlWriter out) {
        List<Statement> all = entry.all(Element.SERIES);
        if (all.isEmpty()) {
            return;
        }
        out.element("oaire:citationTitle", all.get(0).value());
        String number = Entry.number(all.get(0));
        if (number != null) {
            out.element("oaire:citationIssue", number);
        }
    }

    /** Where the full text lies: here, as far as the public may have it, and elsewhere. */
    private static void files(Entry entry, XmlWriter out) {
        String concept = concept(entry);
        String object = concept.equals(DATASET) ? "dataset" : LITERATURE.contains(concept) ? "fulltext" : "other";
        for (Item.File each : entry.files()) {
            out.start("oaire:file")
                    .attribute("accessRightsURI", AccessRight.OPEN.coar())
                    .attribute("mimeType", each.mediaType())
                    .attribute("objectType", object)
                    .text(each.url())
                    .end();
        }
        for (Statement each : entry.all(Element.LINK)) {
            out.start("oaire:file")
                    .attribute("accessRightsURI", entry.access().coar())
                    .attribute("objectType", object)
                    .text(each.value())
                    .end();
        }
    }

    private static void licence(Entry entry, XmlWriter out) {
        String licence = entry.value(Element.RIGHTS);
        if (licence != null) {
            out.start("oaire:licenseCondition")
                    .attribute("uri", AbsoluteUri.matches(licence) ? licence : null)
                    .text(entry.licence(licence).value())
                    .end();
        }
    }
}
