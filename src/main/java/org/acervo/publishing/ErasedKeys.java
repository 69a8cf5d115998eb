package org.acervo.publishing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.acervo.catalog.Memory;
import org.acervo.catalog.SourceKey;

/**
 * Knows the missions' keys of erased publications without keeping them, for a key may itself name somebody: by an
 * HMAC-SHA-256 under a random key of the repository. Thread-safe.
 */
final class ErasedKeys {

    private static final String NAME = "erasure-key";
    private static final String ALGORITHM = "HmacSHA256";

    /** After so long it is noticed what was erased on another node. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Erasures erasures;
    private final Memory memory;
    private volatile Known known = new Known(Set.of(), System.nanoTime() - FRESH.toNanos() - 1);

    /** @param since nanoseconds of a clock that only runs forward */
    private record Known(Set<String> hashes, long since) {}

    ErasedKeys(Erasures erasures, Memory memory) {
        this.erasures = erasures;
        this.memory = memory;
    }

    /** Whether a publication with that key was erased. */
    boolean has(SourceKey key) {
        if (System.nanoTime() - known.since() > FRESH.toNanos()) {
            refresh();
        }
        Set<String> hashes = known.hashes();
        return !hashes.isEmpty() && hashes.contains(hash(key));
    }

    /** Looks now. */
    void refresh() {
        known = new Known(erasures.keys(), System.nanoTime());
    }

    String hash(SourceKey key) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        byte[] secret = Base64.getDecoder()
                .decode(memory.keepFirst(NAME, Base64.getEncoder().encodeToString(fresh)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] text = (key.mission() + "\n" + key.sourceId()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, never);
        }
    }
}
