package org.acervo.format;

import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.XmlWriter;

/** DataCite's wrapper for OAI-PMH, version 1.1, around its kernel. */
final class OaiDataCiteFormat implements MetadataFormat {

    private static final FormatDescription DESCRIPTION = new FormatDescription(
            "oai_datacite",
            "http://schema.datacite.org/oai/oai-1.1/oai.xsd",
            "http://schema.datacite.org/oai/oai-1.1/");

    private final Catalogue catalogue;
    private final DataCiteFormat kernel;

    OaiDataCiteFormat(Catalogue catalogue, DataCiteFormat kernel) {
        this.catalogue = catalogue;
        this.kernel = kernel;
    }

    @Override
    public FormatDescription description() {
        return DESCRIPTION;
    }

    @Override
    public int version() {
        return kernel.version();
    }

    @Override
    public void write(Item item, XmlWriter out) {
        out.start("oai_datacite")
                .attribute("xmlns", DESCRIPTION.namespace())
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DESCRIPTION.namespace() + " " + DESCRIPTION.schema());
        out.element("schemaVersion", DataCiteFormat.SCHEMA_VERSION);
        out.element("datacentreSymbol", catalogue.repository().identifier());
        out.start("payload");
        kernel.write(item, out);
        out.end().end();
    }
}
