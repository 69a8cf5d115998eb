package org.acervo.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** What a content was found to say. It holds its text deflated, and makes it anew each time it is asked. Immutable. */
public final class Extraction {

    /** How many characters of a text are kept. */
    public static final int LONGEST = 1_000_000;

    /** What became of it. */
    public enum Status {
        /** Its text is there; it may be empty, and what comes after {@link #LONGEST} characters is not in it. */
        SEARCHED,
        /** Nobody has read it yet. */
        WAITING,
        /** Pages that are pictures; the little text that there may be is there. */
        SCAN,
        /** It is larger than what is read. */
        TOO_LARGE,
        /** Reading it took longer than it may. */
        TIMED_OUT,
        /** It cannot be read without a password. */
        ENCRYPTED,
        /** It is broken, or broke what read it. */
        FAILED,
        /** Such files have no text that can be read here. */
        UNSUPPORTED
    }

    private final String sha256;
    private final Status status;
    private final byte[] deflated;
    private final Proposal proposal;

    /** @param deflated the text as {@link #deflated()} gives it */
    public Extraction(String sha256, Status status, byte[] deflated, Proposal proposal) {
        this.sha256 = sha256;
        this.status = status;
        this.deflated = deflated.clone();
        this.proposal = proposal;
    }

    /** One with a text. */
    static Extraction of(String sha256, Status status, String text, Proposal proposal) {
        return new Extraction(sha256, status, deflate(text), proposal);
    }

    /** One without. */
    public static Extraction without(String sha256, Status status) {
        return new Extraction(sha256, status, new byte[0], Proposal.NONE);
    }

    /** Of the content, in lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public Status status() {
        return status;
    }

    /**
     * The text, at most {@link #LONGEST} characters: paragraphs with a line feed between, no other control characters, no
     * white space but single spaces, well-formed. Empty where there is none.
     */
    public String text() {
        if (deflated.length == 0) {
            return "";
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The kept text of the content " + sha256 + " is broken", broken);
        }
    }

    /** The text in UTF-8, deflated as RFC 1950 says; of no bytes where there is none. */
    public byte[] deflated() {
        return deflated.clone();
    }

    /** What of it may go into the record. */
    public Proposal proposal() {
        return proposal;
    }

    private static byte[] deflate(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Extraction that
                && sha256.equals(that.sha256)
                && status == that.status
                && Arrays.equals(deflated, that.deflated)
                && proposal.equals(that.proposal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sha256, status);
    }

    @Override
    public String toString() {
        return sha256 + " " + status + " " + proposal;
    }
}
