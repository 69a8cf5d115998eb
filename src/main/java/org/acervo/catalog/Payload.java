package org.acervo.catalog;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are rendered once and sent many times, kept as a raw deflate stream (RFC 1951) that ends on a byte boundary
 * without a final block, so that any number of payloads joined are again one stream; those that are sent most, as they
 * are too. The arrays are never changed once given.
 *
 * @param deflated the compressed bytes, or none where only the plain ones are at hand
 * @param plain the bytes as they were given, or none where only the compressed ones are at hand
 * @param length how many bytes they are
 * @param crc CRC-32 of the plain bytes
 */
public record Payload(byte[] deflated, byte[] plain, int length, int crc) {

    /** How the bytes go over the wire (RFC 9110 section 8.4.1). */
    public enum Coding {
        IDENTITY,
        DEFLATE
    }

    private static final byte[] NOT_AT_HAND = {};

    private static final byte[] FLUSH = {0, 0, (byte) 0xFF, (byte) 0xFF};

    /** Up to so many bytes, such as the sets of a header, building a code costs more than it saves. */
    private static final int SHORT = 600;

    /** What a stored block has before its bytes, and with the flush behind it around them. */
    private static final int STORED_HEADER = 5;

    private static final int STORED = STORED_HEADER + 1 + FLUSH.length;

    private static final ThreadLocal<Compressor> COMPRESSOR = ThreadLocal.withInitial(Compressor::new);
    private static final ThreadLocal<Inflater> INFLATER = ThreadLocal.withInitial(() -> new Inflater(true));

    /** A payload of which only the compressed bytes are at hand. */
    public Payload(byte[] deflated, int length, int crc) {
        this(deflated, NOT_AT_HAND, length, crc);
    }

    /** Compresses bytes. The same bytes give the same payload. */
    public static Payload of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new Payload(compress(bytes), bytes.length, (int) crc.getValue());
    }

    /** The same for bytes that are sent so often that they are kept in both codings. */
    public static Payload inBothCodings(byte[] bytes) {
        Payload payload = of(bytes);
        return new Payload(payload.deflated, bytes, payload.length, payload.crc);
    }

    private static byte[] compress(byte[] bytes) {
        return bytes.length <= SHORT ? stored(bytes) : deflated(bytes);
    }

    /** One stored block (RFC 1951 section 3.2.4) and the empty one of a flush. */
    private static byte[] stored(byte[] bytes) {
        byte[] block = new byte[bytes.length + STORED];
        block[1] = (byte) bytes.length;
        block[2] = (byte) (bytes.length >> 8);
        block[3] = (byte) ~bytes.length;
        block[4] = (byte) (~bytes.length >> 8);
        System.arraycopy(bytes, 0, block, STORED_HEADER, bytes.length);
        System.arraycopy(FLUSH, 0, block, block.length - FLUSH.length, FLUSH.length);
        return block;
    }

    private static byte[] deflated(byte[] bytes) {
        return COMPRESSOR.get().deflated(bytes);
    }

    /** What a thread uses again and again. */
    private static final class Compressor {

        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        private byte[] out = new byte[16_384];

        byte[] deflated(byte[] bytes) {
            deflater.reset();
            deflater.setInput(bytes);
            int size = 0;
            while (true) {
                size += deflater.deflate(out, size, out.length - size, Deflater.SYNC_FLUSH);
                if (size < out.length) {
                    return Arrays.copyOf(out, size);
                }
                out = Arrays.copyOf(out, 2 * out.length);
            }
        }
    }

    /** The bytes as they were given. */
    public byte[] bytes() {
        byte[] out = new byte[length];
        copy(out, 0);
        return out;
    }

    /**
     * The compressed bytes, once it is sure that another stream can follow them. Whether each bit is what it was is for
     * the database to know, whose pages have checksums.
     *
     * @throws IllegalStateException where they have been cut
     */
    public byte[] joinable() {
        byte[] bytes = deflated.length == 0 ? compress(plain) : deflated;
        if (!endsOnByteBoundary(bytes)) {
            throw new IllegalStateException("A payload of " + length + " bytes does not end on a byte boundary");
        }
        return bytes;
    }

    /**
     * Puts the bytes into an array, from an offset on, once it is sure that they are what was given.
     *
     * @throws IllegalStateException where they are damaged
     */
    public void copy(byte[] target, int offset) {
        if (plain.length == 0) {
            inflate(target, offset);
        } else if (plain.length == length) {
            System.arraycopy(plain, 0, target, offset, length);
        } else {
            throw new IllegalStateException("A payload of " + length + " bytes has " + plain.length);
        }
        CRC32 actual = new CRC32();
        actual.update(target, offset, length);
        if ((int) actual.getValue() != crc) {
            throw new IllegalStateException("A payload is not what it was: its checksum differs");
        }
    }

    private void inflate(byte[] target, int offset) {
        if (length > 0 && length <= SHORT && deflated.length == length + STORED && deflated[0] == 0) {
            System.arraycopy(deflated, STORED_HEADER, target, offset, length);
            return;
        }
        Inflater inflater = INFLATER.get();
        inflater.reset();
        inflater.setInput(deflated);
        try {
            int done = 0;
            while (done < length) {
                int n = inflater.inflate(target, offset + done, length - done);
                if (n == 0) {
                    throw new IllegalStateException("A payload of " + length + " bytes ends after " + done);
                }
                done += n;
            }
            if (inflater.inflate(new byte[1]) > 0 || inflater.finished() || !endsOnByteBoundary(deflated)) {
                throw new IllegalStateException("A payload of " + length + " bytes does not end there");
            }
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("A payload is damaged", damaged);
        }
    }

    /** Whether the last block is the empty stored one of a flush. */
    private static boolean endsOnByteBoundary(byte[] stream) {
        int end = stream.length;
        return end >= FLUSH.length && Arrays.equals(stream, end - FLUSH.length, end, FLUSH, 0, FLUSH.length);
    }

    /** Whether both stand for the same bytes, however they were compressed. */
    public boolean sameBytes(Payload other) {
        return length == other.length
                && crc == other.crc
                && (deflated.length > 0 && Arrays.equals(deflated, other.deflated)
                        || Arrays.equals(bytes(), other.bytes()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload that && sameBytes(that);
    }

    @Override
    public int hashCode() {
        return crc;
    }
}
