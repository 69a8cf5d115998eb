package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers and addresses: each rule by its code and its cause. */
class IdentifierRulesTest {

    private final GoodRecord checked = new GoodRecord();

    @ParameterizedTest
    @CsvSource({
        "isbn, 978-92-9068-815-4, 978-92-9068-815-0",
        "isbn, 9789290688154, 9789290688150",
        "isbn, 0-8044-2957-1, 0-8044-2957-X",
        "issn, 1561-5501, 1561-5502"
    })
    void wrong_check_digit_of_a_number(String scheme, String given, String right) {
        Finding finding = Finding.of(Rule.WRONG_CHECK_DIGIT, "/identifier/0", given, right);
        assertThat(checked.found(Element.IDENTIFIER, given, Map.of(Qualifier.SCHEME, scheme)))
                .containsExactly(finding);
        assertThat(finding.isError()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"isbn, 978-92, 978-3-16-148410-0", "issn, 15615502-, 1561-5502"})
    void form_of_a_number(String scheme, String given, String example) {
        Finding finding = Finding.of(Rule.MALFORMED_NUMBER, "/identifier/0", given, example);
        assertThat(checked.found(Element.IDENTIFIER, given, Map.of(Qualifier.SCHEME, scheme)))
                .containsExactly(finding);
        assertThat(finding.isError()).isFalse();
        assertThat(finding.message(InterfaceLanguage.EN)).doesNotContain("check digit", "Perhaps");
    }

    @Test
    void wrong_check_digit_of_an_orcid() {
        assertThat(checked.found(
                        Element.CREATOR, "García, Ana", Map.of(Qualifier.ID, "https://orcid.org/0000-0002-1825-0098")))
                .containsExactly(Finding.of(
                        Rule.WRONG_CHECK_DIGIT,
                        "/creator/0/id",
                        "https://orcid.org/0000-0002-1825-0098",
                        "https://orcid.org/0000-0002-1825-0097"));
        assertThat(checked.found(
                        Element.CREATOR, "García, Ana", Map.of(Qualifier.ID, "https://orcid.org/0000-0002-1694-233X")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "isbn, 978-92-9068-815-0",
        "isbn, 0-8044-2957-X",
        "issn, 1561-5502",
        "issn, 2434561X",
        "doi, 10.18356/9789213636787",
        "handle, 20.500.11788/12",
        "symbol, A/RES/73/195",
        "url, https://example.org/"
    })
    void an_identifier(String scheme, String value) {
        assertThat(checked.found(Element.IDENTIFIER, value, Map.of(Qualifier.SCHEME, scheme)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"doi, 11.18356/x", "doi, 10.18356/", "handle, abc", "url, www.example.org"})
    void malformed_uri_of_an_identifier(String scheme, String value) {
        assertThat(checked.found(Element.IDENTIFIER, value, Map.of(Qualifier.SCHEME, scheme)))
                .extracting(Finding::rule, Finding::pointer, Finding::given)
                .containsExactly(tuple(Rule.MALFORMED_URI, "/identifier/0", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org/",
                "https://",
                "http:///x",
                "https://example.org/a b",
                "https://example.org/é",
                "https://example.org/%zz",
                "https://:80/",
                "javascript:alert(1)",
                "https://exa mple.org/",
                "https:/example.org"
            })
    void malformed_uri_of_an_address(String address) {
        assertThat(checked.found(Element.FORMER_URL, address))
                .containsExactly(
                        Finding.of(Rule.MALFORMED_URI, "/formerUrl/0", address, "https://example.org/report.pdf"));
        assertThat(checked.found(Element.LINK, address))
                .extracting(Finding::pointer)
                .containsExactly("/link/1/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org:8080/a?b=c#d",
                "https://[2001:db8::1]/",
                "https://my_site.example.org/x"
            })
    void an_address(String address) {
        assertThat(checked.found(Element.FORMER_URL, address)).isEmpty();
    }

    @Test
    void malformed_uri_of_an_agent_and_of_a_target() {
        assertThat(checked.found(Element.CREATOR, "García, Ana", Map.of(Qualifier.ID, "ISNI 0000")))
                .containsExactly(Finding.of(
                        Rule.MALFORMED_URI, "/creator/0/id", "ISNI 0000", "https://orcid.org/0000-0002-1825-0097"));
        assertThat(checked.found(Element.RELATION, "https://", Map.of(Qualifier.TYPE, "references")))
                .containsExactly(Finding.of(
                        Rule.MALFORMED_URI, "/relation/0/target", "https://", "https://example.org/report.pdf"));
        assertThat(checked.found(Element.RELATION, "mx-2", Map.of(Qualifier.TYPE, "references")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a\u00A0", "a\tb", "a\u0000", "a\uD800", "a\u0085b"})
    void malformed_source_id(String sourceId) {
        assertThat(checked.found(Element.SOURCE_ID, sourceId))
                .containsExactly(Finding.of(Rule.MALFORMED_SOURCE_ID, "/sourceId", sourceId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b/c:ñ", "mx-2021-014", "😀"})
    void a_source_id(String sourceId) {
        assertThat(checked.found(Element.SOURCE_ID, sourceId)).isEmpty();
    }
}
