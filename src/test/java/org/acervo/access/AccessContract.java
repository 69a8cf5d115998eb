package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;

/** What every keeper of accounts, tokens, quotas and the audit trail does. */
public abstract class AccessContract {

    protected static final Instant NOON = Instant.parse("2040-05-01T12:00:00.125Z");
    private static final String FOREIGN = "Ñandú 日本 " + Character.toString(0x1F600);

    protected abstract Accounts accounts();

    protected abstract Tokens tokens();

    protected abstract Sessions sessions();

    protected abstract Identities identities();

    protected abstract Attempts attempts();

    protected abstract AuditTrail trail();

    protected abstract QuotaSettings quotas();

    @Test
    void accounts_are_found_as_they_were_added() {
        Account ana = depositor("ana.perez@example.org");
        Account boss = new Account(
                "boss",
                Role.ADMINISTRATOR,
                null,
                Set.of(),
                InterfaceLanguage.EN,
                new PasswordHash("y"),
                true,
                "first-start",
                NOON);
        assertThat(accounts().add(boss)).isTrue();
        assertThat(accounts().add(ana)).isTrue();

        assertThat(accounts().find("ana.perez@example.org")).contains(ana);
        assertThat(accounts().hold("boss")).contains(boss);
        assertThat(accounts().find("nobody")).isEmpty();
        assertThat(accounts().find(FOREIGN)).isEmpty();
        assertThat(accounts().all()).containsExactly(ana, boss);
    }

    @Test
    void a_name_belongs_to_one_account() {
        Account first = depositor("ana");
        assertThat(accounts().add(first)).isTrue();
        assertThat(accounts().add(first.with(new PasswordHash("other")))).isFalse();
        assertThat(accounts().find("ana")).contains(first);
        assertThat(accounts().find("ANA")).isEmpty();
    }

    @Test
    void accounts_are_changed_and_removed() {
        accounts().add(depositor("ana"));
        Account after = new Account(
                "ana",
                Role.CURATOR,
                null,
                Set.of(),
                InterfaceLanguage.PT,
                new PasswordHash("new"),
                true,
                "admin",
                NOON);
        accounts().save(after);
        assertThat(accounts().find("ana")).contains(after);
        assertThat(accounts().remove("ana")).isTrue();
        assertThat(accounts().remove("ana")).isFalse();
        assertThat(accounts().all()).isEmpty();
    }

    @Test
    void tokens_are_found_by_id_and_by_hash() {
        Token token = token("t1", NOON, NOON.plusSeconds(60));
        Token older = token("t2", NOON.minusSeconds(1), null);
        tokens().add(older, TokenHash.of("older"));
        tokens().add(token, TokenHash.of("text"));

        assertThat(tokens().find("t1")).contains(token);
        assertThat(tokens().find(TokenHash.of("text"))).contains(token);
        assertThat(tokens().find(TokenHash.of("other"))).isEmpty();
        assertThat(tokens().find(FOREIGN)).isEmpty();
        assertThat(tokens().all()).containsExactly(token, older);
    }

    @Test
    void a_token_is_revoked_once() {
        tokens().add(token("t1", NOON, null), TokenHash.of("text"));
        assertThat(tokens().revoke("t1", NOON.plusSeconds(5))).isTrue();
        assertThat(tokens().revoke("t1", NOON.plusSeconds(9))).isFalse();
        assertThat(tokens().revoke("none", NOON)).isFalse();
        assertThat(tokens().find(TokenHash.of("text")).orElseThrow().revoked()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void the_use_of_a_token_is_noted() {
        tokens().add(token("t1", NOON, null), TokenHash.of("text"));
        tokens().used("t1", NOON.plusSeconds(7));
        assertThat(tokens().find("t1").orElseThrow().used()).isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void sessions_are_found_used_and_ended() {
        TokenHash key = TokenHash.of("key");
        Session session = new Session("ana", NOON, NOON, true);
        sessions().add(key, session);
        sessions().add(TokenHash.of("other"), new Session("ana", NOON, NOON, true));
        sessions().add(TokenHash.of("boss"), new Session("boss", NOON, NOON, false));
        assertThat(sessions().find(key)).contains(session);
        assertThat(sessions().find(TokenHash.of("none"))).isEmpty();

        sessions().seen(key, NOON.plusSeconds(60));
        assertThat(sessions().find(key)).contains(new Session("ana", NOON, NOON.plusSeconds(60), true));
        assertThat(sessions().end(key)).isTrue();
        assertThat(sessions().end(key)).isFalse();
        assertThat(sessions().find(key)).isEmpty();

        sessions().endAll("ana");
        assertThat(sessions().find(TokenHash.of("other"))).isEmpty();
        assertThat(sessions().find(TokenHash.of("boss"))).isPresent();
    }

    @Test
    void old_and_idle_sessions_are_forgotten() {
        sessions().add(TokenHash.of("old"), new Session("ana", NOON.minusSeconds(9), NOON, false));
        sessions().add(TokenHash.of("idle"), new Session("ana", NOON, NOON.minusSeconds(5), false));
        sessions().add(TokenHash.of("new"), new Session("ana", NOON, NOON, true));
        sessions().forget(NOON.minusSeconds(8), NOON.minusSeconds(4));
        assertThat(sessions().find(TokenHash.of("old"))).isEmpty();
        assertThat(sessions().find(TokenHash.of("idle"))).isEmpty();
        assertThat(sessions().find(TokenHash.of("new"))).isPresent();
    }

    @Test
    void an_account_belongs_to_one_person_and_a_person_has_one_account() {
        Identity ana = new Identity("https://login.example.org", "248289761001");
        Identity other = new Identity("https://login.example.org", "248289761002");
        Identity elsewhere = new Identity("https://elsewhere.example.org", "248289761001");
        assertThat(identities().link("ana", ana, NOON)).isTrue();
        assertThat(identities().link("ana", other, NOON)).isFalse();
        assertThat(identities().link("joe", ana, NOON)).isFalse();
        assertThat(identities().account(ana)).contains("ana");
        assertThat(identities().account(elsewhere)).isEmpty();
        assertThat(identities().account(new Identity("https://login.example.org", FOREIGN)))
                .isEmpty();
        assertThat(identities().of("ana")).contains(new Identities.Link(ana, NOON));
        assertThat(identities().of("joe")).isEmpty();

        assertThat(identities().unlink("ana")).isTrue();
        assertThat(identities().unlink("ana")).isFalse();
        assertThat(identities().link("joe", ana, NOON)).isTrue();
    }

    @Test
    void an_attempt_is_taken_once_and_not_when_it_is_old() {
        attempts().add(TokenHash.of("key"), "search?q=" + FOREIGN, NOON);
        attempts().add(TokenHash.of("old"), "", NOON.minusSeconds(9));
        attempts().add(TokenHash.of("older"), "", NOON.minusSeconds(10));
        assertThat(attempts().take(TokenHash.of("none"), NOON)).isEmpty();
        assertThat(attempts().take(TokenHash.of("key"), NOON)).contains("search?q=" + FOREIGN);
        assertThat(attempts().take(TokenHash.of("key"), NOON)).isEmpty();
        assertThat(attempts().take(TokenHash.of("old"), NOON)).isEmpty();

        attempts().forget(NOON.minusSeconds(9));
        assertThat(attempts().take(TokenHash.of("older"), NOON.minusSeconds(99)))
                .isEmpty();
    }

    @Test
    void the_trail_is_read_backwards() {
        for (int i = 0; i < 5; i++) {
            trail().note(entry(NOON.plusSeconds(i), "subject " + i));
        }
        List<AuditEntry> latest = trail().before(Long.MAX_VALUE, 2);
        List<AuditEntry> next = trail().before(latest.get(1).number(), 2);
        assertThat(latest).extracting(AuditEntry::subject).containsExactly("subject 4", "subject 3");
        assertThat(next).extracting(AuditEntry::subject).containsExactly("subject 2", "subject 1");
        assertThat(next.get(0))
                .isEqualTo(entry(NOON.plusSeconds(2), "subject 2")
                        .numbered(next.get(0).number()));
    }

    @Test
    void the_trail_cuts_and_forgets() {
        trail().note(entry(NOON, "long ago"));
        trail().note(new AuditEntry(
                0, NOON.plusSeconds(9), AuditEntry.Action.QUOTA_SET, FOREIGN, FOREIGN, "::1", "x".repeat(3000)));
        trail().forgetBefore(NOON.plusSeconds(1));
        assertThat(trail().before(Long.MAX_VALUE, 9)).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(FOREIGN);
            assertThat(entry.detail()).hasSize(1000);
        });
    }

    @Test
    void quotas_are_set_and_unset() {
        assertThat(quotas().find("mexico")).isEmpty();
        quotas().set("mexico", OptionalLong.of(5_000_000_000L));
        quotas().set("mexico", OptionalLong.of(0));
        quotas().set("haiti", OptionalLong.of(7));
        assertThat(quotas().find("mexico")).hasValue(0);
        quotas().set("mexico", OptionalLong.empty());
        assertThat(quotas().find("mexico")).isEmpty();
        assertThat(quotas().find("haiti")).hasValue(7);
        assertThat(quotas().find(FOREIGN)).isEmpty();
    }

    private static Account depositor(String name) {
        return new Account(
                name,
                Role.DEPOSITOR,
                "mexico",
                Set.of("haiti", "belize"),
                InterfaceLanguage.ES,
                new PasswordHash("x"),
                false,
                "admin",
                NOON);
    }

    private static Token token(String id, Instant created, Instant expires) {
        return new Token(
                id,
                "mexico",
                "the “site” 日",
                EnumSet.of(Right.DEPOSIT, Right.READ),
                Set.of("haiti"),
                "admin",
                created,
                expires,
                null,
                null);
    }

    private static AuditEntry entry(Instant at, String subject) {
        return new AuditEntry(0, at, AuditEntry.Action.SIGN_IN_FAILED, "ana", subject, "192.0.2.1", "why");
    }
}
