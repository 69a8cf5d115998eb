package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void nothingHasNoLines() throws IOException {
        assertThat(texts("")).isEmpty();
        assertThat(texts("\n\n \t \r\n\n")).isEmpty();
        assertThat(texts("\uFEFF")).isEmpty();
    }

    @Test
    void linesHaveTheirNumbersHoweverTheyEnd() throws IOException {
        assertThat(texts("a\nb\r\n\n  \r\nc")).containsExactly("1 a", "2 b", "5 c");
        assertThat(texts("a\nb\n")).containsExactly("1 a", "2 b");
        assertThat(texts("\na")).containsExactly("2 a");
    }

    @Test
    void aByteOrderMarkBelongsToTheFileAlone() throws IOException {
        assertThat(texts("\uFEFFa\n\uFEFFb")).containsExactly("1 a", "2 \uFEFFb");
    }

    @Test
    void linesCrossTheBuffer() throws IOException {
        String a = "a".repeat(65_535);
        String b = "b".repeat(65_536);
        String c = "c".repeat(200_000);
        assertThat(texts(a + "\n" + b + "\r\n" + c + "\nd")).containsExactly("1 " + a, "2 " + b, "3 " + c, "4 d");
    }

    @Test
    void bytesMayComeOneByOne() throws IOException {
        byte[] bytes = "\uFEFFña\r\nb\n\nc".getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(1, length));
            }
        };
        assertThat(texts(new Lines(slow), 10)).containsExactly("1 ña", "2 b", "4 c");
    }

    @Test
    void aBlockHasAtMostSoManyLines() throws IOException {
        Lines lines = lines("a\n\nb\nc\n");
        assertThat(texts(lines, 2)).containsExactly("1 a", "3 b");
        assertThat(texts(lines, 2)).containsExactly("4 c");
        assertThat(texts(lines, 2)).isEmpty();
        assertThat(texts(lines, 2)).isEmpty();
    }

    @Test
    void theLongestLineIsNotTooLong() throws IOException {
        byte[] longest = new byte[Lines.LONGEST];
        Arrays.fill(longest, (byte) 'x');
        for (String end : List.of("", "\n", "\r\n")) {
            List<Lines.Line> lines = new Lines(join(longest, end + "y")).next(1);
            assertThat(lines).singleElement().satisfies(line -> {
                assertThat(line.isTooLong()).isEqualTo(end.isEmpty());
                assertThat(line.bytes()).hasSizeLessThanOrEqualTo(Lines.LONGEST + 5);
            });
        }
    }

    @Test
    void aTooLongLineIsOneLineWhereverItIsCut() throws IOException {
        byte[] longest = new byte[Lines.LONGEST];
        Arrays.fill(longest, (byte) ' ');
        System.arraycopy("\uFEFF{".getBytes(StandardCharsets.UTF_8), 0, longest, 0, 4);
        Lines lines = new Lines(join(longest, "\rmuch more}\nnext"));

        assertThat(lines.next(1)).singleElement().matches(Lines.Line::isTooLong);
        assertThat(texts(lines, 1)).containsExactly("2 next");
    }

    @Test
    void aBlockIsBoundedInBytesToo() throws IOException {
        byte[] line = new byte[Lines.LONGEST];
        Arrays.fill(line, (byte) 'x');
        line[Lines.LONGEST - 1] = '\n';
        InputStream many = join(line, "");
        for (int i = 0; i < 40; i++) {
            many = new SequenceInputStream(many, new ByteArrayInputStream(line));
        }
        Lines lines = new Lines(many);
        int all = 0;
        for (List<Lines.Line> block = lines.next(500); !block.isEmpty(); block = lines.next(500)) {
            assertThat(block).hasSizeLessThan(20);
            all += block.size();
        }
        assertThat(all).isEqualTo(41);
    }

    private static InputStream join(byte[] start, String end) {
        return new SequenceInputStream(
                new ByteArrayInputStream(start), new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)));
    }

    private static Lines lines(String text) {
        return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(String text) throws IOException {
        return texts(lines(text), 1_000);
    }

    private static List<String> texts(Lines lines, int most) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Lines.Line line : lines.next(most)) {
            texts.add(line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
