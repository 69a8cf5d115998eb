package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.NotAdmitted.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FederatedSignInTest {

    private static final String OFFICE = "192.0.2.10";
    private static final String ISSUER = "https://login.example.org";
    private static final Identity ANA = new Identity(ISSUER, "1");
    private static final Identity OTHER = new Identity(ISSUER, "2");

    private final House house = new House();
    private final FederatedSignIn signIn = house.federated;

    @BeforeEach
    void enrol() {
        house.enrolment.enrol("ana@example.org", House.role("depositor", "mexico"), House.ADMIN);
    }

    @Test
    void the_first_one_who_comes_under_the_name_of_an_account_becomes_its_owner() {
        Caller caller = signIn.enter(ANA, "Ana@Example.org", OFFICE);
        assertThat(caller.name()).isEqualTo("ana@example.org");
        assertThat(caller.mission()).isEqualTo("mexico");
        assertThat(house.trail()).startsWith(Action.ACCOUNT_LINKED);

        assertThat(signIn.enter(ANA, "married@example.org", OFFICE).name())
                .as("whatever the address is by now")
                .isEqualTo("ana@example.org");
        assertThat(signIn.enter(ANA, null, OFFICE).name()).isEqualTo("ana@example.org");
        assertThat(house.trail()).containsOnlyOnce(Action.ACCOUNT_LINKED);
    }

    @Test
    void nobody_inherits_an_account_with_an_address() {
        signIn.enter(ANA, "ana@example.org", OFFICE);
        assertThat(reason(OTHER, "ana@example.org")).isEqualTo(Reason.TAKEN);

        assertThat(house.enrolment.unlink("ana@example.org", House.ADMIN)).isTrue();
        assertThat(house.enrolment.unlink("ana@example.org", House.ADMIN)).isFalse();
        assertThat(house.trail()).startsWith(Action.ACCOUNT_UNLINKED);
        assertThat(signIn.enter(OTHER, "ana@example.org", OFFICE).name()).isEqualTo("ana@example.org");
        assertThat(reason(ANA, "ana@example.org")).isEqualTo(Reason.TAKEN);
    }

    @Test
    void only_who_has_an_account_comes_in() {
        assertThat(reason(ANA, "eve@example.org")).isEqualTo(Reason.UNKNOWN);
        assertThat(reason(ANA, "x".repeat(5000))).isEqualTo(Reason.UNKNOWN);
        assertThat(reason(ANA, null)).isEqualTo(Reason.NAMELESS);
        house.enrolment.change(
                "ana@example.org", new AccountWish(null, null, null, null, true, null), false, House.ADMIN);
        assertThat(reason(ANA, "ana@example.org")).isEqualTo(Reason.CLOSED);
        assertThat(house.access.identities().of("ana@example.org")).isEmpty();
    }

    @Test
    void an_account_that_is_closed_or_removed_lets_its_owner_in_no_more() {
        signIn.enter(ANA, "ana@example.org", OFFICE);
        house.enrolment.change(
                "ana@example.org", new AccountWish(null, null, null, null, true, null), false, House.ADMIN);
        assertThat(reason(ANA, "ana@example.org")).isEqualTo(Reason.CLOSED);
        house.enrolment.remove("ana@example.org", House.ADMIN);
        assertThat(reason(ANA, "ana@example.org")).isEqualTo(Reason.UNKNOWN);
        house.enrolment.enrol("ana@example.org", House.role("curator", null), House.ADMIN);
        assertThat(signIn.enter(OTHER, "ana@example.org", OFFICE).name()).isEqualTo("ana@example.org");
    }

    @Test
    void another_provider_takes_the_place_of_the_one_before() {
        signIn.enter(ANA, "ana@example.org", OFFICE);
        Identity moved = new Identity("https://new.example.org", "77");
        assertThat(signIn.enter(moved, "ana@example.org", OFFICE).name()).isEqualTo("ana@example.org");
        assertThat(house.access.identities().account(ANA)).isEmpty();
    }

    @Test
    void an_answer_counts_once_in_its_own_browser_and_for_ten_minutes() {
        Attempt attempt = signIn.begin("search", OFFICE);
        assertThat(attempt.key()).hasSize(43);
        assertThat(over(attempt.key(), signIn.begin("", OFFICE).state())).isEqualTo(Reason.OVER);
        assertThat(over("", "")).isEqualTo(Reason.OVER);
        assertThat(over("k".repeat(43), new Attempt("k".repeat(43), "").state()))
                .isEqualTo(Reason.OVER);
        assertThat(signIn.resume(attempt.key(), attempt.state()).goal()).isEqualTo("search");
        assertThat(over(attempt.key(), attempt.state())).as("replayed").isEqualTo(Reason.OVER);

        Attempt slow = signIn.begin("", OFFICE);
        house.pass(Duration.ofMinutes(11));
        assertThat(over(slow.key(), slow.state())).isEqualTo(Reason.OVER);
    }

    @Test
    void whoever_begins_again_and_again_is_slowed() {
        for (int i = 0; i < House.ATTEMPTS; i++) {
            signIn.begin("", OFFICE);
        }
        assertThat(catchThrowableOfType(NotAdmitted.class, () -> signIn.begin("", OFFICE))
                        .reason())
                .isEqualTo(Reason.SLOWED);
        signIn.begin("", "198.51.100.7");
    }

    @Test
    void who_is_not_let_in_leaves_a_trace() {
        signIn.refused(new NotAdmitted(Reason.UNKNOWN, "eve@example.org", "no such account"), OFFICE);
        AuditEntry entry = house.access.trail().before(Long.MAX_VALUE, 1).get(0);
        assertThat(entry.action()).isEqualTo(Action.SIGN_IN_FAILED);
        assertThat(entry.actor()).isEqualTo("eve@example.org");
        assertThat(entry.address()).isEqualTo(OFFICE);
        assertThat(entry.detail()).isEqualTo("OpenID Connect, unknown: no such account");
    }

    private Reason reason(Identity identity, String named) {
        return catchThrowableOfType(NotAdmitted.class, () -> signIn.enter(identity, named, OFFICE))
                .reason();
    }

    private Reason over(String key, String state) {
        return catchThrowableOfType(NotAdmitted.class, () -> signIn.resume(key, state))
                .reason();
    }
}
