package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acervo.vocabulary.FewVocabularies;
import org.acervo.vocabulary.Licence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes, dates, languages, places and licences: each rule by its code and its cause. */
class CodeRulesTest {

    private static final List<String> DATES = List.of("2021", "2021-02", "2021-02-17", "2017~", "201X", "unknown");
    private static final List<String> LANGUAGES = List.of("es", "en", "fr", "pt", "pt-BR", "zxx");

    private final GoodRecord checked = new GoodRecord();

    @Test
    void unknown_code_of_each_vocabulary() {
        assertThat(checked.found(Element.MISSION, "mexcio"))
                .contains(Finding.of(Rule.UNKNOWN_CODE, "/mission", "mexcio", "mexico", "belize", "caribbean"));
        assertThat(checked.found(Element.TYPE, "Studies"))
                .contains(Finding.of(Rule.UNKNOWN_CODE, "/type", "Studies", "study", "news", "report"));
        assertThat(checked.found(Element.THEME, "Labour mobility"))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_CODE, "/theme/1", "Labour mobility", "labour-mobility", "migration-data"));
        assertThat(checked.found(Element.COLLECTION, "mobility"))
                .containsExactly(
                        Finding.of(Rule.UNKNOWN_CODE, "/collections/0", "mobility", "covid", "mobility-tracking"));
        assertThat(checked.found(Element.ACCESS, "metadata"))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_CODE, "/access", "metadata", "metadata-only", "restricted", "open", "embargoed"));
    }

    @Test
    void unknown_code_beside_a_value() {
        assertThat(checked.found(Element.CREATOR, "Ana", Map.of(Qualifier.KIND, "organisation")))
                .containsExactly(
                        Finding.of(Rule.UNKNOWN_CODE, "/creator/0/kind", "organisation", "organization", "person"));
        assertThat(checked.found(Element.IDENTIFIER, "1", Map.of(Qualifier.SCHEME, "uri")))
                .extracting(Finding::pointer)
                .containsExactly("/identifier/0/scheme");
        assertThat(checked.found(Element.RELATION, "x", Map.of(Qualifier.TYPE, "hasPart")))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_CODE,
                        "/relation/0/type",
                        "hasPart",
                        "isPartOf",
                        "isSummaryOf",
                        "isReplacedBy",
                        "references",
                        "isTranslationOf",
                        "isNewVersionOf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2021-02", "2020-02-29", "0001", "2017~", "2017-05~", "201X", "20XX", "unknown"})
    void a_date(String date) {
        assertThat(checked.found(Element.DATE, date)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21",
                "0000",
                "2021-2",
                "2021-13",
                "2021-00",
                "2021-02-30",
                "2019-02-29",
                "2021-02-17T10:00Z",
                "17/02/2021",
                "feb-21",
                "2021-02-",
                "2XXX",
                "201X~",
                "2X17",
                "~",
                "2021~~",
                "２０２１",
                "Unknown",
                "2021/02",
                "-2021",
                "+202"
            })
    void malformed_date(String date) {
        assertThat(checked.found(Element.DATE, date))
                .containsExactly(Finding.of(Rule.MALFORMED_DATE, "/date", date, DATES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2020", "2020-09/2020-11", "2020/..", "../2020", "2020/2020-01", "2020-05/2020", "201X/2015"})
    void a_period(String period) {
        assertThat(checked.found(Element.TEMPORAL, period)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../..", "..", "2020-11/2020-09", "2021/2020-12", "/2020", "2020/", "2020/2021/2022", "unknown"})
    void malformed_period(String period) {
        assertThat(checked.found(Element.TEMPORAL, period))
                .containsExactly(Finding.of(
                        Rule.MALFORMED_PERIOD, "/temporal/0", period, "2020", "2020-09/2020-11", "2020-09/.."));
    }

    @Test
    void malformed_language_of_a_document_a_value_and_a_link() {
        assertThat(checked.found(Element.LANGUAGE, "Spanish"))
                .containsExactly(Finding.of(Rule.MALFORMED_LANGUAGE, "/language/0", "Spanish", LANGUAGES));
        assertThat(checked.found(Statement.of(Element.SUBJECT, "x", "qq")))
                .containsExactly(Finding.of(Rule.MALFORMED_LANGUAGE, "/subject/0/lang", "qq", LANGUAGES));
        assertThat(checked.found(Element.LINK, "https://x.org/", Map.of(Qualifier.LANGUAGE, "e")))
                .containsExactly(Finding.of(Rule.MALFORMED_LANGUAGE, "/link/1/language", "e", LANGUAGES));
        assertThat(checked.found(Element.LANGUAGE, "zxx")).isEmpty();
    }

    @Test
    void unknown_place_that_looks_like_a_code() {
        assertThat(checked.found(Element.COVERAGE, "XQ"))
                .containsExactly(Finding.of(Rule.UNKNOWN_PLACE, "/coverage/0", "XQ", "MX", "MX-CHP", "029"));
        for (String known : List.of("MX", "MX-CHP", "029", "Tapachula")) {
            assertThat(checked.found(Element.COVERAGE, known)).isEmpty();
        }
    }

    @Test
    void unknown_licence() {
        assertThat(checked.found(Element.RIGHTS, "CC0 1.0"))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_LICENCE,
                        "/rights",
                        "CC0 1.0",
                        FewVocabularies.CC0,
                        Licence.NOT_EVALUATED,
                        FewVocabularies.BY_NC_ND));
        assertThat(checked.found(Element.RIGHTS, FewVocabularies.CC0)).isEmpty();
    }
}
