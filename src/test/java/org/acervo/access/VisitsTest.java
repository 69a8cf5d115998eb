package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.acervo.access.AuditEntry.Source;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions begin, last and end. */
class VisitsTest {

    private static final Source BOSS = new Source("boss", "");

    private final House house = new House();

    @BeforeEach
    void enrol() {
        house.enrolment.enrol("boss", House.role("administrator", null), BOSS);
        house.enrolment.enrol("ana", House.role("depositor", "mexico"), BOSS);
    }

    private String signedIn() {
        return house.visits.begin(house.signIn.byPassword("ana", "correct horse", "192.0.2.1"), false);
    }

    @Test
    void a_key_leads_to_its_account_and_no_other_does() {
        String key = signedIn();
        Visit visit = house.visits.find(key).orElseThrow();
        assertThat(visit.account().name()).isEqualTo("ana");
        assertThat(visit.caller().may(Right.DEPOSIT)).isTrue();
        assertThat(visit.caller().may(Right.CURATE)).isFalse();
        assertThat(house.visits.find(key + "x")).isEmpty();
        assertThat(house.visits.find("")).isEmpty();
    }

    @Test
    void every_sign_in_has_a_key_of_its_own() {
        String first = signedIn();
        String second = signedIn();
        assertThat(first).isNotEqualTo(second).hasSizeGreaterThanOrEqualTo(43);
        house.visits.end(first);
        assertThat(house.visits.find(first)).isEmpty();
        assertThat(house.visits.find(second)).isPresent();
    }

    @Test
    void the_token_of_forms_belongs_to_the_session_and_does_not_give_its_key_away() {
        Visit first = house.visits.find(signedIn()).orElseThrow();
        Visit second = house.visits.find(signedIn()).orElseThrow();
        assertThat(first.token()).isNotEqualTo(second.token()).isNotEqualTo(first.key());
        assertThat(first.token())
                .isEqualTo(house.visits.find(first.key()).orElseThrow().token());
        assertThat(first.toString()).doesNotContain(first.key());
        assertThat(Visits.strangersToken(first.key())).isNotEqualTo(first.token());
    }

    @Test
    void a_session_that_is_not_used_ends_after_four_hours() {
        String key = signedIn();
        house.pass(Duration.ofHours(4));
        assertThat(house.visits.find(key)).isPresent();
        house.pass(Duration.ofHours(4).plusSeconds(1));
        assertThat(house.visits.find(key)).isEmpty();
    }

    @Test
    void a_session_ends_after_sixteen_hours_however_much_it_is_used() {
        String key = signedIn();
        for (int hour = 1; hour <= 16; hour++) {
            house.pass(Duration.ofHours(1));
            assertThat(house.visits.find(key)).as("after %d hours", hour).isPresent();
        }
        house.pass(Duration.ofSeconds(1));
        assertThat(house.visits.find(key)).isEmpty();
    }

    @Test
    void a_new_password_ends_all_sessions_of_its_account_and_no_other() {
        String key = signedIn();
        String other = signedIn();
        String boss = house.visits.begin(house.signIn.byPassword("boss", "correct horse", "192.0.2.1"), false);
        house.enrolment.change("ana", AccountWish.NOTHING, true, BOSS);
        assertThat(house.visits.find(key)).isEmpty();
        assertThat(house.visits.find(other)).isEmpty();
        assertThat(house.visits.find(boss)).isPresent();
    }

    @Test
    void a_disabled_account_has_no_sessions_also_not_when_it_is_enabled_again() {
        String key = signedIn();
        house.enrolment.change("ana", new AccountWish(null, null, null, null, true, null), false, BOSS);
        house.enrolment.change("ana", new AccountWish(null, null, null, null, false, null), false, BOSS);
        assertThat(house.visits.find(key)).isEmpty();
    }

    @Test
    void the_language_that_is_chosen_stays_with_the_account() {
        Visit visit = house.visits.find(signedIn()).orElseThrow();
        house.visits.address(visit.account(), InterfaceLanguage.PT);
        assertThat(house.visits.find(visit.key()).orElseThrow().account().language())
                .isEqualTo(InterfaceLanguage.PT);
    }
}
