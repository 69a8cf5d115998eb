package org.acervo.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which passwords were right, because a program sends its password with every request and the
 * hash is slow on purpose. What is remembered is a MAC under a key of this process, over the stored hash too: after a
 * change of the password nothing fits any more. Thread-safe.
 */
final class VerifiedPasswords {

    private static final String MAC = "HmacSHA256";
    private static final int MOST = 10_000;
    private static final long KEPT = Duration.ofMinutes(5).toNanos();

    private final ConcurrentHashMap<String, Long> verified = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final LongSupplier nanos;

    VerifiedPasswords(LongSupplier nanos) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
        this.nanos = nanos;
    }

    boolean has(String password, PasswordHash hash) {
        Long since = verified.get(mark(password, hash));
        return since != null && nanos.getAsLong() - since < KEPT;
    }

    void add(String password, PasswordHash hash) {
        long now = nanos.getAsLong();
        if (verified.size() >= MOST) {
            verified.values().removeIf(since -> now - since >= KEPT);
        }
        if (verified.size() < MOST) {
            verified.put(mark(password, hash), now);
        }
    }

    private String mark(String password, PasswordHash hash) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(hash.encoded().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
