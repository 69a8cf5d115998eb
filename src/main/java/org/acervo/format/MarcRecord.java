package org.acervo.format;

import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a MARC 21 record in XML. Not thread-safe. */
final class MarcRecord {

    private final XmlWriter out;

    MarcRecord(XmlWriter out) {
        this.out = out;
    }

    MarcRecord leader(String leader) {
        out.element("leader", leader);
        return this;
    }

    MarcRecord control(String tag, String value) {
        out.start("controlfield").attribute("tag", tag).text(value).end();
        return this;
    }

    /**
     * Opens a data field.
     *
     * @param indicators two characters
     */
    MarcRecord field(String tag, String indicators) {
        out.start("datafield")
                .attribute("tag", tag)
                .attribute("ind1", indicators.substring(0, 1))
                .attribute("ind2", indicators.substring(1));
        return this;
    }

    /** Adds a subfield to the field that is open; a null value adds none. */
    MarcRecord sub(String code, @Nullable String value) {
        if (value != null) {
            out.start("subfield").attribute("code", code).text(value).end();
        }
        return this;
    }

    /** Closes the field. */
    MarcRecord end() {
        out.end();
        return this;
    }

    /** A field with one subfield {@code a}. */
    MarcRecord field(String tag, String indicators, String value) {
        return field(tag, indicators).sub("a", value).end();
    }

    /** A field whose subfield {@code a} is a term of a source. */
    MarcRecord term(String tag, String indicators, String term, String source) {
        return field(tag, indicators).sub("a", term).sub("2", source).end();
    }
}
