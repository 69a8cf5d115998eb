package org.acervo.deposit.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a file of comma-separated values is written, found out by looking at it.
 *
 * @param mark the bytes of the byte order mark at its beginning
 * @param declared whether its first line is {@code sep=} and the separator, which spreadsheet programs do not show
 */
record CsvDialect(Charset charset, int mark, char separator, boolean declared) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    private static final String DECLARATION = "sep=";
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int BUFFER = 1 << 16;

    /** @param names of the columns, by which the separator is recognised */
    static CsvDialect of(Path file, ColumnNames names) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(BUFFER);
        }
        Charset charset = charset(start, file);
        int mark = mark(start);
        String header = header(file, charset, mark);
        if (header.regionMatches(true, 0, DECLARATION, 0, DECLARATION.length())
                && header.length() == DECLARATION.length() + 1) {
            return new CsvDialect(charset, mark, header.charAt(DECLARATION.length()), true);
        }
        return new CsvDialect(charset, mark, separator(header, names), false);
    }

    /** A reader behind the byte order mark and the declaration of the separator. */
    Reader open(Path file) throws IOException {
        BufferedReader reader = reader(file, charset, mark);
        if (declared) {
            reader.readLine();
        }
        return reader;
    }

    private static BufferedReader reader(Path file, Charset charset, int mark) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(in, charset), BUFFER);
    }

    private static int mark(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        return bytes.length >= start.length
                && IntStream.range(0, start.length).allMatch(i -> (bytes[i] & 0xFF) == start[i]);
    }

    private static Charset charset(byte[] start, Path file) throws IOException {
        if (startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int even = zeros(start, 0);
        int odd = zeros(start, 1);
        if (even + odd > start.length / 4) {
            return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    /** Latin letters in UTF-16 have a zero in every other byte. */
    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        try (InputStream in = Files.newInputStream(file)) {
            boolean atEnd = false;
            while (!atEnd) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                atEnd = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), atEnd);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }

    /** The first line that is not blank, quoted line breaks aside: enough to see what separates. */
    private static String header(Path file, Charset charset, int mark) throws IOException {
        try (Reader reader = reader(file, charset, mark)) {
            char[] start = new char[LONGEST_HEADER];
            int length = 0;
            for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
                read = reader.read(start, length, start.length - length);
            }
            return new String(start, 0, length)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
        }
    }

    private static char separator(String header, ColumnNames names) {
        return SEPARATORS.stream()
                .max(Comparator.<Character>comparingLong(each -> known(header, each, names))
                        .thenComparing(
                                each -> header.chars().filter(c -> c == each).count())
                        .thenComparing(each -> -SEPARATORS.indexOf(each)))
                .orElse(';');
    }

    private static long known(String header, char separator, ColumnNames names) {
        return Arrays.stream(header.split(Pattern.quote(String.valueOf(separator))))
                .filter(each -> names.find(each.replace("\"", "")).isPresent())
                .count();
    }
}
