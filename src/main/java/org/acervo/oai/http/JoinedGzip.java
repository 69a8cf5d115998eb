package org.acervo.oai.http;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import org.acervo.catalog.Crc32;
import org.acervo.catalog.Payload;

/**
 * One gzip member (RFC 1952) made of payloads as they are stored and of bytes between them: nothing that is stored is
 * compressed again. Not thread-safe.
 */
final class JoinedGzip {

    private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
    private static final byte[] LAST_BLOCK = {3, 0};
    private static final int WORTH_DEFLATING = 512;

    private final ByteArrayOutputStream out;
    private final ByteArrayOutputStream between = new ByteArrayOutputStream(256);
    private int crc;
    private long length;

    /** @param size about how many bytes there will be */
    JoinedGzip(int size) {
        out = new ByteArrayOutputStream(size);
        out.writeBytes(HEADER);
    }

    void add(byte[] bytes) {
        between.writeBytes(bytes);
    }

    /** @param payload sound: the client gets it unseen */
    void add(Payload payload) {
        flush();
        join(payload);
    }

    byte[] finish() {
        flush();
        out.writeBytes(LAST_BLOCK);
        writeInt(crc);
        writeInt((int) length);
        return out.toByteArray();
    }

    private void flush() {
        byte[] bytes = between.toByteArray();
        between.reset();
        if (bytes.length >= WORTH_DEFLATING) {
            join(Payload.of(bytes));
        } else if (bytes.length > 0) {
            CRC32 own = new CRC32();
            own.update(bytes);
            out.write(0);
            writeShort(bytes.length);
            writeShort(~bytes.length);
            out.writeBytes(bytes);
            count((int) own.getValue(), bytes.length);
        }
    }

    private void join(Payload payload) {
        out.writeBytes(payload.joinable());
        count(payload.crc(), payload.length());
    }

    private void count(int itsCrc, int itsLength) {
        crc = length == 0 ? itsCrc : Crc32.join(crc, itsCrc, itsLength);
        length += itsLength;
    }

    private void writeShort(int value) {
        out.write(value);
        out.write(value >> 8);
    }

    private void writeInt(int value) {
        writeShort(value);
        writeShort(value >> 16);
    }
}
