package org.acervo.oai;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.acervo.catalog.Repository;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.XmlWriter;

/**
 * The parts of a record that are rendered once and kept (OAI-PMH 2.0 section 2.5): everything after the datestamp and
 * before {@code </record>}. UTF-8, in the namespace that the answer's root declares as its default.
 */
public final class Fragments {

    /** The namespace of the rights in {@code about} (implementation guideline on rights, section 3). */
    private static final String RIGHTS = "http://www.openarchives.org/OAI/2.0/rights/";

    private static final byte[] METADATA = utf8("<metadata>");

    private Fragments() {}

    /** What ListIdentifiers shows of a record, and all that any answer shows of a tombstone. */
    public static byte[] header(List<SetSpec> sets) {
        StringBuilder header = new StringBuilder(500);
        sets.forEach(
                set -> header.append("<setSpec>").append(set.value()).append("</setSpec>")); // nothing in it to escape
        return utf8(header.append("</header>").toString());
    }

    /**
     * What ListRecords and GetRecord show of a live record.
     *
     * @param header what {@link #header} gave
     * @param metadata one element that declares its own namespaces and schema location, without a prolog
     * @param about what {@link #about} gave
     */
    public static byte[] record(byte[] header, byte[] metadata, byte[] about) {
        return ByteBuffer.allocate(header.length + METADATA.length + metadata.length + about.length)
                .put(header)
                .put(METADATA)
                .put(metadata)
                .put(about)
                .array();
    }

    /** What is behind the metadata of each live record: the licence of the metadata, which is not that of the document. */
    public static byte[] about(Repository repository) {
        XmlWriter rights = new XmlWriter()
                .start("rights")
                .attribute("xmlns", RIGHTS)
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", RIGHTS + " http://www.openarchives.org/OAI/2.0/rights.xsd")
                .start("rightsReference")
                .attribute("ref", repository.metadataLicence())
                .end()
                .end();
        return utf8("</metadata><about>" + rights + "</about>");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
