package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.acervo.access.AuditEntry.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnrolmentTest {

    private final House house = new House();
    private final Enrolment enrolment = house.enrolment;

    @Test
    void the_first_account_is_made_once() {
        Optional<Enrolment.Enrolled> first = enrolment.first(Optional.empty(), House.ADMIN);
        assertThat(first.orElseThrow().account().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(first.orElseThrow().password().orElseThrow()).hasSize(24);
        assertThat(first.toString())
                .doesNotContain(first.orElseThrow().password().orElseThrow());
        assertThat(enrolment.first(Optional.empty(), House.ADMIN)).isEmpty();
    }

    @Test
    void the_operator_may_choose_any_first_password() {
        assertThat(enrolment.first(Optional.of("pw"), House.ADMIN).orElseThrow().password())
                .isEmpty();
        assertThat(house.signIn.byPassword("admin", "pw", "::1").may(Right.ADMINISTER))
                .isTrue();
    }

    @Test
    void everything_wrong_is_said_at_once() {
        AccountWish wish = new AccountWish("depositor", null, List.of("mexcio"), "de", null, "short");
        assertThat(findings(() -> enrolment.enrol("señora", wish, House.ADMIN)))
                .extracting(finding -> finding.rule().code() + " " + finding.pointer())
                .containsExactly(
                        "malformed-name /name",
                        "required /mission",
                        "unknown-code /onBehalfOf/0",
                        "unknown-code /language",
                        "too-short /password");
        assertThat(house.access.accounts().all()).isEmpty();
    }

    @Test
    void a_wrong_role_names_those_there_are() {
        Finding finding = findings(() -> enrolment.enrol("x", House.role("editor", null), House.ADMIN))
                .get(0);
        assertThat(finding.expected()).containsExactlyInAnyOrder("depositor", "curator", "administrator");
    }

    @Test
    void only_depositors_belong_to_a_mission() {
        assertThat(findings(() -> enrolment.enrol("x", House.role("curator", "mexico"), House.ADMIN)))
                .extracting(finding -> finding.rule().code())
                .containsExactly("only-of-depositors");
    }

    @Test
    void names_are_taken_once_whatever_the_case() {
        enrolment.enrol("carla", House.role("curator", null), House.ADMIN);
        assertThat(findings(() -> enrolment.enrol(" Carla", House.role("curator", null), House.ADMIN))
                        .get(0)
                        .rule()
                        .code())
                .isEqualTo("name-taken");
        assertThat(findings(() -> enrolment.enrol("import", House.role("curator", null), House.ADMIN))
                        .get(0)
                        .rule()
                        .code())
                .isEqualTo("name-taken");
    }

    @Test
    void a_depositor_who_becomes_a_curator_works_for_all() {
        enrolment.enrol("ana", new AccountWish("depositor", "mexico", List.of("haiti"), null, null, null), House.ADMIN);
        Account after = enrolment
                .change("ana", new AccountWish("curator", null, null, null, null, null), false, House.ADMIN)
                .orElseThrow()
                .account();
        assertThat(after.mission()).isNull();
        assertThat(after.delegations()).isEmpty();
        assertThat(house.trail()).containsExactly(Action.ACCOUNT_CHANGED, Action.ACCOUNT_MADE);
    }

    @Test
    void the_last_administrator_stays() {
        enrolment.first(Optional.empty(), House.ADMIN);
        AccountWish disabled = new AccountWish(null, null, null, null, true, null);
        AccountWish demoted = new AccountWish("curator", null, null, null, null, null);
        for (ThrowingCallable deed : List.<ThrowingCallable>of(
                () -> enrolment.change("admin", disabled, false, House.ADMIN),
                () -> enrolment.change("admin", demoted, false, House.ADMIN),
                () -> enrolment.remove("admin", House.ADMIN))) {
            assertThat(findings(deed).get(0).rule().code()).isEqualTo("last-administrator");
        }
        enrolment.enrol("root", House.role("administrator", null), House.ADMIN);
        assertThat(enrolment.remove("admin", House.ADMIN)).isTrue();
        assertThat(enrolment.remove("admin", House.ADMIN)).isFalse();
    }

    @Test
    void what_is_not_there_is_not_changed() {
        assertThat(enrolment.change("nobody", AccountWish.NOTHING, true, House.ADMIN))
                .isEmpty();
        assertThat(house.trail()).isEmpty();
    }

    private static List<Finding> findings(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).findings();
    }
}
