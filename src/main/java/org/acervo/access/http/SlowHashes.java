package org.acervo.access.http;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.acervo.access.PasswordHash;
import org.acervo.access.Passwords;

/** PBKDF2 with HMAC-SHA-512, as often as OWASP's Password Storage Cheat Sheet asks. */
final class SlowHashes implements Passwords {

    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    private final Pbkdf2PasswordHash hashes;

    /** @param hashes a fresh one of the platform */
    SlowHashes(Pbkdf2PasswordHash hashes) {
        this.hashes = hashes;
        hashes.initialize(PARAMETERS);
    }

    @Override
    public PasswordHash hash(String password) {
        return new PasswordHash(hashes.generate(password.toCharArray()));
    }

    @Override
    public boolean matches(String password, PasswordHash hash) {
        return hashes.verify(password.toCharArray(), hash.encoded());
    }
}
