package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.platform.VocabularyFiles;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;

class CitationStylesTest {

    private static final Vocabularies VOCABULARIES =
            VocabularyFiles.read(java.nio.file.Path.of("config", "vocabularies"));
    private static final String PAGE = "https://library.example.org/publications/7";

    private final CitationStyles styles = new CitationStyles(
            new Repository("https://library.example.org", "library.example.org", "Library", "a@b.c", "x", List.of()),
            VOCABULARIES);

    @Test
    void peopleAreCitedAsEachStyleHasIt() {
        assertThat(cited(person("Pérez Ruiz, Ana María"), person("Joseph, Jean"), publisher("Example Press")))
                .containsExactly(
                        "APA: Pérez Ruiz, A. M., & Joseph, J. (2021). _A title_ (Rounds, 3). Example Press. " + PAGE,
                        "Chicago: Pérez Ruiz, Ana María, and Jean Joseph. 2021. _A title_. Rounds, 3. Example Press. "
                                + PAGE + ".",
                        "MLA: Pérez Ruiz, Ana María, and Jean Joseph. _A title_. Example Press, 2021, " + PAGE + ".");
    }

    @Test
    void thePublisherStandsInForAuthorsAndIsNotSaidTwice() {
        assertThat(cited(publisher("Example Press")).get(0))
                .startsWith("APA: Example Press. (2021). _A title_ (Rounds");
        assertThat(cited(publisher("Example Press")).get(1)).doesNotContain("Rounds, 3. Example Press");
        assertThat(cited().get(0)).isEqualTo("APA: _A title_. (2021). " + PAGE);
        assertThat(cited().get(2)).isEqualTo("MLA: _A title_. 2021, " + PAGE + ".");
    }

    @Test
    void manyAuthorsAreCutAndDoisGoFirst() {
        Statement[] many = IntStream.range(0, 25)
                .mapToObj(each -> person("Name" + each + ", A."))
                .toArray(Statement[]::new);
        assertThat(cited(many).get(0))
                .contains("Name18, A., … Name24, A. (2021)")
                .doesNotContain("Name19");
        assertThat(cited(many).get(1)).contains("et al. 2021.");
        Statement doi = new Statement(Element.IDENTIFIER, "10.1234/ab", null, Map.of(Qualifier.SCHEME, "doi"));
        assertThat(cited(doi).get(0)).endsWith("https://doi.org/10.1234/ab");
    }

    private List<String> cited(Statement... more) {
        List<Statement> all = new ArrayList<>(List.of(
                Statement.of(Element.TITLE, "A title.", "en"),
                Statement.of(Element.DATE, "2021-02"),
                new Statement(Element.SERIES, "Rounds", "en", Map.of(Qualifier.NUMBER, "3"))));
        all.addAll(Stream.of(more).toList());
        Item item = new Item(new PublicationId(7), new DublinCore(all), List.of(), List.of(), LocalDate.of(2022, 6, 1));
        return styles.of(item).stream()
                .map(each -> each.style() + ": " + each.before() + "_" + each.title() + "_" + each.after())
                .toList();
    }

    private static Statement person(String name) {
        return new Statement(Element.CREATOR, name, null, Map.of(Qualifier.KIND, "person"));
    }

    private static Statement publisher(String name) {
        return new Statement(Element.PUBLISHER, name, null, Map.of(Qualifier.KIND, "organization"));
    }
}
