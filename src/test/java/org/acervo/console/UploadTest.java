package org.acervo.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.acervo.catalog.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    private static final MediaType TYPE = new MediaType("multipart", "form-data", Map.of("boundary", "xYz"));
    private static final String FIELD = "--xYz\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nsecret";
    private static final String FILE =
            "\r\n--xYz\r\ncontent-disposition: form-data; name=\"sheet\"; filename=\"%s\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n%s";
    private static final String END = "\r\n--xYz--\r\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A body that comes in pieces of any size, as from a network. */
    private static Upload upload(byte[] body, long seed) throws IOException {
        Random random = new Random(seed);
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(body)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(seed % 2 == 0 ? 3 : 9_000)));
            }
        };
        return Upload.of(TYPE, slow);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void fields_and_files_come_as_they_were_sent(long seed) throws IOException {
        String tricky = "a\r\n--xY\r\n-\r\r\n--x\nYz\r";
        byte[] body = bytes(FIELD
                + "\r\n--xYz\r\nContent-Disposition: form-data; name=\"títle\"\r\n\r\nÑandú\r\n2"
                + FILE.formatted("C:\\docs\\año %22x%22.csv", tricky)
                + FILE.formatted("", "")
                + "\r\n--xYz\r\nContent-Disposition: form-data; name=\"late\"\r\n\r\nlate"
                + FILE.formatted("b.csv", "")
                + END);
        Upload upload = upload(body, seed);
        assertThat(upload.fields().asMap().keySet()).containsExactly("token", "títle");
        assertThat(upload.fields().get("token")).isEqualTo("secret");
        assertThat(upload.fields().get("títle")).isEqualTo("Ñandú\n2");
        Upload.File first = upload.next().orElseThrow();
        assertThat(first.field()).isEqualTo("sheet");
        assertThat(first.name()).isEqualTo("año \"x\".csv");
        assertThat(new String(first.content().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(tricky);
        Upload.File second = upload.next().orElseThrow();
        assertThat(second.name()).isEqualTo("b.csv");
        assertThat(second.content().readAllBytes()).isEmpty();
        assertThat(upload.next()).isEmpty();
        assertThat(upload.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void a_large_file_comes_whole_and_one_that_is_not_read_is_passed_over(long seed) throws IOException {
        StringBuilder large = new StringBuilder();
        Random random = new Random(seed);
        while (large.length() < 200_000) {
            large.append("\r\n--xY").append(random.nextInt());
        }
        Upload upload = upload(
                bytes(FIELD + FILE.formatted("a", large) + FILE.formatted("b", large) + FILE.formatted("c", "x") + END),
                seed);
        assertThat(new String(upload.next().orElseThrow().content().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(large.toString());
        assertThat(upload.next().orElseThrow().content().read()).isEqualTo('\r');
        Upload.File last = upload.next().orElseThrow();
        assertThat(last.name()).isEqualTo("c");
        assertThat(last.content().readAllBytes()).isEqualTo(bytes("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--xYz",
                "no boundary",
                FIELD,
                "--xYz\r\nContent-Type: text/plain\r\n\r\nx" + END,
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n",
                "--xYz rubbish\r\n\r\n\r\nx" + END
            })
    void what_is_malformed_is_refused(String body) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> upload(bytes(body), 1));
    }

    @Test
    void a_file_that_breaks_off_is_not_taken_for_whole() throws IOException {
        Upload upload = upload(bytes(FIELD + FILE.formatted("a", "half of i")), 2);
        InputStream content = upload.next().orElseThrow().content();
        assertThatExceptionOfType(Refused.class).isThrownBy(content::readAllBytes);
    }

    @Test
    void fields_are_bounded_and_a_form_without_files_is_one_too() throws IOException {
        assertThat(upload(bytes(FIELD + END), 1).next()).isEmpty();
        String long70k = "x".repeat(70_000);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> upload(bytes(FIELD + long70k + END), 1));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> upload(bytes((FIELD + "\r\n").repeat(300) + END), 1));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Upload.of(MediaType.MULTIPART_FORM_DATA_TYPE, InputStream.nullInputStream()));
    }
}
