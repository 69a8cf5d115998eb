package org.acervo.catalog;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are rendered once and sent many times, kept as a raw deflate stream (RFC 1951) that ends on a byte boundary
 * without a final block, so that any number of payloads joined are again one stream.
 *
 * @param deflated the compressed bytes; never changed once given
 * @param length how many bytes they stand for
 * @param crc CRC-32 of those bytes
 */
public record Payload(byte[] deflated, int length, int crc) {

    private static final byte[] FLUSH = {0, 0, (byte) 0xFF, (byte) 0xFF};

    /** Up to so many bytes, such as the sets of a header, building a code costs more than it saves. */
    private static final int SHORT = 600;

    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));
    private static final ThreadLocal<Inflater> INFLATER = ThreadLocal.withInitial(() -> new Inflater(true));

    /** Compresses bytes. The same bytes give the same payload. */
    public static Payload of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        byte[] deflated = bytes.length <= SHORT ? stored(bytes) : deflated(bytes);
        return new Payload(deflated, bytes.length, (int) crc.getValue());
    }

    /** One stored block (RFC 1951 section 3.2.4) and the empty one of a flush. */
    private static byte[] stored(byte[] bytes) {
        byte[] block = new byte[6 + bytes.length + FLUSH.length];
        block[1] = (byte) bytes.length;
        block[2] = (byte) (bytes.length >> 8);
        block[3] = (byte) ~bytes.length;
        block[4] = (byte) (~bytes.length >> 8);
        System.arraycopy(bytes, 0, block, 5, bytes.length);
        System.arraycopy(FLUSH, 0, block, 6 + bytes.length, FLUSH.length);
        return block;
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setInput(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        byte[] buffer = new byte[4096];
        int n;
        do {
            n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, n);
        } while (n == buffer.length);
        return out.toByteArray();
    }

    /** The bytes as they were given. */
    public byte[] bytes() {
        byte[] out = new byte[length];
        inflate(out, 0);
        return out;
    }

    /**
     * Puts the bytes into an array, from an offset on, once it is sure that they are what was given and that the stream
     * can be followed by another.
     *
     * @throws IllegalStateException where the compressed bytes are damaged
     */
    public void inflate(byte[] target, int offset) {
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
            if (inflater.inflate(new byte[1]) > 0 || inflater.finished() || !endsOnByteBoundary()) {
                throw new IllegalStateException("A payload of " + length + " bytes does not end there");
            }
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("A payload is damaged", damaged);
        }
        CRC32 actual = new CRC32();
        actual.update(target, offset, length);
        if ((int) actual.getValue() != crc) {
            throw new IllegalStateException("A payload is not what it was: its checksum differs");
        }
    }

    /** Whether the last block is the empty stored one of a flush. */
    private boolean endsOnByteBoundary() {
        int end = deflated.length;
        return end >= FLUSH.length && Arrays.equals(deflated, end - FLUSH.length, end, FLUSH, 0, FLUSH.length);
    }

    /** Whether both stand for the same bytes, however they were compressed. */
    public boolean sameBytes(Payload other) {
        return length == other.length
                && crc == other.crc
                && (Arrays.equals(deflated, other.deflated) || Arrays.equals(bytes(), other.bytes()));
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
