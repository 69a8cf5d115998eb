package org.acervo.publishing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.acervo.catalog.Repository;
import org.acervo.format.MetadataFormat;
import org.acervo.format.MetadataFormats;

/** SHA-256 of texts, to tell whether something is still what it was. */
final class Fingerprint {

    private Fingerprint() {}

    /** Of all that the payload of a record depends on beside the publication. */
    static long of(Repository repository, MetadataFormats formats, String vocabularies) {
        StringBuilder text = new StringBuilder("2")
                .append('\n')
                .append(repository.baseUrl())
                .append('\n')
                .append(repository.identifier())
                .append('\n')
                .append(repository.metadataLicence())
                .append('\n')
                .append(vocabularies);
        for (MetadataFormat format : formats.all()) {
            text.append('\n').append(format.description().prefix()).append(' ').append(format.version());
        }
        return ByteBuffer.wrap(digest(text.toString())).getLong();
    }

    /** In hexadecimal. */
    static String hex(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java platform has SHA-256", never);
        }
    }
}
