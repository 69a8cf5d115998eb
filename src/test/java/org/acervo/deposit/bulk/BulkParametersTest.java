package org.acervo.deposit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.acervo.catalog.Refused;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;

class BulkParametersTest {

    private final BulkParameters parameters = new BulkParameters();

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        parameters.language("xx", null);
        parameters.then("foo", null);
        parameters.isTrue("dryRun", "perhaps");
        parameters.key(" ");
        assertThatThrownBy(parameters::check)
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .extracting(each -> each.pointer() + " " + each.given())
                        .containsExactly("?lang xx", "?then foo", "?dryRun perhaps", "  "));
    }

    @Test
    void whatIsRightIsRefusedNothing() {
        assertThat(parameters.language(null, "pt-BR,en")).isEqualTo(InterfaceLanguage.PT);
        assertThat(parameters.then(null, "true")).isEqualTo(BulkJob.Then.PUBLISH);
        assertThat(parameters.isTrue("dryRun", "")).isTrue();
        assertThat(parameters.key("k")).isEqualTo("k");
        parameters.check();
    }
}
