package org.acervo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.acervo.catalog.Element;
import org.junit.jupiter.api.Test;

/** Holds what README says to what is. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void theMembersOfAnImportAreThoseThatExist() throws IOException {
        List<String> rows = Files.readAllLines(README).stream()
                .filter(line -> line.matches("\\| `\\w+` \\| (–|`dcterms:\\w+`) \\| \\d+ \\| .*"))
                .map(line -> line.replaceAll("^(\\|[^|]*\\|[^|]*\\|[^|]*\\|).*", "$1"))
                .toList();
        assertThat(rows)
                .isEqualTo(Element.ALL.stream()
                        .map(element -> "| `%s` | %s | %d |".formatted(element.member(), term(element), element.most()))
                        .toList());
    }

    @Test
    void everySettingIsNamed() throws IOException {
        List<String> settings = Pattern.compile("^#?(ACERVO_\\w+)=", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("config", "acervo.properties")))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(settings).isNotEmpty();
        assertThat(Files.readString(README))
                .contains(settings.stream().map(name -> "`" + name + "`").toList());
    }

    private static String term(Element element) {
        return element.term() == null ? "–" : "`dcterms:" + element.term() + "`";
    }
}
