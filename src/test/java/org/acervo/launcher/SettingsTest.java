package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path folder;

    private final Properties system = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configFolder() throws IOException {
        Files.createDirectories(folder.resolve("config"));
    }

    @Test
    void defaults() throws Refusal {
        Settings settings = read();
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.data()).isEqualTo(folder.resolve("data"));
        assertThat(settings.config()).isEqualTo(folder.resolve("config"));
        assertThat(settings.databaseMemory()).matches("[0-9]+M");
        assertThat(settings.externalDatabase()).isEmpty();
        assertThat(settings.sample()).isTrue();
    }

    @Test
    void aSystemPropertyGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        file("ACERVO_HTTP_PORT=1001", "ACERVO_OAI_PAGE_SIZE=200", "ACERVO_REPOSITORY_NAME=Colección");
        environment.put("ACERVO_HTTP_PORT", "1002");
        environment.put("ACERVO_OAI_PAGE_SIZE", "300");
        system.setProperty("ACERVO_HTTP_PORT", "1003");
        Settings settings = read();
        assertThat(settings.httpPort()).isEqualTo(1003);

        settings.publish(system, environment);
        assertThat(system)
                .containsEntry("ACERVO_HTTP_PORT", "1003")
                .containsEntry("ACERVO_REPOSITORY_NAME", "Colección")
                .doesNotContainKey("ACERVO_OAI_PAGE_SIZE");
    }

    @Test
    void anOpenIdProviderNeedsAllThatBelongsToIt() throws Exception {
        environment.put("ACERVO_OIDC_ISSUER", "https://login.example.org/realms/office");
        assertThatThrownBy(this::read)
                .hasMessage("ACERVO_OIDC_CLIENT_ID is missing; ACERVO_OIDC_ISSUER needs it\n"
                        + "ACERVO_OIDC_CLIENT_SECRET is missing; ACERVO_OIDC_ISSUER needs it");
        environment.put("ACERVO_OIDC_CLIENT_ID", "acervo");
        environment.put("ACERVO_OIDC_CLIENT_SECRET", "secret");
        read();
        for (String wrong : List.of("login.example.org", "http://login.example.org", "https://a.org/?b=c")) {
            environment.put("ACERVO_OIDC_ISSUER", wrong);
            assertThatThrownBy(this::read).hasMessageStartingWith("ACERVO_OIDC_ISSUER is \"" + wrong);
        }
        environment.remove("ACERVO_OIDC_ISSUER");
        environment.put("ACERVO_OIDC_ONLY", "true");
        assertThatThrownBy(this::read).hasMessageContaining("ACERVO_OIDC_ISSUER is missing");
    }

    @Test
    void anEmptySettingStandsForItsDefaultWhateverTheFileSays() throws Exception {
        file("ACERVO_HTTP_PORT=1001");
        environment.put("ACERVO_HTTP_PORT", "");
        assertThat(read().httpPort()).isEqualTo(8080);
    }

    @Test
    void theServerLearnsFoldersAndDefaultsButNoBaseUrlThatNobodySet() throws Refusal {
        system.setProperty("ACERVO_DATA", "there");
        environment.put("ACERVO_HTTP_PORT", "9090");
        read().publish(system, environment);
        assertThat(system)
                .containsEntry("ACERVO_DATA", folder.resolve("there").toString())
                .containsEntry("ACERVO_CONFIG", folder.resolve("config").toString())
                .containsEntry("ACERVO_SAMPLE", "true")
                .containsEntry("acervo.default.base.url", "http://localhost:9090")
                .doesNotContainKey("ACERVO_BASE_URL");
    }

    @Test
    void allWrongSettingsAreToldAtOnce() throws Exception {
        file("ACERVO_HTTP_PORT=70000", "ACERVO_OAI_SET_TOMBSTONES=yes");
        environment.put("ACERVO_DB_URL", "jdbc:mysql://h/d?user=u&password=secret");
        assertThatThrownBy(this::read)
                .isInstanceOf(Refusal.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "ACERVO_HTTP_PORT is \"70000\"; expected a number from 1 to 65535",
                        "ACERVO_DB_URL is \"jdbc:mysql://h/d?user=u&password=***\"; expected a URL that starts with"
                                + " jdbc:mariadb:",
                        "ACERVO_OAI_SET_TOMBSTONES is \"yes\"; expected true or false"));
    }

    @Test
    void theDatabaseGetsAQuarterOfTheMemoryWithinBounds() {
        long gigabyte = 1L << 30;

        assertThat(Settings.databaseMemory(gigabyte)).isEqualTo("256M");
        assertThat(Settings.databaseMemory(8 * gigabyte)).isEqualTo("2048M");
        assertThat(Settings.databaseMemory(256 * gigabyte)).isEqualTo("8192M");
    }

    @ParameterizedTest
    @CsvSource({
        "ACERVO_HTTP_PORT, 0, 8080",
        "ACERVO_HTTP_PORT, 99999999999, 65535",
        "ACERVO_OAI_PAGE_SIZE, 501, 500",
        "ACERVO_OAI_PAGE_SIZE, ten, 1",
        "ACERVO_BASE_URL, repository.example.org, https://repository.example.org/library/",
        "ACERVO_BASE_URL, https://example.org/?a=b, http://localhost:8080",
        "ACERVO_BASE_URL, ftp://example.org, http://[::1]:8080",
        "ACERVO_DB_MEMORY, lots, 4G",
        "ACERVO_DB_MEMORY, 256, 512K",
        "ACERVO_ADMIN_EMAIL, nobody, a@b.org",
        "ACERVO_REPOSITORY_IDENTIFIER, localhost, repository.example.org",
        "ACERVO_OAI_FRIENDS, http://a.org/oai b.org, http://a.org/oai  https://b.org/oai",
        "ACERVO_DOI_PREFIXES, 10.1234 doi:10.5, 10.1234  10.12345/library.",
        "ACERVO_METADATA_LICENCE, CC0, https://creativecommons.org/publicdomain/zero/1.0/",
        "ACERVO_TRUSTED_PROXIES, proxy, 10.0.0.0/8 ::1",
        "ACERVO_SAMPLE, no, false",
        "ACERVO_OIDC_CLAIM, e mail, preferred_username",
    })
    void valuesAreChecked(String key, String wrong, String right) throws Refusal {
        system.setProperty(key, wrong);
        assertThatThrownBy(this::read).isInstanceOf(Refusal.class).hasMessageStartingWith(key + " is \"" + wrong);
        system.setProperty(key, right);
        assertThat(read()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true",
        "http://127.0.0.1, true",
        "http://[::1]:80/, true",
        "https://example.org, false"
    })
    void theSampleIsForLibrariesOnThisMachine(String baseUrl, boolean sample) throws Refusal {
        system.setProperty("ACERVO_BASE_URL", baseUrl);
        assertThat(read().sample()).isEqualTo(sample);
    }

    @Test
    void theSampleIsNotForADatabaseElsewhereUnlessAskedFor() throws Refusal {
        system.setProperty("ACERVO_DB_URL", "jdbc:mariadb://db/acervo");
        assertThat(read().sample()).isFalse();
        system.setProperty("ACERVO_SAMPLE", "true");
        assertThat(read().sample()).isTrue();
    }

    @Test
    void theConfigurationFolderIsTheOneSetElseHereElseBesideTheProgram() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/config")).getParent();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        assertThat(sources(folder, home).configFolder()).isEqualTo(folder.resolve("config"));
        assertThat(sources(elsewhere, home).configFolder()).isEqualTo(home.resolve("config"));
        environment.put("ACERVO_CONFIG", "elsewhere");
        assertThat(sources(folder, home).configFolder()).isEqualTo(elsewhere);
        environment.put("ACERVO_CONFIG", "nowhere");
        assertThatThrownBy(() -> sources(folder, home).configFolder())
                .hasMessage("ACERVO_CONFIG is \"nowhere\"; expected a folder");
    }

    @Test
    void misspeltNamesInTheFileAreKnown() throws Exception {
        file("ACERVO_HTPT_PORT=1", "ACERVO_HTTP_PORT=2");
        assertThat(read().unknownNames()).containsExactly("ACERVO_HTPT_PORT");
    }

    @Test
    void theFileThatIsShippedDescribesEverySettingAndSetsNone() throws IOException {
        Path shipped = Path.of("config/acervo.properties");
        Properties set = new Properties();
        List<String> described = new ArrayList<>();
        for (String line : Files.readAllLines(shipped)) {
            if (line.startsWith("#ACERVO_")) {
                described.add(line.substring(1, line.indexOf('=')));
            }
        }
        try (var reader = Files.newBufferedReader(shipped)) {
            set.load(reader);
        }
        assertThat(set).isEmpty();
        List<String> all = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            all.add(setting.key());
        }
        assertThat(described).containsExactlyInAnyOrderElementsOf(all);
    }

    private void file(String... lines) throws IOException {
        Files.write(folder.resolve("config/acervo.properties"), List.of(lines));
    }

    private Settings read() throws Refusal {
        return Settings.read(sources(folder, folder.resolve("home")));
    }

    private Settings.Sources sources(Path workingDirectory, Path home) {
        return new Settings.Sources(system, environment, workingDirectory, home);
    }
}
