package org.acervo.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.Labels;

/**
 * A picture that somebody brings as a cover.
 *
 * @param bytes of which the array is never changed
 * @param mediaType what it seems to be by its first bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record OfferedPicture(byte[] bytes, String mediaType) {

    /** In bytes. */
    static final int LARGEST = 20 << 20;

    private static final int LONGEST_TEXT = 500;

    /**
     * Reads a picture with what is said of it.
     *
     * @throws Refused where it is too large or neither JPEG nor PNG, or the texts are too long or missing
     */
    static OfferedPicture read(InputStream content, Labels alt, String credit) throws IOException {
        check(alt, credit);
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Refused(Finding.of(Rule.FILE_TOO_LARGE, "/picture", null, String.valueOf(LARGEST)));
        }
        return new OfferedPicture(bytes, type(bytes));
    }

    private static String type(byte[] content) {
        if (content.length > 8 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xD8) {
            return "image/jpeg";
        }
        if (content.length > 8 && (content[0] & 0xFF) == 0x89 && content[1] == 'P' && content[2] == 'N') {
            return "image/png";
        }
        throw none();
    }

    /** In lower-case hexadecimal. */
    String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** That it is no picture which can be drawn. */
    static Refused none() {
        return new Refused(Finding.of(Rule.MEDIA_TYPE_NOT_ALLOWED, "/picture", null, List.of("JPEG", "PNG")));
    }

    /** @throws Refused where what is said of a picture is too long, or nothing says what it shows */
    static void check(Labels alt, String credit) {
        if (alt.distinct().stream().allMatch(String::isBlank)) {
            throw new Refused(Finding.of(Rule.REQUIRED, "/alt", null));
        }
        if (credit.length() > LONGEST_TEXT || alt.distinct().stream().anyMatch(each -> each.length() > LONGEST_TEXT)) {
            throw new Refused(Finding.of(Rule.TOO_LONG, "/credit", null, String.valueOf(LONGEST_TEXT)));
        }
    }
}
