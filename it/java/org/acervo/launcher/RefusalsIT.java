package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@code acervo.jar} refuses before it starts anything: each reason in a line, and the exit status. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private Path work;

    @BeforeAll
    void prepare() throws IOException {
        work = Files.createDirectories(Path.of("target", "it-refusals").toAbsolutePath());
        Folders.empty(work);
    }

    @Test
    void badSettingsAreNamedEachInALine() {
        Acervo serve = Acervo.run(
                work,
                Map.of(
                        "ACERVO_HTTP_PORT",
                        "http",
                        "ACERVO_OAI_PAGE_SIZE",
                        "0",
                        "ACERVO_BASE_URL",
                        "library.example.org",
                        "ACERVO_ADMIN_EMAIL",
                        "nobody"),
                "serve");

        assertThat(serve.status()).isEqualTo(1);
        assertThat(serve.err().strip().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("ACERVO_HTTP_PORT is \"http\""))
                .anyMatch(line -> line.startsWith("ACERVO_OAI_PAGE_SIZE is \"0\""))
                .anyMatch(line -> line.startsWith("ACERVO_BASE_URL is \"library.example.org\""))
                .anyMatch(line -> line.startsWith("ACERVO_ADMIN_EMAIL is \"nobody\""));
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.createFile(work.resolve("file"));

        for (Path data : List.of(file, file.resolve("below"), Path.of("/proc/acervo"))) {
            refused(Map.of("ACERVO_DATA", data.toString()), "The data directory " + data + " cannot be used");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsRefused() {
        refused(
                with("ACERVO_DB_URL", "jdbc:mariadb://127.0.0.1:1/acervo"),
                "ACERVO_DB_URL: the database cannot be reached at 127.0.0.1:1");
        refused(with("ACERVO_DB_URL", "jdbc:postgresql://127.0.0.1/acervo"), "ACERVO_DB_URL is ");
    }

    @Test
    void aDatabaseThatRefusesThePasswordIsNamed() {
        Map<String, String> settings = with("ACERVO_DB_URL", TestDatabase.get().url());
        settings.put("ACERVO_DB_USER", "acervo");
        settings.put("ACERVO_DB_PASSWORD", "wrong");
        settings.put("ACERVO_HTTP_PORT", "8199");

        Acervo serve = Acervo.run(work, settings, "serve");

        assertThat(serve.status()).isEqualTo(1);
        assertThat(serve.err()).contains("Access denied").doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Acervo load = Acervo.run(work, with("ACERVO_HTTP_PORT", "8199"), "import", "nowhere.jsonl");

        assertThat(load.status()).isEqualTo(1);
        assertThat(load.err().strip().lines()).hasSize(1).first().asString().contains("nowhere.jsonl cannot be read");
    }

    @Test
    void wrongUsageEndsWithStatus2() {
        for (String[] command : new String[][] {
            {},
            {"nonsense"},
            {"serve", "now"},
            {"import"},
            {"import", "a", "b"},
            {"import", "--nonsense", "a"},
            {"render", "a"}
        }) {
            Acervo ended = Acervo.run(work, Map.of(), command);

            assertThat(ended.status()).as(String.join(" ", command)).isEqualTo(2);
            assertThat(ended.err()).contains("--help").doesNotContain("\tat ");
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void helpIsAResult() {
        Acervo help = Acervo.run(work, Map.of(), "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("serve", "import FILE", "render", "Exit status");
        assertThat(help.err()).isEmpty();
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ACERVO_DATA", work.resolve("data").toString());
        settings.put(name, value);
        return settings;
    }

    private void refused(Map<String, String> settings, String line) {
        Acervo serve = Acervo.run(work, settings, "serve");

        assertThat(serve.status()).as(serve.err()).isEqualTo(1);
        assertThat(serve.err().strip().lines()).anyMatch(each -> each.contains(line));
        assertThat(serve.err()).doesNotContain("\tat ");
        assertThat(serve.err().strip().lines().filter(each -> !each.equals("Acervo is starting ...")))
                .hasSize(1);
    }
}
