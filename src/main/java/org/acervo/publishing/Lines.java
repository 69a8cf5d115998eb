package org.acervo.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads lines as bytes, never more of one than the bound. Not thread-safe. */
final class Lines {

    /** The longest line, in bytes. */
    static final int LONGEST = 4 * 1024 * 1024;

    /** A block ends after so many bytes, however few lines they are. */
    private static final int BLOCK_BYTES = 2 * LONGEST;

    /** @param bytes without the line break; of a line that is too long only the beginning */
    record Line(long number, byte[] bytes, boolean isTooLong) {

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    private static final int MARK = 3;

    /** The longest line with a byte order mark and a carriage return. */
    private static final int MOST = LONGEST + MARK + 1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next lines that are not blank, at most so many, and fewer where they are long; empty at the end. */
    List<Line> next(int most) throws IOException {
        List<Line> lines = new ArrayList<>(most);
        long bytes = 0;
        while (lines.size() < most && bytes < BLOCK_BYTES && (position < end || fill())) {
            Line line = line();
            if (!line.isBlank()) {
                lines.add(line);
                bytes += line.bytes().length;
            }
        }
        return lines;
    }

    private Line line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
        do {
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, Math.max(0, Math.min(position - start, MOST + 1 - line.size())));
            if (position < end) {
                position++;
                break;
            }
        } while (fill());
        byte[] bytes = line.toByteArray();
        boolean isCut = bytes.length > MOST;
        byte[] text = isCut ? bytes : trim(bytes);
        return new Line(++number, text, isCut || text.length > LONGEST);
    }

    /** Without a carriage return at the end and, on the first line, a byte order mark at the beginning. */
    private byte[] trim(byte[] bytes) {
        int from = number == 0 && startsWithMark(bytes) ? MARK : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
