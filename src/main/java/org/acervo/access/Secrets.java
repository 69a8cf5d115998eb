package org.acervo.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes texts that nobody guesses. Thread-safe. */
final class Secrets {

    private static final String TOKEN_PREFIX = "acervo_";
    private static final String MAC = "HmacSHA256";
    private static final int TOKEN_BYTES = 32;

    /** Without what is easily mistaken for something else. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 24;
    private static final int ID_LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    /** The text of a token: 256 bits behind a prefix by which scanners for leaked secrets know it. */
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 256 bits for a cookie. */
    String key() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Another secret, which tells nothing of the one that it comes from: its HMAC of what it is for. */
    static String derived(String secret, String use) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            byte[] bytes = mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A password of 120 bits that can be read out. */
    String password() {
        return readable(PASSWORD_LENGTH);
    }

    /** An identifier that is not secret and unique all the same. */
    String id() {
        return readable(ID_LENGTH);
    }

    private String readable(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return text.toString();
    }
}
