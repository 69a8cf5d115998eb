package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.junit.jupiter.api.Test;

class IssuanceTest {

    private final House house = new House();

    @Test
    void usual_scopes_are_deposit_and_read() {
        Token token = house.issuance
                .issue(new Issuance.Wish("mexico", List.of(), List.of("mexico", "haiti"), " site ", null), House.ADMIN)
                .token();
        assertThat(token.scopes()).containsExactlyInAnyOrder(Right.DEPOSIT, Right.READ);
        assertThat(token.delegations()).containsExactly("haiti");
        assertThat(token.label()).isEqualTo("site");
        assertThat(token.creator()).isEqualTo("admin");
        assertThat(house.access.trail().before(9, 9).get(0).detail())
                .isEqualTo("mexico for read, deposit on behalf of haiti \"site\"");
    }

    @Test
    void everything_wrong_is_said_at_once_with_what_is_expected() {
        Issuance.Wish wish = new Issuance.Wish(
                "mexcio", List.of("read", "admin"), List.of("atlantis"), "x".repeat(201), house.now());
        List<Finding> findings = catchThrowableOfType(Refused.class, () -> house.issuance.issue(wish, House.ADMIN))
                .findings();
        assertThat(findings)
                .extracting(finding -> finding.rule().code() + " " + finding.pointer())
                .containsExactly(
                        "unknown-code /mission",
                        "unknown-code /scopes/1",
                        "unknown-code /onBehalfOf/0",
                        "too-long /label",
                        "wrong-expiry /expires");
        assertThat(findings.get(0).expected()).startsWith("mexico").hasSize(14);
        assertThat(findings.get(1).expected()).containsExactlyInAnyOrder("read", "deposit", "publish");
    }
}
