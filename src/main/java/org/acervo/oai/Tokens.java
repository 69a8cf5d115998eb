package org.acervo.oai;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.jspecify.annotations.Nullable;

/** Writes and reads resumption tokens: binary, signed with HMAC-SHA-256, in base64url. Thread-safe. */
final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int VERSION = 1;
    private static final int SIGNATURE = 16;
    private static final int LONGEST = 2048;
    private static final List<Verb> CODES = List.of(Verb.LIST_RECORDS, Verb.LIST_IDENTIFIERS, Verb.LIST_SETS);
    private static final long ABSENT = Long.MIN_VALUE;

    private final SecretKeySpec key;

    Tokens(TokenKey key) {
        this.key = new SecretKeySpec(key.bytes(), ALGORITHM);
    }

    String write(ResumptionToken token) {
        byte[] content = content(token);
        byte[] signed = Arrays.copyOf(content, content.length + SIGNATURE);
        System.arraycopy(sign(content), 0, signed, content.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Reads a token; empty where it was not written here, whatever was done to it. */
    Optional<ResumptionToken> read(String text) {
        byte[] signed = decode(text);
        if (signed.length <= SIGNATURE) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(signed, signed.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(signed, content.length, signed.length);
        return MessageDigest.isEqual(signature, sign(content)) ? parse(content) : Optional.empty();
    }

    /** Empty where the text is not exactly what the encoder writes: a spare bit may not differ either. */
    private static byte[] decode(String text) {
        if (text.length() > LONGEST) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return again.equals(text) ? bytes : new byte[0];
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    private static byte[] content(ResumptionToken token) {
        Selection selection = token.selection();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(CODES.indexOf(token.verb()));
            out.writeLong(token.chain());
            writeNumber(out, token.issued().getEpochSecond());
            writeNumber(out, token.after());
            writeNumber(out, token.cursor());
            writeNumber(out, token.size());
            writeTime(out, selection.from());
            writeTime(out, selection.until());
            out.writeUTF(selection.prefix());
            SetSpec set = selection.set();
            out.writeUTF(set == null ? "" : set.value());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Optional<ResumptionToken> parse(byte[] content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            Verb verb = CODES.get(in.readByte());
            long chain = in.readLong();
            Instant issued = Instant.ofEpochSecond(readNumber(in));
            long after = readNumber(in);
            long cursor = readNumber(in);
            long size = readNumber(in);
            Instant from = readTime(in);
            Instant until = readTime(in);
            String prefix = in.readUTF();
            SetSpec set = SetSpec.parse(in.readUTF()).orElse(null);
            Selection selection = new Selection(prefix, set, from, until);
            return Optional.of(new ResumptionToken(verb, selection, after, cursor, size, issued, chain));
        } catch (IOException signedButUnreadable) {
            throw new UncheckedIOException(signedButUnreadable);
        }
    }

    private static void writeTime(DataOutputStream out, @Nullable Instant time) throws IOException {
        writeNumber(out, time == null ? ABSENT : time.getEpochSecond());
    }

    private static @Nullable Instant readTime(DataInputStream in) throws IOException {
        long seconds = readNumber(in);
        return seconds == ABSENT ? null : Instant.ofEpochSecond(seconds);
    }

    /** The length of the number in bytes, and these: short for what is small. {@link #ABSENT} has none. */
    private static void writeNumber(DataOutputStream out, long number) throws IOException {
        int length = number == ABSENT ? 0 : (64 - Long.numberOfLeadingZeros(number < 0 ? ~number : number)) / 8 + 1;
        out.writeByte(length);
        for (int i = length - 1; i >= 0; i--) {
            out.writeByte((int) (number >> (8 * i)));
        }
    }

    private static long readNumber(DataInputStream in) throws IOException {
        int length = in.readByte();
        if (length == 0) {
            return ABSENT;
        }
        long number = in.readByte();
        for (int i = 1; i < length; i++) {
            number = number << 8 | in.readUnsignedByte();
        }
        return number;
    }
}
