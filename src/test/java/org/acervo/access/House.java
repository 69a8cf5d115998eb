package org.acervo.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.Transactions;
import org.acervo.platform.VocabularyFiles;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** All of access in memory, with a clock that the test moves. */
final class House {

    static final Source ADMIN = new Source("admin", "192.0.2.1");

    /** Those of the configuration, but {@code belize} publishes without review. */
    static final Vocabularies VOCABULARIES = vocabularies();

    /** How many sign-ins through a provider an address may begin at once. */
    static final int ATTEMPTS = 20;

    private Instant now = Instant.parse("2040-05-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private int hashed;
    final InMemoryAccess access = new InMemoryAccess();
    final Enrolment enrolment = new Enrolment(
            access.accounts(),
            access.sessions(),
            access.identities(),
            access.trail(),
            new Reversed(),
            new NoTransactions(),
            () -> VOCABULARIES,
            clock);
    final Visits visits =
            new Visits(access.sessions(), access.accounts(), new NoTransactions(), () -> VOCABULARIES, clock);
    final Issuance issuance =
            new Issuance(access.tokens(), access.trail(), new NoTransactions(), () -> VOCABULARIES, clock);
    final SignIn signIn = signIn();
    final FederatedSignIn federated = new FederatedSignIn(
            access.attempts(),
            access.identities(),
            access.accounts(),
            access.trail(),
            new NoTransactions(),
            () -> VOCABULARIES,
            clock,
            new Rates(1, ATTEMPTS, () -> 0));

    /** Another node of the same repository, which knows nothing of who failed at this one. */
    SignIn signIn() {
        return signIn(true);
    }

    /** @param passwordsTaken whether anybody may come in with a password */
    SignIn signIn(boolean passwordsTaken) {
        return new SignIn(
                access.accounts(),
                access.tokens(),
                access.trail(),
                new Reversed(),
                () -> VOCABULARIES,
                clock,
                () -> Duration.between(Instant.EPOCH, now).toNanos(),
                passwordsTaken);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** How many passwords have been compared with a hash. */
    int hashed() {
        return hashed;
    }

    /** The actions in the trail, the newest first. */
    List<AuditEntry.Action> trail() {
        return access.trail().before(Long.MAX_VALUE, 1000).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static Vocabularies vocabularies() {
        Vocabularies all = VocabularyFiles.read(Path.of("config", "vocabularies"));
        List<Mission> missions = all.missions().all().stream()
                .map(each -> new Mission(
                        each.code(),
                        each.labels(),
                        each.coverage(),
                        each.defaults(),
                        !each.code().equals("belize")))
                .toList();
        return new Vocabularies(
                missions,
                all.themes().all(),
                all.types().all(),
                all.organizations().all(),
                all.licences(),
                all.languages(),
                all.places());
    }

    static AccountWish role(String role, @Nullable String mission) {
        return new AccountWish(role, mission, null, null, null, "correct horse");
    }

    private final class Reversed implements Passwords {

        @Override
        public PasswordHash hash(String password) {
            return new PasswordHash(new StringBuilder(password).reverse().toString());
        }

        @Override
        public boolean matches(String password, PasswordHash hash) {
            hashed++;
            return hash(password).equals(hash);
        }
    }

    private static final class NoTransactions implements Transactions {

        @Override
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T attempt(Supplier<T> work) {
            throw new UnsupportedOperationException();
        }
    }
}
