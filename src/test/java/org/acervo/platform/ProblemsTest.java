package org.acervo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.UnknownPublication;
import org.acervo.format.FindingsJson;
import org.acervo.pages.PageRequest;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {

    private static final PublicationId ID = new PublicationId(7);

    @Test
    void aValueThatIsWrongIs422HoweverManyThereAre() {
        assertThat(status(Rule.REQUIRED, Rule.UNKNOWN_CODE, Rule.TOO_LONG)).isEqualTo(422);
    }

    @Test
    void whatCannotEvenBeReadGoesBeforeWhatIsWrongInIt() {
        assertThat(status(Rule.REQUIRED, Rule.NOT_JSON)).isEqualTo(400);
        assertThat(status(Rule.UNKNOWN_CODE, Rule.SOURCE_ID_TAKEN)).isEqualTo(409);
    }

    @Test
    void warningsHaveNoSay() {
        assertThat(status(Rule.NOT_MAPPED, Rule.STATE_FORBIDS)).isEqualTo(409);
    }

    @Test
    void aStaleVersionTellsTheCurrentOne() {
        assertThat(Problems.findings(new StaleVersion(ID, 5)))
                .containsExactly(Finding.of(Rule.STALE_VERSION, "", null, "\"5\""));
    }

    @Test
    void aRefusalIsItsFindingsAndAnUnknownPublicationIsNotFound() {
        Finding finding = Finding.of(Rule.REQUIRED, "/title", null);
        assertThat(Problems.findings(new Refused(finding))).containsExactly(finding);
        assertThat(Problems.findings(new UnknownPublication(ID)))
                .extracting(Finding::rule)
                .containsExactly(Rule.NOT_FOUND);
        assertThat(Problems.findings(new IllegalStateException())).isNull();
    }

    @Test
    void aRuleMayHaveATitleOfItsOwn() {
        PageRequest asked = new PageRequest("/api/v1/uploads", Map.of(), InterfaceLanguage.ES, false);
        assertThat(told(412, asked, Rule.UPLOAD_VERSION)).isEqualTo("Otra versión de tus");
        assertThat(told(412, asked, Rule.STALE_VERSION)).isEqualTo("Cambiado entretanto");
        assertThat(told(412, asked, Rule.UPLOAD_VERSION, Rule.STALE_VERSION)).isEqualTo("Cambiado entretanto");
        assertThat(told(423, asked, Rule.UPLOAD_LOCKED)).isEqualTo("En uso por otra solicitud");
        assertThat(told(412, asked, Rule.FILE_EXISTS)).isEqualTo("Ese nombre ya está en uso");
        assertThat(told(404, asked, Rule.NOT_FOUND)).isEqualTo("No encontrado");
        assertThat(told(400, asked, Rule.UPLOAD_BROKE_OFF)).isEqualTo("La línea se cortó");
    }

    @Test
    void whatIsInUseMayBeAskedForAgainSoon() {
        assertThat(Problems.retryAfter(List.of(Finding.of(Rule.UPLOAD_LOCKED, "", null))))
                .isEqualTo(3);
        assertThat(Problems.retryAfter(List.of(Finding.of(Rule.UPLOAD_ELSEWHERE, "", null))))
                .isNull();
    }

    private static String told(int status, PageRequest asked, Rule... rules) {
        return Problems.told(status, findings(rules), asked).title();
    }

    @ParameterizedTest
    @EnumSource
    void findingsComeBackAsTheyWere(Rule rule) {
        List<Finding> findings =
                List.of(Finding.of(rule, "/title/0", "given", "one", "two"), Finding.of(rule, "", null));
        assertThat(FindingsJson.read(FindingsJson.write(findings, InterfaceLanguage.FR)))
                .isEqualTo(findings);
    }

    private static int status(Rule... rules) {
        return Problems.status(findings(rules));
    }

    private static List<Finding> findings(Rule... rules) {
        return List.of(rules).stream().map(rule -> Finding.of(rule, "", null)).toList();
    }
}
