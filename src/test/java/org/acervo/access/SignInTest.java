package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.acervo.access.AuditEntry.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String OFFICE = "192.0.2.10";
    private static final String ELSEWHERE = "198.51.100.7";

    private final House house = new House();
    private final SignIn signIn = house.signIn;

    @Test
    void a_token_calls_for_its_mission_with_its_scopes() {
        String text = token(List.of("deposit", "publish"), List.of("haiti"));
        Caller caller = signIn.byToken(text, OFFICE);
        assertThat(caller.name()).startsWith("token:");
        assertThat(caller.mission()).isEqualTo("mexico");
        assertThat(caller.rights()).containsExactlyInAnyOrder(Right.DEPOSIT, Right.PUBLISH);
        assertThat(caller.reaches("mexico")).isTrue();
        assertThat(caller.reaches("haiti")).isTrue();
        assertThat(caller.reaches("belize")).isFalse();
        assertThat(caller.actorFor("haiti").onBehalfOf()).isEqualTo("haiti");
        assertThat(text).matches("acervo_[A-Za-z0-9_-]{43}");
    }

    @Test
    void who_publishes_for_the_own_mission_does_not_for_one_that_is_reviewed() {
        house.enrolment.enrol(
                "ana",
                new AccountWish("depositor", "belize", List.of("mexico"), null, null, "correct horse"),
                House.ADMIN);
        Caller ana = signIn.byPassword("ana", "correct horse", OFFICE);
        assertThat(ana.actorFor("belize").mayPublish()).isTrue();
        assertThat(ana.actorFor("mexico").mayPublish()).isFalse();
        assertThat(signIn.byToken(token(List.of("deposit", "publish"), List.of("haiti")), OFFICE)
                        .actorFor("haiti")
                        .mayPublish())
                .isTrue();
    }

    @Test
    void where_only_the_provider_counts_a_right_password_is_refused_and_a_token_is_not() {
        house.enrolment.enrol("ana", House.role("curator", null), House.ADMIN);
        SignIn federatedOnly = house.signIn(false);
        assertThat(refused(() -> federatedOnly.byPassword("ana", "correct horse", OFFICE)))
                .isEqualTo(Rule.PASSWORDS_NOT_TAKEN);
        assertThat(federatedOnly
                        .byToken(token(List.of("deposit"), List.of()), OFFICE)
                        .mission())
                .isEqualTo("mexico");
    }

    @Test
    void a_script_with_an_ended_token_slows_nobody_of_its_office() {
        Issuance.Issued issued = house.issuance.issue(wish(List.of(), List.of(), null), House.ADMIN);
        house.issuance.revoke(issued.token().id(), House.ADMIN);
        house.enrolment.enrol("ana", House.role("curator", null), House.ADMIN);
        for (int i = 0; i < 50; i++) {
            assertThat(refused(() -> signIn.byToken(issued.text(), OFFICE))).isEqualTo(Rule.TOKEN_ENDED);
            refused(() -> signIn.byToken("acervo_unknown", OFFICE));
        }
        assertThat(signIn.byPassword("ana", "correct horse", OFFICE).name()).isEqualTo("ana");
        assertThat(house.trail()).hasSizeLessThan(40);
    }

    @Test
    void work_in_the_name_of_a_caller_ends_with_its_rights() {
        Issuance.Issued issued = house.issuance.issue(wish(List.of(), List.of(), null), House.ADMIN);
        Caller caller = signIn.byToken(issued.text(), OFFICE);
        assertThat(signIn.again(caller.name())).isEqualTo(caller);
        house.issuance.revoke(issued.token().id(), House.ADMIN);
        assertThat(refused(() -> signIn.again(caller.name()))).isEqualTo(Rule.TOKEN_ENDED);
        house.enrolment.enrol("ana", House.role("curator", null), House.ADMIN);
        assertThat(signIn.again("ana").rights()).contains(Right.CURATE);
        assertThat(refused(() -> signIn.again("nobody"))).isEqualTo(Rule.SIGN_IN_FAILED);
    }

    @Test
    void the_text_of_a_token_is_kept_nowhere() {
        String text = token(List.of(), List.of());
        signIn.byToken(text, OFFICE);
        assertThat(house.access.tokens().all().toString()).doesNotContain(text);
        assertThat(house.access.trail().before(Long.MAX_VALUE, 100).toString()).doesNotContain(text);
    }

    @Test
    void a_revoked_token_stops_at_once() {
        Issuance.Issued issued = house.issuance.issue(wish(List.of(), List.of(), null), House.ADMIN);
        signIn.byToken(issued.text(), OFFICE);
        assertThat(house.issuance.revoke(issued.token().id(), House.ADMIN)).isTrue();
        assertThat(refused(() -> signIn.byToken(issued.text(), OFFICE))).isEqualTo(Rule.TOKEN_ENDED);
        assertThat(house.trail()).containsExactly(Action.SIGN_IN_FAILED, Action.TOKEN_REVOKED, Action.TOKEN_MADE);
    }

    @Test
    void a_token_expires_to_the_second() {
        Issuance.Issued issued =
                house.issuance.issue(wish(List.of(), List.of(), house.now().plusSeconds(60)), House.ADMIN);
        house.pass(Duration.ofSeconds(59));
        signIn.byToken(issued.text(), OFFICE);
        house.pass(Duration.ofSeconds(1));
        assertThat(refused(() -> signIn.byToken(issued.text(), OFFICE))).isEqualTo(Rule.TOKEN_ENDED);
    }

    @Test
    void the_last_use_is_noted_once_a_minute() {
        String text = token(List.of(), List.of());
        signIn.byToken(text, OFFICE);
        Instant first = house.now();
        house.pass(Duration.ofSeconds(50));
        signIn.byToken(text, OFFICE);
        assertThat(house.access.tokens().all().get(0).used()).isEqualTo(first);
        house.pass(Duration.ofSeconds(11));
        signIn.byToken(text, OFFICE);
        assertThat(house.access.tokens().all().get(0).used()).isEqualTo(house.now());
    }

    @Test
    void guessing_tokens_is_slowed_but_a_valid_one_is_not() {
        String text = token(List.of(), List.of());
        for (int i = 0; i < 11; i++) {
            int guess = i;
            assertThat(refused(() -> signIn.byToken("acervo_" + guess, OFFICE))).isEqualTo(Rule.SIGN_IN_FAILED);
        }
        assertThat(refused(() -> signIn.byToken("acervo_x", OFFICE))).isEqualTo(Rule.TOO_MANY_REQUESTS);
        assertThat(signIn.byToken(text, OFFICE).mission()).isEqualTo("mexico");
        assertThat(house.trail().get(0)).isEqualTo(Action.SIGN_IN_SLOWED);
    }

    @Test
    void an_account_calls_with_the_rights_of_its_role() {
        house.enrolment.enrol("Ana", House.role("depositor", "mexico"), House.ADMIN);
        house.enrolment.enrol("luis", House.role("depositor", "belize"), House.ADMIN);
        house.enrolment.enrol("carla", House.role("curator", null), House.ADMIN);
        house.enrolment.enrol("root", House.role("administrator", null), House.ADMIN);
        assertThat(rights("ana")).containsExactlyInAnyOrder(Right.READ, Right.DEPOSIT);
        assertThat(rights("luis")).containsExactlyInAnyOrder(Right.READ, Right.DEPOSIT, Right.PUBLISH);
        assertThat(rights("carla")).containsExactlyInAnyOrder(Right.READ, Right.DEPOSIT, Right.PUBLISH, Right.CURATE);
        assertThat(rights("root")).containsExactlyInAnyOrder(Right.values());
        assertThat(signIn.byPassword("carla", "correct horse", OFFICE).reaches("belize"))
                .isTrue();
        assertThat(signIn.byPassword("ana", "correct horse", OFFICE).reaches("belize"))
                .isFalse();
    }

    @Test
    void a_right_password_is_hashed_once_in_a_while() {
        house.enrolment.enrol("carla", House.role("curator", null), House.ADMIN);
        rights("carla");
        rights("carla");
        assertThat(house.hashed()).isEqualTo(1);
        house.pass(Duration.ofMinutes(6));
        rights("carla");
        assertThat(house.hashed()).isEqualTo(2);
    }

    @Test
    void a_new_password_ends_the_old_one_at_once() {
        house.enrolment.enrol("carla", House.role("curator", null), House.ADMIN);
        rights("carla");
        String fresh = house.enrolment
                .change("carla", AccountWish.NOTHING, true, House.ADMIN)
                .orElseThrow()
                .password()
                .orElseThrow();
        assertThat(refused(() -> rights("carla"))).isEqualTo(Rule.SIGN_IN_FAILED);
        assertThat(signIn.byPassword("carla", fresh, OFFICE).name()).isEqualTo("carla");
    }

    @Test
    void a_disabled_account_is_out_at_once() {
        house.enrolment.enrol("carla", House.role("curator", null), House.ADMIN);
        rights("carla");
        house.enrolment.change("carla", new AccountWish(null, null, null, null, true, null), false, House.ADMIN);
        assertThat(refused(() -> rights("carla"))).isEqualTo(Rule.SIGN_IN_FAILED);
    }

    @Test
    void an_unknown_name_costs_as_much_as_a_wrong_password() {
        house.enrolment.enrol("carla", House.role("curator", null), House.ADMIN);
        assertThat(refused(() -> signIn.byPassword("carla", "wrong", OFFICE))).isEqualTo(Rule.SIGN_IN_FAILED);
        assertThat(refused(() -> signIn.byPassword("nobody", "wrong", OFFICE))).isEqualTo(Rule.SIGN_IN_FAILED);
        assertThat(house.hashed()).isEqualTo(2);
    }

    @Test
    void the_wait_doubles_with_each_further_failure() {
        for (int i = 0; i < 11; i++) {
            refused(() -> signIn.byPassword("carla", "wrong", OFFICE));
        }
        assertThat(seconds()).isEqualTo(2);
        house.pass(Duration.ofSeconds(2));
        assertThat(refused(() -> signIn.byPassword("carla", "wrong", OFFICE))).isEqualTo(Rule.SIGN_IN_FAILED);
        assertThat(seconds()).isEqualTo(3);
        house.pass(Duration.ofHours(2));
        assertThat(refused(() -> signIn.byPassword("carla", "wrong", OFFICE))).isEqualTo(Rule.SIGN_IN_FAILED);
        assertThat(refused(() -> signIn.byPassword("carla", "wrong", OFFICE))).isEqualTo(Rule.SIGN_IN_FAILED);
    }

    @Test
    void brute_force_from_many_addresses_is_slowed_by_name_and_does_not_keep_the_owner_out() {
        house.enrolment.enrol("carla", House.role("curator", null), House.ADMIN);
        rights("carla");
        house.pass(Duration.ofMinutes(6));
        Rule last = Rule.SIGN_IN_FAILED;
        for (int i = 0; i < 40; i++) {
            int node = i;
            last = refused(() -> signIn.byPassword("carla", "guess", "203.0.113." + node));
        }
        assertThat(last).isEqualTo(Rule.TOO_MANY_REQUESTS);
        assertThat(refused(() -> signIn.byPassword("carla", "correct horse", ELSEWHERE)))
                .isEqualTo(Rule.TOO_MANY_REQUESTS);
        assertThat(rights("carla")).contains(Right.CURATE);
    }

    private long seconds() {
        Refused refused = catchThrowableOfType(Refused.class, () -> signIn.byPassword("carla", "wrong", OFFICE));
        Finding finding = refused.findings().get(0);
        assertThat(finding.rule()).isEqualTo(Rule.TOO_MANY_REQUESTS);
        return Long.parseLong(finding.expected().get(0));
    }

    private Set<Right> rights(String name) {
        return signIn.byPassword(name, "correct horse", OFFICE).rights();
    }

    private String token(List<String> scopes, List<String> onBehalfOf) {
        return house.issuance.issue(wish(scopes, onBehalfOf, null), House.ADMIN).text();
    }

    private static Issuance.Wish wish(List<String> scopes, List<String> onBehalfOf, @Nullable Instant expires) {
        return new Issuance.Wish("mexico", scopes, onBehalfOf, null, expires);
    }

    private static Rule refused(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).findings().get(0).rule();
    }
}
