package org.acervo.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.NotAdmitted.Reason;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whom an OpenID provider vouches for, if an administrator has made an account for them. Thread-safe.
 *
 * <p>The provider says who somebody is; what they may do is said here, by the role of the account, because missions and
 * delegations are known only here and two places that say it would sooner or later disagree. An administrator names the
 * account as the provider names the person, usually by the e-mail address. The first sign-in links the account to the
 * person's {@code sub}; from then on nobody else enters by it, even if the address is later given to somebody else, and the
 * person still enters when the address changes. Addresses are so trusted once, the {@code sub} for ever, until an
 * administrator unlinks the account.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public final class FederatedSignIn {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LONGEST_NAME = 64;

    private final Attempts attempts;
    private final Identities identities;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Supplier<Vocabularies> vocabularies;
    private final Clock clock;
    private final Rates rates;
    private final Secrets secrets = new Secrets();

    /** @param rates how often each address may begin */
    public FederatedSignIn(
            Attempts attempts,
            Identities identities,
            Accounts accounts,
            AuditTrail trail,
            Transactions transactions,
            Supplier<Vocabularies> vocabularies,
            Clock clock,
            Rates rates) {
        this.attempts = attempts;
        this.identities = identities;
        this.accounts = accounts;
        this.trail = trail;
        this.transactions = transactions;
        this.vocabularies = vocabularies;
        this.clock = clock;
        this.rates = rates;
    }

    /**
     * Begins a sign-in.
     *
     * @throws NotAdmitted where the address has begun too many
     */
    public Attempt begin(String goal, String address) {
        if (!rates.take(address).isZero()) {
            throw new NotAdmitted(Reason.SLOWED, "too many attempts");
        }
        Attempt attempt = new Attempt(secrets.key(), goal);
        Instant now = clock.instant();
        transactions.run(() -> {
            attempts.forget(now.minus(LONGEST));
            attempts.add(TokenHash.of(attempt.key()), goal, now);
            return attempt;
        });
        return attempt;
    }

    /**
     * Goes on with the sign-in of a browser; each once.
     *
     * @param key what the browser holds, or nothing
     * @param state what came back with the answer
     * @throws NotAdmitted where it is over, was answered before, or the answer is to another one
     */
    public Attempt resume(String key, String state) {
        if (key.isEmpty() || !Visits.same(new Attempt(key, "").state(), state)) {
            throw new NotAdmitted(Reason.OVER, "the answer is to another sign-in");
        }
        Instant notBefore = clock.instant().minus(LONGEST);
        Optional<String> goal = transactions.run(() -> attempts.take(TokenHash.of(key), notBefore));
        return new Attempt(key, goal.orElseThrow(() -> new NotAdmitted(Reason.OVER, "no such sign-in")));
    }

    /**
     * Who somebody is here.
     *
     * @param named what the provider calls the account of a person who comes for the first time; null where it does not say
     * @throws NotAdmitted where they have no account, or it is another's, or closed
     */
    public Caller enter(Identity identity, @Nullable String named, String address) {
        Account account = transactions.run(() ->
                identities.account(identity).flatMap(accounts::find).orElseGet(() -> linked(identity, named, address)));
        if (account.disabled()) {
            throw new NotAdmitted(Reason.CLOSED, account.name(), "account disabled");
        }
        return account.caller(vocabularies.get().missions());
    }

    /** The account of that name, which from now on is this person's. */
    private Account linked(Identity identity, @Nullable String named, String address) {
        if (named == null) {
            throw new NotAdmitted(Reason.NAMELESS, "the provider vouches for no name");
        }
        String name = AccountWish.normalised(named);
        Account account = Optional.of(name)
                .filter(each -> each.length() <= LONGEST_NAME)
                .flatMap(accounts::hold)
                .orElseThrow(() -> new NotAdmitted(Reason.UNKNOWN, cut(name), "no such account"));
        Optional<Identity> before = identities.of(name).map(Identities.Link::identity);
        if (before.isPresent() && before.get().issuer().equals(identity.issuer())) {
            throw new NotAdmitted(Reason.TAKEN, name, "the account is linked to another person of the provider");
        }
        if (account.disabled()) {
            return account;
        }
        before.ifPresent(other -> identities.unlink(name)); // of a provider that the repository trusts no more
        Instant now = clock.instant();
        if (!identities.link(name, identity, now)) {
            throw new NotAdmitted(Reason.TAKEN, name, "the person is linked to another account");
        }
        Source source = new Source(name, address);
        String told = "sub " + identity.subject() + " of " + identity.issuer();
        trail.note(new AuditEntry(now, Action.ACCOUNT_LINKED, source, name, told));
        return account;
    }

    /** Notes in the audit trail that somebody whom a provider sent was not let in. */
    public void refused(NotAdmitted failure, String address) {
        String told =
                "OpenID Connect, " + failure.reason().name().toLowerCase(Locale.ROOT) + ": " + failure.getMessage();
        Source source = new Source(cut(failure.named()), address);
        trail.note(new AuditEntry(clock.instant(), Action.SIGN_IN_FAILED, source, "", told));
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
