package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acervo.vocabulary.FewVocabularies;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningTest {

    private static final Vocabularies VOCABULARIES = FewVocabularies.all();

    @Test
    void farTooManyValuesAreLeftForTheRulesToRefuse() {
        List<Statement> subjects = Collections.nCopies(100_000, Statement.of(Element.SUBJECT, "s"));

        Cleaned cleaned = Cleaning.clean(new DublinCore(subjects), VOCABULARIES);

        assertThat(cleaned.metadata().all(Element.SUBJECT)).hasSize(100_000);
        assertThat(cleaned.warnings()).isEmpty();
    }

    @Test
    void composes_letters_and_their_marks() {
        assertThat(value(Element.TITLE, "Migracio\u0301n")).isEqualTo("Migración");
        assertThat(value(Element.SOURCE_ID, "nu\u0301m-1")).isEqualTo("núm-1");
    }

    @Test
    void removes_characters_that_xml_forbids_and_says_which() {
        Cleaned cleaned =
                clean(Statement.of(Element.TITLE, "a"), Statement.of(Element.TITLE, "b\u0000c\uFFFE\uD800d\u0000"));
        assertThat(cleaned.metadata().values(Element.TITLE)).containsExactly("a", "bcd");
        assertThat(cleaned.warnings())
                .containsExactly(Finding.of(Rule.REMOVED_CHARACTERS, "/title/1", "U+0000, U+D800, U+FFFE"));
    }

    @Test
    void removes_characters_beside_a_value_too() {
        Statement link =
                new Statement(Element.LINK, "https://x.org/", null, Map.of(Qualifier.LABEL, "Full\u0007 text"));
        Cleaned cleaned = clean(link);
        assertThat(only(cleaned).qualifier(Qualifier.LABEL)).isEqualTo("Full text");
        assertThat(cleaned.warnings()).containsExactly(Finding.of(Rule.REMOVED_CHARACTERS, "/link/0/label", "U+0007"));
    }

    @Test
    void keeps_supplementary_characters_and_the_direction_of_writing() {
        String text = "\uD83D\uDE00 \u202Bعربي\u202C";
        assertThat(value(Element.TITLE, text)).isEqualTo(text);
    }

    @Test
    void a_line_break_of_a_word_processor_separates_words() {
        assertThat(value(Element.TITLE, "one\u000Btwo")).isEqualTo("one two");
        assertThat(value(Element.DESCRIPTION, "one\u000Btwo")).isEqualTo("one\ntwo");
    }

    @Test
    void white_space_is_trimmed_and_collapsed() {
        assertThat(value(Element.TITLE, " \u00A0one \r\n\t two  three\uFEFF ")).isEqualTo("one two three");
        assertThat(value(Element.THEME, " migration-data\n")).isEqualTo("migration-data");
    }

    @Test
    void a_no_break_space_within_a_title_stays() {
        assertThat(value(Element.TITLE, "n°\u00A05\u202F%")).isEqualTo("n°\u00A05\u202F%");
    }

    @Test
    void descriptions_and_news_keep_their_lines() {
        assertThat(value(Element.DESCRIPTION, "\n one\r\n\r\ntwo  \rthree\u2028four\n"))
                .isEqualTo("one\n\ntwo  \nthree\nfour");
        assertThat(value(Element.BODY, "# News\n\n- a\n  - b")).isEqualTo("# News\n\n- a\n  - b");
    }

    @Test
    void the_missions_own_key_keeps_its_blanks_for_the_rules_to_find() {
        assertThat(value(Element.SOURCE_ID, " a\u0001")).isEqualTo(" a\u0001");
    }

    @Test
    void language_tags_become_canonical_wherever_they_are() {
        Statement link = new Statement(Element.LINK, "https://x.org/", null, Map.of(Qualifier.LANGUAGE, "ES"));
        Cleaned cleaned =
                clean(Statement.of(Element.TITLE, "Título", "pt_br"), Statement.of(Element.LANGUAGE, "pt_br"), link);
        assertThat(cleaned.metadata().all(Element.TITLE).get(0).lang()).isEqualTo("pt-BR");
        assertThat(cleaned.metadata().values(Element.LANGUAGE)).containsExactly("pt-BR");
        assertThat(cleaned.metadata().all(Element.LINK).get(0).qualifier(Qualifier.LANGUAGE))
                .isEqualTo("es");
    }

    @Test
    void a_language_tag_that_is_none_is_left_for_the_rules() {
        assertThat(only(clean(Statement.of(Element.TITLE, "x", "Spanish"))).lang())
                .isEqualTo("Spanish");
        assertThat(only(clean(Statement.of(Element.TITLE, "x", " "))).lang()).isNull();
    }

    @Test
    void codes_of_places_become_canonical_but_names_stay() {
        assertThat(value(Element.COVERAGE, "29")).isEqualTo("029");
        assertThat(value(Element.COVERAGE, "mx")).isEqualTo("MX");
        assertThat(value(Element.COVERAGE, "Tapachula")).isEqualTo("Tapachula");
        assertThat(only(clean(Statement.of(Element.COVERAGE, "la", "es"))).value())
                .isEqualTo("la");
    }

    @ParameterizedTest
    @CsvSource({
        "https://doi.org/10.18356/abc, doi, 10.18356/abc",
        "http://dx.doi.org/10.18356/abc, doi, 10.18356/abc",
        "doi:10.18356/abc, doi, 10.18356/abc",
        "DOI 10.18356/abc, doi, 10.18356/abc",
        "10.18356/abc, doi, 10.18356/abc",
        "ISBN 978-92-9068-815-0, isbn, 978-92-9068-815-0",
        "ISBN-13: 978 92 9068 815 0, isbn, 978-92-9068-815-0",
        "urn:isbn:9789290688150, isbn, 9789290688150",
        "978–92–9068–815–0, isbn, 978-92-9068-815-0",
        "isbn 0-8044-2957-x, isbn, 0-8044-2957-X",
        "ISSN 1561-5502, issn, 1561-5502",
        "https://hdl.handle.net/20.500.11788/12, handle, 20.500.11788/12",
        "hdl:20.500.11788/12, handle, 20.500.11788/12",
        "https://publications.example.org/books/1, url, https://publications.example.org/books/1",
        "https://example.org/publicación.pdf, url, https://example.org/publicaci%C3%B3n.pdf",
        "https://doi.org/, url, https://doi.org/"
    })
    void schemes_show_in_the_form_of_identifiers(String given, String scheme, String kept) {
        Statement identifier = only(clean(Statement.of(Element.IDENTIFIER, given)));
        assertThat(identifier.qualifier(Qualifier.SCHEME)).isEqualTo(scheme);
        assertThat(identifier.value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/RES/73/195", "2019-2020", "ISBN pending", "12345", "mx-2021-014", "10.5"})
    void other_identifiers_have_no_scheme(String given) {
        assertThat(only(clean(Statement.of(Element.IDENTIFIER, given))))
                .isEqualTo(Statement.of(Element.IDENTIFIER, given));
    }

    @Test
    void a_stated_scheme_stands() {
        assertThat(only(clean(identifier("https://doi.org/10.18356/abc", "URL"))))
                .isEqualTo(identifier("https://doi.org/10.18356/abc", "url"));
        assertThat(only(clean(identifier("https://doi.org/10.18356/abc", "doi"))))
                .isEqualTo(identifier("10.18356/abc", "doi"));
    }

    @ParameterizedTest
    @CsvSource({
        "'García, Ana', person",
        "IOM, organization",
        "'Universidad del Valle, Guatemala', organization",
        "'UNIVERSIDAD DEL VALLE, GUATEMALA', organization",
        "'Ministry of Labour, Migration, and Youth', organization",
        "Amnesty, person",
        "Madonna, organization"
    })
    void agents_say_what_they_are(String name, String kind) {
        String given = name.equals("Amnesty") ? "Amnesty," : name;
        assertThat(only(clean(Statement.of(Element.CREATOR, given))))
                .isEqualTo(new Statement(Element.CREATOR, given, null, Map.of(Qualifier.KIND, kind)));
    }

    @Test
    void a_stated_kind_stands() {
        Statement madonna = new Statement(Element.CREATOR, "Madonna", null, Map.of(Qualifier.KIND, "Person"));
        assertThat(only(clean(madonna)).qualifier(Qualifier.KIND)).isEqualTo("person");
    }

    @ParameterizedTest
    @CsvSource({
        "0000-0002-1825-0097, https://orcid.org/0000-0002-1825-0097",
        "http://www.orcid.org/0000-0002-1694-233x, https://orcid.org/0000-0002-1694-233X",
        "ror.org/04dkp9463, https://ror.org/04dkp9463",
        "https://viaf.org/viaf/1, https://viaf.org/viaf/1",
        "ISNI 0000, ISNI 0000"
    })
    void identifiers_of_agents_become_uris(String given, String kept) {
        Statement agent = new Statement(Element.CREATOR, "García, Ana", null, Map.of(Qualifier.ID, given));
        assertThat(only(clean(agent)).qualifier(Qualifier.ID)).isEqualTo(kept);
    }

    @Test
    void rights_take_the_form_of_the_vocabulary() {
        assertThat(value(Element.RIGHTS, "https://rightsstatements.org/vocab/CNE/1.0"))
                .isEqualTo(Licence.NOT_EVALUATED);
        assertThat(value(Element.RIGHTS, "All rights reserved")).isEqualTo("All rights reserved");
    }

    @Test
    void addresses_become_uris() {
        assertThat(value(Element.LINK, "https://niños.mx/año 1.pdf?q=é#ñ"))
                .isEqualTo("https://xn--nios-hqa.mx/a%C3%B1o%201.pdf?q=%C3%A9#%C3%B1");
    }

    @Test
    void blank_values_go_without_a_word() {
        Cleaned cleaned = clean(
                Statement.of(Element.TITLE, " \u00A0"),
                Statement.of(Element.SOURCE_ID, "  "),
                new Statement(Element.CREATOR, "", "es", Map.of(Qualifier.KIND, "person", Qualifier.ID, " ")),
                new Statement(Element.RELATION, "", null, Map.of(Qualifier.TYPE, "isPartOf")));
        assertThat(cleaned.metadata()).isEqualTo(DublinCore.EMPTY);
        assertThat(cleaned.warnings()).isEmpty();
    }

    @Test
    void a_blank_value_with_something_typed_beside_it_stays() {
        Statement link = new Statement(Element.LINK, " ", null, Map.of(Qualifier.LABEL, "Full text"));
        assertThat(only(clean(link)).value()).isEmpty();
    }

    @Test
    void repeated_values_are_kept_once_with_a_warning() {
        Cleaned cleaned = clean(
                Statement.of(Element.SUBJECT, "migración", "es"),
                Statement.of(Element.SUBJECT, "migración", "pt"),
                Statement.of(Element.SUBJECT, " migracio\u0301n ", "ES"));
        assertThat(cleaned.metadata().all(Element.SUBJECT)).hasSize(2);
        assertThat(cleaned.warnings()).containsExactly(Finding.of(Rule.REPEATED_VALUE, "/subject/2", "migración"));
    }

    @Test
    void repeated_values_among_many_are_found() {
        Cleaned cleaned = Cleaning.clean(
                new DublinCore(IntStream.range(0, 100)
                        .mapToObj(i -> Statement.of(Element.SUBJECT, "s" + i % 99))
                        .toList()),
                VOCABULARIES);
        assertThat(cleaned.metadata().all(Element.SUBJECT)).hasSize(99);
        assertThat(cleaned.warnings()).containsExactly(Finding.of(Rule.REPEATED_VALUE, "/subject/99", "s0"));
    }

    @Test
    void findings_point_into_the_document_as_it_was_given() {
        Cleaned cleaned = clean(
                Statement.of(Element.THEME, ""),
                Statement.of(Element.THEME, "migration-data"),
                Statement.of(Element.THEME, "migration-data"),
                Statement.of(Element.THEME, "wrong"),
                Statement.of(Element.TITLE, ""),
                Statement.of(Element.TITLE, "x", "Spanish"));
        List<Finding> findings =
                cleaned.with(new Rules(VOCABULARIES, Set::of).check(cleaned.metadata(), Rules.Purpose.DRAFT));
        assertThat(findings.stream().map(Finding::pointer)).containsExactly("/theme/2", "/title/1/lang", "/theme/3");
    }

    @Test
    void what_is_clean_stays_the_same_object() {
        DublinCore given = clean(Statement.of(Element.TITLE, "Título", "es"), Statement.of(Element.CREATOR, "IOM"))
                .metadata();
        Cleaned again = Cleaning.clean(given, VOCABULARIES);
        assertThat(again.metadata()).isSameAs(given);
        assertThat(again.places()).isEmpty();
    }

    private static Statement identifier(String value, String scheme) {
        return new Statement(Element.IDENTIFIER, value, null, Map.of(Qualifier.SCHEME, scheme));
    }

    private static String value(Element element, String value) {
        return only(clean(Statement.of(element, value))).value();
    }

    private static Statement only(Cleaned cleaned) {
        return cleaned.metadata().stream().findFirst().orElseThrow();
    }

    private static Cleaned clean(Statement... statements) {
        return Cleaning.clean(new DublinCore(Stream.of(statements).toList()), VOCABULARIES);
    }
}
