package org.acervo.console.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSheetsTest {

    @TempDir
    private Path folder;

    private KeptSheets sheets() {
        return new KeptSheets(folder.resolve("sheets"), 100, Clock.systemUTC());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String keep(String account, String text) throws IOException {
        KeptSheets.Copying copy = sheets().copy(account, "lista.csv", bytes(text));
        assertThat(copy.readNBytes(3)).hasSize(3);
        return copy.kept().orElseThrow();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("sheets"))) {
            return all.count();
        }
    }

    @Test
    void what_one_has_tried_is_there_for_them_alone_and_after_a_start_of_the_server() throws IOException {
        String id = keep("ana", "id;title");
        KeptSheets.Kept kept = sheets().find("ana", id).orElseThrow();
        assertThat(kept.name()).isEqualTo("lista.csv");
        assertThat(kept.file()).hasContent("id;title");
        assertThat(sheets().find("bea", id)).isEmpty();
        assertThat(sheets().find("ana", "../../etc/passwd")).isEmpty();
        sheets().remove("bea");
        assertThat(sheets().find("ana", id)).isPresent();
        sheets().remove("ana");
        assertThat(sheets().find("ana", id)).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void of_each_account_only_the_last_is_kept() throws IOException {
        String first = keep("ana", "one");
        keep("bea", "other");
        String second = keep("ana", "two");
        assertThat(sheets().find("ana", first)).isEmpty();
        assertThat(sheets().find("ana", second)).isPresent();
        assertThat(files()).isEqualTo(4);
        assertThat(sheets().clear()).isTrue();
        assertThat(files()).isZero();
    }

    @Test
    void what_is_too_large_is_read_and_not_kept() throws IOException {
        KeptSheets.Copying copy = sheets().copy("ana", "large.csv", bytes("x".repeat(101)));
        assertThat(copy.readAllBytes()).hasSize(101);
        assertThat(copy.kept()).isEqualTo(Optional.empty());
        assertThat(files()).isZero();
    }

    @Test
    void after_an_hour_it_is_gone() throws IOException {
        String id = keep("ana", "one");
        Path file = sheets().find("ana", id).orElseThrow().file();
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now(Clock.systemUTC()).minus(Duration.ofMinutes(61))));
        assertThat(sheets().find("ana", id)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void where_nothing_was_kept_there_is_nothing() {
        assertThat(sheets().find("ana", "0".repeat(32))).isEmpty();
        assertThat(sheets().clear()).isTrue();
    }
}
