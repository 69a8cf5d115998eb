package org.acervo.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/** The parts of a body between boundaries (RFC 2046 section 5.1), each of which ends as a stream of its own would. */
final class PartStream extends InputStream {

    private static final int SIZE = 1 << 16;
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_LINES = 50;

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[SIZE];
    private int at;
    private int end;
    private boolean exhausted;
    /** Whether all of the part, or of what comes before the first one, was read. */
    private boolean partEnded;

    private boolean allEnded;
    private int lines;
    private long total;

    PartStream(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        buffer[0] = '\r'; // the first boundary needs no line before it
        buffer[1] = '\n';
        end = 2;
    }

    /** It breaks off, or is nothing that a browser would send. */
    Refused malformed() {
        return new Refused(Finding.of(Rule.INCOMPLETE_UPLOAD, "", Long.toString(total)));
    }

    /** Goes behind the next boundary; false where that was the last. */
    boolean toNextPart() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (allEnded) {
            return false;
        }
        at += delimiter.length;
        fill(2);
        boolean last = end - at >= 2 && buffer[at] == '-' && buffer[at + 1] == '-';
        if (last) {
            allEnded = true;
            return false;
        }
        if (!line().isBlank()) {
            throw malformed();
        }
        partEnded = false;
        lines = 0;
        return true;
    }

    /** A line of the part's header; empty text ends it. */
    String headerLine() throws IOException {
        if (++lines > MOST_LINES) {
            throw malformed();
        }
        return line();
    }

    private String line() throws IOException {
        int length = 0;
        while (true) {
            fill(length + 2);
            if (end - at < length + 2 || length > LONGEST_LINE) {
                throw malformed();
            }
            if (buffer[at + length] == '\r' && buffer[at + length + 1] == '\n') {
                String line = new String(buffer, at, length, StandardCharsets.UTF_8);
                at += length + 2;
                return line;
            }
            length++;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (partEnded || allEnded) {
            return -1;
        }
        fill(delimiter.length);
        int safe = safe(length);
        if (safe == 0) {
            if (end - at < delimiter.length) {
                throw malformed();
            }
            partEnded = true;
            return -1;
        }
        int count = Math.min(length, safe);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    /** How many bytes surely stand before the next boundary. */
    private int safe(int enough) {
        int last = end - delimiter.length;
        for (int i = at; i <= last && i - at < enough; i++) {
            if (buffer[i] == '\r' && isDelimiter(i)) {
                return i - at;
            }
        }
        return Math.max(0, last + 1 - at);
    }

    private boolean isDelimiter(int from) {
        return end - from >= delimiter.length
                && Arrays.equals(buffer, from, from + delimiter.length, delimiter, 0, delimiter.length);
    }

    /** Has so many bytes to look at, or as many as there still are. */
    private void fill(int wanted) throws IOException {
        while (end - at < wanted && !exhausted) {
            if (at > 0) {
                System.arraycopy(buffer, at, buffer, 0, end - at);
                end -= at;
                at = 0;
            }
            int read = body.read(buffer, end, buffer.length - end);
            exhausted = read < 0;
            end += Math.max(0, read);
            total += Math.max(0, read);
        }
    }
}
