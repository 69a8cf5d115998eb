package org.acervo.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks texts that must be read again, such as what signs the calls of a webhook, so that the database alone does not give
 * them away: AES-256 in Galois/Counter Mode (NIST SP 800-38D) under a key that lies elsewhere. Thread-safe.
 */
public final class Vault {

    /** How many bytes a key has. */
    public static final int KEY_BYTES = 32;

    private static final String FORM = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<byte[]> key;
    private final SecureRandom random = new SecureRandom();

    /** @param key asked at each use, so that a repository without anything locked needs none */
    public Vault(Supplier<byte[]> key) {
        this.key = key;
    }

    /**
     * Locks a text.
     *
     * @param use what it is for; only who names the same use can unlock it
     * @throws UnreadableSecret where there is no usable key
     */
    public String lock(String text, String use) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, use).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
            return FORM + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException unusable) {
            throw new UnreadableSecret(unusable);
        }
    }

    /**
     * The text that was locked.
     *
     * @throws UnreadableSecret where it was locked under another key or for another use, or is damaged
     */
    public String unlock(String locked, String use) {
        try {
            byte[] whole = Base64.getDecoder().decode(locked.substring(FORM.length()));
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer rest = ByteBuffer.wrap(whole).get(nonce);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, use).doFinal(whole, rest.position(), rest.remaining());
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            throw unreadable instanceof UnreadableSecret known ? known : new UnreadableSecret(unreadable);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String use) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.get(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((FORM + use).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Something that was locked cannot be read with the key that is there. */
    public static final class UnreadableSecret extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableSecret(Throwable cause) {
            super("It cannot be unlocked with the key that is there; restore the key, or set it anew", cause);
        }

        UnreadableSecret(String why) {
            super(why);
        }
    }
}
