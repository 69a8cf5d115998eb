package org.acervo.catalog;

import static org.acervo.catalog.Discoverability.lacking;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Discoverability.Guide;
import org.acervo.catalog.Discoverability.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoverabilityTest {

    private static final DublinCore WHOLE = new DublinCore(List.of(
            Statement.of(Element.TITLE, "El título", "es"),
            Statement.of(Element.TITLE, "The title", "en-US"),
            Statement.of(Element.DESCRIPTION, "Resumen", "es"),
            new Statement(Element.CREATOR, "Pérez, Ana", null, Map.of(Qualifier.ID, "https://orcid.org/0000")),
            Statement.of(Element.PUBLISHER, "IOM"),
            Statement.of(Element.DATE, "2021-02"),
            Statement.of(Element.THEME, "migration-data"),
            Statement.of(Element.LANGUAGE, "es"),
            Statement.of(Element.RIGHTS, "https://creativecommons.org/licenses/by/4.0/")));

    private static PublicationFile file(String type, long size) {
        return file("report.pdf", type, size);
    }

    private static PublicationFile file(String name, String type, long size) {
        return new PublicationFile(
                new PublicationId(1),
                name,
                type,
                size,
                "",
                null,
                null,
                1,
                null,
                PublicationFile.Standing.KEPT,
                Instant.EPOCH);
    }

    private static final List<PublicationFile> PDF = List.of(file("application/pdf", 5_000_000));

    @Test
    void aWholeRecordLacksNothing() {
        assertThat(lacking(WHOLE, PDF)).isEmpty();
    }

    @Test
    void anEmptyOneLacksAllButWhatItsValuesWouldSay() {
        assertThat(lacking(DublinCore.EMPTY, List.of()))
                .containsExactly(
                        Trait.AUTHOR,
                        Trait.AUTHOR_ID,
                        Trait.DATE,
                        Trait.ABSTRACT,
                        Trait.PUBLISHER,
                        Trait.SUBJECT,
                        Trait.LICENCE,
                        Trait.LANGUAGE,
                        Trait.SECOND_LANGUAGE,
                        Trait.FULL_TEXT,
                        Trait.FILE,
                        Trait.PDF);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATOR, IOM, , AUTHOR_ID",
        "DATE, unknown, , DATE",
        "DATE, 2017~, , DATE",
        "DATE, 201X, , DATE",
        "RIGHTS, http://rightsstatements.org/vocab/CNE/1.0/, , LICENCE",
        "RIGHTS, all rights reserved, , LICENCE",
        "LANGUAGE, und, , LANGUAGE",
        "DESCRIPTION, Resumen, , ABSTRACT_LANGUAGE",
        "DESCRIPTION, Resumen, und, ABSTRACT_LANGUAGE",
        "SUBJECT, remesas, , KEYWORD_LANGUAGE",
        "TITLE, El título, es, SECOND_LANGUAGE"
    })
    void aValueThatDoesNotSayItIsNone(Element element, String value, String lang, Trait lacked) {
        DublinCore text = WHOLE.with(element, List.of(Statement.of(element, value, lang)));
        assertThat(lacking(text, PDF)).containsExactly(lacked);
    }

    @Test
    void aKeywordIsASubjectToo() {
        DublinCore text = WHOLE.with(Element.THEME, List.of())
                .with(Element.SUBJECT, List.of(Statement.of(Element.SUBJECT, "Tapachula", "es")));
        assertThat(lacking(text, PDF)).isEmpty();
    }

    @Test
    void scholarReadsNeitherLargeFilesNorOtherTypes() {
        assertThat(lacking(WHOLE, List.of(file("application/pdf", 5_000_001)))).containsExactly(Trait.PDF);
        assertThat(lacking(WHOLE, List.of(file("text/csv", 1)))).containsExactly(Trait.PDF);
        assertThat(lacking(WHOLE, List.of(file("report", "application/pdf", 1))))
                .containsExactly(Trait.PDF);
        assertThat(lacking(WHOLE, List.of(file("REPORT.PDF", "application/pdf", 1))))
                .isEmpty();
        DublinCore linked = WHOLE.with(Element.LINK, List.of(Statement.of(Element.LINK, "https://example.org/")));
        assertThat(lacking(linked, List.of())).containsExactly(Trait.FILE, Trait.PDF);
    }

    @Test
    void codesNameTraitsAndGuidesKnowHowManyTheyAskFor() {
        assertThat(Trait.of("author-id")).contains(Trait.AUTHOR_ID);
        assertThat(Trait.of("AUTHOR_ID")).isEmpty();
        assertThat(Guide.SCHOLAR.traits()).isEqualTo(4);
        assertThat(Guide.SIGNPOSTING.traits()).isEqualTo(3);
        assertThat(Trait.LICENCE.guides())
                .as("what OpenAIRE only recommends does not count")
                .doesNotContain(Guide.OPENAIRE);
    }
}
