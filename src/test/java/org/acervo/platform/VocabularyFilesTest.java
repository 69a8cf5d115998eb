package org.acervo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyFilesTest {

    private static final Path SHIPPED = Path.of("config", "vocabularies");
    private static final String LABELS = "{\"en\": \"a\", \"es\": \"b\", \"fr\": \"c\", \"pt\": \"d\"}";

    private final Path folder;

    VocabularyFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void copyTheShippedFiles() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SHIPPED)) {
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void the_shipped_vocabularies_are_read() {
        Vocabularies shipped = VocabularyFiles.read(SHIPPED);
        assertThat(shipped.missions().all())
                .hasSize(14)
                .extracting(Term::code)
                .startsWith("mexico", "belize")
                .endsWith("regional-office", "iom-global");
        assertThat(shipped.themes().all()).hasSize(7);
        assertThat(shipped.types().find("news").orElseThrow().isNews()).isTrue();
        assertThat(shipped.organizationNamed("oim").orElseThrow().kind()).isEqualTo(Organization.Kind.IOM_MISSION);
        assertThat(shipped.licence("http://creativecommons.org/licenses/by/4.0"))
                .isPresent();
        assertThat(shipped.languages().marc("fr")).isEqualTo("fre");
        assertThat(shipped.places().label("MX-CHP", InterfaceLanguage.EN)).isEqualTo("Chiapas");
    }

    @Test
    void a_mission_has_its_defaults_and_its_way_of_depositing() throws IOException {
        write(
                "missions.json",
                "[{\"code\": \"m\", \"labels\": " + LABELS
                        + ", \"coverage\": [\"MX\", \"029\"], \"deposit\": \"direct\","
                        + " \"defaults\": {\"publisher\": \"IOM\", \"language\": \"pt-BR\", \"country\": \"BR\"}}]");
        Mission mission = VocabularyFiles.read(folder).missions().find("m").orElseThrow();
        assertThat(mission.reviewed()).isFalse();
        assertThat(mission.coverage()).containsExactly("MX", "029");
        assertThat(mission.defaults()).isEqualTo(new Mission.Defaults("IOM", null, "pt-BR", "BR"));
    }

    @Test
    void everything_that_is_wrong_in_any_file_is_said_at_once() throws IOException {
        write(
                "themes.json",
                "[{\"code\": \"a\", \"labels\": {\"en\": \"a\", \"es\": 1, \"fr\": \"c\"}, \"description\": []}, 7]");
        write("types.json", "{\"code\":");
        Files.delete(folder.resolve("licences.json"));
        assertThat(problems())
                .hasSize(6)
                .contains(
                        at("licences.json") + ": there is no such file; expected a JSON file",
                        at("themes.json") + ", entry 1 (a), labels: \"es\" is 1; expected a text",
                        at("themes.json") + ", entry 1 (a), labels: \"pt\" is missing; expected a text",
                        at("themes.json")
                                + ", entry 1 (a): \"description\" is []; expected an object with a text in each of"
                                + " en, es, fr and pt",
                        at("themes.json") + ": entry 2 is 7; expected an object")
                .anySatisfy(problem -> assertThat(problem).startsWith(at("types.json") + ": this is not JSON; "));
    }

    @Test
    void a_misspelt_member_and_a_repeated_code_are_said() throws IOException {
        String theme = "{\"code\": \"a\", \"labels\": " + LABELS + ", \"description\": " + LABELS;
        write("themes.json", "[" + theme + ", \"lable\": 1}, " + theme + "}]");
        assertThat(problems())
                .containsExactly(
                        at("themes.json")
                                + ", entry 1 (a): \"lable\" is not known here; expected code, description, labels",
                        at("themes.json") + ", entry 2 (a): another entry has the same code; expected each once");
    }

    @Test
    void a_mission_whose_codes_are_unknown_is_said() throws IOException {
        write(
                "missions.json",
                "[{\"code\": \"Mexico City\", \"labels\": " + LABELS
                        + ", \"coverage\": [\"XX\"], \"deposit\": \"later\","
                        + " \"defaults\": {\"rights\": \"free\", \"language\": \"Spanish\", \"country\": \"029\"}}]");
        String entry = at("missions.json") + ", entry 1 (Mexico City)";
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        entry + ": \"code\" is \"Mexico City\"; expected lower-case letters, digits and hyphens",
                        entry
                                + ": \"coverage\" is [\"XX\"]; expected codes of countries (ISO 3166-1) and regions (UN M49),"
                                + " such as MX or 029",
                        entry + ": \"deposit\" is \"later\"; expected direct or reviewed",
                        entry + ", defaults: \"rights\" is \"free\"; expected the uri of an entry of licences.json",
                        entry + ", defaults: \"language\" is \"Spanish\"; expected a BCP 47 tag such as es or pt-BR",
                        entry
                                + ", defaults: \"country\" is \"029\"; expected the code of a country (ISO 3166-1), such as MX");
    }

    @Test
    void what_is_wrong_in_the_other_files_is_said() throws IOException {
        write(
                "types.json",
                "[{\"code\": \"a\", \"labels\": " + LABELS
                        + ", \"dcmi\": \"Book\", \"coar\": \"c_1\", \"coarLabel\": \" \"}]");
        write(
                "organizations.json",
                "[{\"code\": \"a\", \"name\": " + LABELS + ", \"aliases\": [1], \"kind\": \"club\"}]");
        write("licences.json", "[{\"uri\": \"https://x.org/\", \"labels\": " + LABELS + ", \"open\": \"yes\"}]");
        write("languages.json", "[{\"code\": \"qqq\", \"marc\": \"Spanish\"}]");
        write("subdivisions.json", "{\"MX\": \"Mexico\", \"XX-1\": \"Nowhere\", \"MX-1\": 1}");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        at("types.json")
                                + ", entry 1 (a): \"dcmi\" is \"Book\"; expected a term of the DCMI Type Vocabulary, such as"
                                + " Text",
                        at("types.json")
                                + ", entry 1 (a): \"coar\" is \"c_1\"; expected an address that begins with http:// or"
                                + " https://",
                        at("types.json") + ", entry 1 (a): \"coarLabel\" is \" \"; expected a text",
                        at("organizations.json") + ", entry 1 (a): \"aliases\" is [1]; expected a list of texts",
                        at("organizations.json")
                                + ", entry 1 (a): \"kind\" is \"club\"; expected iom-mission or un-agency or"
                                + " intergovernmental or government or academia or civil-society or private",
                        at("licences.json") + ", entry 1 (https://x.org/): \"open\" is \"yes\"; expected true or false",
                        at("languages.json")
                                + ", entry 1 (qqq): \"marc\" is \"Spanish\"; expected three letters of the MARC list of"
                                + " languages",
                        at("languages.json")
                                + ", entry 1 (qqq): \"labels\" is missing; expected the language's names, since the JDK"
                                + " has none, or a BCP 47 code such as pt-BR",
                        at("subdivisions.json") + ": member \"MX\" is no subdivision; expected a code such as MX-CHP",
                        at("subdivisions.json") + ": member \"XX-1\" is no subdivision; expected a code such as MX-CHP",
                        at("subdivisions.json") + ": member \"MX-1\" is 1; expected a text");
    }

    @Test
    void a_changed_label_changes_the_fingerprint() throws IOException {
        String before = VocabularyFiles.read(folder).fingerprint();
        assertThat(before).isEqualTo(VocabularyFiles.read(SHIPPED).fingerprint());
        String types = Files.readString(folder.resolve("types.json"));
        write("types.json", types.replaceFirst("\"Study\"", "\"Research study\""));
        assertThat(VocabularyFiles.read(folder).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void the_collections_of_the_sample_are_read() throws IOException {
        write(
                "collections.json",
                "[{\"slug\": \"one\", \"title\": " + LABELS + ", \"description\": " + LABELS + ", \"order\": 3}]");
        assertThat(SampleCollections.read(folder.resolve("collections.json")))
                .singleElement()
                .satisfies(collection -> {
                    assertThat(collection.code()).isEqualTo("one");
                    assertThat(collection.labels().in(InterfaceLanguage.ES)).isEqualTo("b");
                    assertThat(collection.order()).isEqualTo(3);
                });
    }

    @Test
    void a_collection_without_a_place_is_said() throws IOException {
        write(
                "collections.json",
                "[{\"slug\": \"one\", \"title\": " + LABELS + ", \"description\": " + LABELS + ", \"order\": 1.5}]");
        Path file = folder.resolve("collections.json");
        assertThat(catchThrowableOfType(MalformedConfiguration.class, () -> SampleCollections.read(file))
                        .problems())
                .containsExactly(file + ", entry 1 (one): \"order\" is 1.5; expected a whole number");
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    private List<String> problems() {
        return catchThrowableOfType(MalformedConfiguration.class, () -> VocabularyFiles.read(folder))
                .problems();
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
