package org.acervo.files;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * A checksum that a client gives for what it sends.
 *
 * @param hex in lower-case hexadecimal
 */
public record ContentDigest(Algorithm algorithm, String hex) {

    /** The algorithms that are checked; those of RFC 9530 that are not broken. */
    public enum Algorithm {
        SHA_256("SHA-256", 32),
        SHA_512("SHA-512", 64);

        private final String standardName;
        private final int length;

        Algorithm(String standardName, int length) {
            this.standardName = standardName;
            this.length = length;
        }

        /** The name in Java and in RFC 3230; that of RFC 9530 is the same in lower case. */
        String standardName() {
            return standardName;
        }
    }

    /** A member of a dictionary of structured fields (RFC 8941) whose value is a byte sequence. */
    private static final Pattern MEMBER =
            Pattern.compile("\\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):\\s*(?:;[^,]*)?");

    private static final String FORM = "sha-256=:base64:";

    /**
     * Reads {@code Content-Digest} or {@code Repr-Digest} (RFC 9530). Algorithms that are not known are left out.
     *
     * @return never empty: who sends a digest believes that it is compared
     * @throws Refused with {@link Rule#MALFORMED_DIGEST}, where none of the algorithms is known too
     */
    public static List<ContentDigest> parse(String field) {
        List<ContentDigest> digests = new ArrayList<>();
        for (String member : field.split(",", -1)) {
            Matcher form = MEMBER.matcher(member);
            if (!form.matches()) {
                throw malformed(field);
            }
            for (Algorithm algorithm : Algorithm.values()) {
                if (algorithm.standardName.toLowerCase(Locale.ROOT).equals(form.group(1))) {
                    digests.add(of(algorithm, decode(form.group(2), field), field));
                }
            }
        }
        return known(digests, field);
    }

    /**
     * Reads the older {@code Digest} (RFC 3230): base64 of the bytes or, as SWORD 3 shows it, of the hexadecimal text.
     *
     * @return never empty, as above
     * @throws Refused with {@link Rule#MALFORMED_DIGEST}, as above
     */
    public static List<ContentDigest> parseOld(String field) {
        List<ContentDigest> digests = new ArrayList<>();
        for (String member : field.split(",", -1)) {
            int equals = member.indexOf('=');
            if (equals < 1) {
                throw malformed(field);
            }
            for (Algorithm algorithm : Algorithm.values()) {
                if (algorithm.standardName.equalsIgnoreCase(
                        member.substring(0, equals).strip())) {
                    byte[] bytes = decode(member.substring(equals + 1).strip(), field);
                    digests.add(
                            of(algorithm, bytes.length == 2 * algorithm.length ? unhex(bytes, field) : bytes, field));
                }
            }
        }
        return known(digests, field);
    }

    private static List<ContentDigest> known(List<ContentDigest> digests, String field) {
        if (digests.isEmpty()) {
            throw malformed(field);
        }
        return digests;
    }

    private static ContentDigest of(Algorithm algorithm, byte[] bytes, String field) {
        if (bytes.length != algorithm.length) {
            throw malformed(field);
        }
        return new ContentDigest(algorithm, HexFormat.of().formatHex(bytes));
    }

    private static byte[] decode(String base64, String field) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw malformed(field);
        }
    }

    private static byte[] unhex(byte[] text, String field) {
        try {
            return HexFormat.of().parseHex(new String(text, java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException malformed) {
            throw malformed(field);
        }
    }

    private static Refused malformed(String field) {
        return new Refused(Finding.of(Rule.MALFORMED_DIGEST, "", field, FORM));
    }

    /** As a header has it (RFC 9530). */
    public String field() {
        return algorithm.standardName.toLowerCase(Locale.ROOT) + "=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
    }
}
