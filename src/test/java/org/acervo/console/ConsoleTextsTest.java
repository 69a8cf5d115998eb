package org.acervo.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.acervo.access.AuditEntry;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;

/** The words of the console are there in the four languages, and templates name no others. */
class ConsoleTextsTest {

    private static final Path ROOT = Path.of("src/main/resources/org/acervo");
    private static final Path CONSOLE = ROOT.resolve("console");
    private static final Pattern NAMED = Pattern.compile("t\\[\"([A-Za-z0-9.-]+)\"]");

    @Test
    void every_word_is_there_in_every_language() throws IOException {
        for (Path folder : folders()) {
            Set<String> english = words(bundle(folder, InterfaceLanguage.EN)).stringPropertyNames();
            assertThat(english).as(folder.toString()).isNotEmpty();
            for (InterfaceLanguage language : InterfaceLanguage.values()) {
                Properties words = words(bundle(folder, language));
                assertThat(words.stringPropertyNames())
                        .as("%s in %s", folder, language)
                        .containsExactlyInAnyOrderElementsOf(english);
                assertThat(words.values()).as("%s in %s", folder, language).allSatisfy(word -> assertThat(
                                word.toString())
                        .isNotBlank()
                        .as("in a message a straight apostrophe hides what follows")
                        .doesNotContain("'"));
            }
        }
    }

    @Test
    void templates_name_words_that_are_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path folder : folders()) {
            Set<String> known = new TreeSet<>(
                    words(ROOT.resolve("pages/frame_en.properties")).stringPropertyNames());
            known.addAll(words(bundle(CONSOLE, InterfaceLanguage.EN)).stringPropertyNames());
            known.addAll(words(bundle(folder, InterfaceLanguage.EN)).stringPropertyNames());
            for (Path template : files(folder)) {
                Matcher named = NAMED.matcher(Files.readString(template));
                while (named.find()) {
                    if (!known.contains(named.group(1))) {
                        missing.add(template + ": " + named.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everything_in_the_audit_trail_has_a_word() throws IOException {
        Properties words = words(bundle(CONSOLE.resolve("administration"), InterfaceLanguage.EN));
        for (AuditEntry.Action action : AuditEntry.Action.values()) {
            assertThat(words.stringPropertyNames()).contains("action." + action.code());
        }
    }

    private static Set<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(CONSOLE)) {
            return new TreeSet<>(all.filter(each -> each.toString().endsWith(".ftlh"))
                    .map(Path::getParent)
                    .toList());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(".ftlh")).toList();
        }
    }

    private static Path bundle(Path folder, InterfaceLanguage language) {
        return folder.resolve(folder.getFileName() + "_" + language.tag() + ".properties");
    }

    private static Properties words(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }
}
