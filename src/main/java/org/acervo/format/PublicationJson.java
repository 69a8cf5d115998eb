package org.acervo.format;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a publication: one member for each {@link org.acervo.catalog.Element}. Here only its form is read; whether
 * codes are known and dates are dates is for the rules to say.
 */
public final class PublicationJson {

    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private PublicationJson() {}

    /**
     * What was read of a document.
     *
     * @param metadata every statement whose form could be read, also where other places have findings; in a list an
     *     empty value stands for each that says nothing
     * @param withdrawn why it is withdrawn, or null where the document does not say that it is
     * @param findings what has a wrong form; the first two hundred
     */
    public record Reading(DublinCore metadata, @Nullable String withdrawn, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }

        public boolean hasErrors() {
            return findings.stream().anyMatch(Finding::isError);
        }
    }

    /**
     * Reads a document that somebody gave. A plain string stands for an object with nothing but a value, a single value
     * for a list of one, a whole number for its digits, and null for nothing.
     *
     * @param text any text at all; what is not JSON is a finding
     */
    public static Reading read(String text) {
        return PublicationReader.read(text);
    }

    /** Reads a document that a parser has read; members that it repeated are no longer seen. */
    public static Reading read(JsonObject document) {
        return read(document.toString());
    }

    /** The document in its one canonical form: members in the order of the elements, plain strings where they suffice. */
    public static JsonObject write(DublinCore metadata) {
        try (JsonReader reader = READERS.createReader(new StringReader(toText(metadata)))) {
            return reader.readObject();
        }
    }

    /** The text of {@link #write}, for storage. */
    public static String toText(DublinCore metadata) {
        return PublicationWriter.toText(metadata);
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @throws IllegalArgumentException where it did not write that
     */
    public static DublinCore fromText(String text) {
        Reading reading = read(text);
        if (!reading.findings().isEmpty()) {
            throw new IllegalArgumentException("No stored document: " + reading.findings());
        }
        return reading.metadata();
    }
}
