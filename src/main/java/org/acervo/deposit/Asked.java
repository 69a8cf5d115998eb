package org.acervo.deposit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.acervo.access.Caller;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something, as values.
 *
 * @param path the part of the address that says what is changed
 * @param ifMatch the header as it came, or null
 * @param idempotencyKey null where the request is not to be known again
 * @param dryRun whether the change is only tried
 * @param language of what people read in the answer
 * @param answer the media type in which a publication is answered
 */
public record Asked(
        Caller caller,
        String method,
        String path,
        @Nullable String ifMatch,
        @Nullable String idempotencyKey,
        boolean dryRun,
        InterfaceLanguage language,
        String answer,
        Body body) {

    /**
     * What was sent.
     *
     * @param type the media type as the header says it, empty where it says nothing
     */
    public record Body(String type, byte[] bytes) {}

    /** The same with something else for its body, where that is not kept in memory. */
    Asked with(Body other) {
        return new Asked(caller, method, path, ifMatch, idempotencyKey, dryRun, language, answer, other);
    }

    /** A digest by which the same request is known again: what is changed, and to what. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + "\n" + path + "\n" + body.type() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body.bytes()));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java platform has SHA-256", never);
        }
    }
}
