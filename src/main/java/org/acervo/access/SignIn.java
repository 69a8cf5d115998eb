package org.acervo.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.Vocabularies;

/**
 * Finds out who calls. Each failure is in the audit trail, and whoever goes on failing is slowed, by address and by name.
 * Thread-safe.
 *
 * <p>Every method throws {@link Refused} with {@link Rule#SIGN_IN_FAILED} or {@link Rule#TOKEN_ENDED} where it is not
 * known who calls, and with {@link Rule#TOO_MANY_REQUESTS} where that was tried too often; and
 * {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public final class SignIn {

    /** Free failures from one address, and for one name from wherever. */
    private static final int FREE_OF_ADDRESS = 10;

    private static final int FREE_OF_NAME = 20;
    private static final Duration USE_NOTED = Duration.ofMinutes(1);
    private static final int FAMILIAR_MOST = 10_000;
    private static final int HASHES_AT_ONCE = Runtime.getRuntime().availableProcessors();
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(3);
    private static final int LONGEST_NAME = 64;

    private final Accounts accounts;
    private final Tokens tokens;
    private final AuditTrail trail;
    private final Passwords passwords;
    private final Supplier<Vocabularies> vocabularies;
    private final Clock clock;
    private final Throttle addresses;
    private final Throttle tokensOfAddress;
    private final Throttle endedTokens;
    private final Throttle names;
    private final VerifiedPasswords verified;
    private final Set<String> familiar = ConcurrentHashMap.newKeySet();
    private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE);
    private final PasswordHash nobodys;
    private final boolean passwordsTaken;

    /**
     * @param nanos a clock that only runs forward
     * @param passwordsTaken whether anybody may sign in with a name and a password at all
     */
    public SignIn(
            Accounts accounts,
            Tokens tokens,
            AuditTrail trail,
            Passwords passwords,
            Supplier<Vocabularies> vocabularies,
            Clock clock,
            LongSupplier nanos,
            boolean passwordsTaken) {
        this.passwordsTaken = passwordsTaken;
        this.accounts = accounts;
        this.tokens = tokens;
        this.trail = trail;
        this.passwords = passwords;
        this.vocabularies = vocabularies;
        this.clock = clock;
        this.addresses = new Throttle(FREE_OF_ADDRESS, nanos);
        this.tokensOfAddress = new Throttle(FREE_OF_ADDRESS, nanos);
        this.endedTokens = new Throttle(FREE_OF_ADDRESS, nanos);
        this.names = new Throttle(FREE_OF_NAME, nanos);
        this.verified = new VerifiedPasswords(nanos);
        this.nobodys = passwords.hash(new Secrets().password());
    }

    /**
     * The caller with the text of a token. One that is valid is never slowed: nobody guesses 256 bits, and a mission's
     * script must not suffer for another that shares its address.
     */
    public Caller byToken(String text, String address) {
        Optional<Token> found = tokens.find(TokenHash.of(text));
        if (found.isEmpty()) {
            throw failed(tokensOfAddress, new Source("", address), "unknown token");
        }
        Token token = found.get();
        Instant now = clock.instant();
        Instant ended = token.ended(now);
        if (ended != null) {
            throw ended(new Source(token.callerName(), address), ended);
        }
        Instant used = token.used();
        if (used == null || used.plus(USE_NOTED).isBefore(now)) {
            tokens.used(token.id(), now);
        }
        return token.caller();
    }

    /**
     * The caller with the name and password of an account. An unknown name costs as much time as a wrong password.
     *
     * @throws Refused also with {@link Rule#PASSWORDS_NOT_TAKEN}
     */
    public Caller byPassword(String given, String password, String address) {
        if (!passwordsTaken) {
            throw refused(Rule.PASSWORDS_NOT_TAKEN);
        }
        String name = AccountWish.normalised(given);
        Optional<Account> account = accounts.find(name);
        PasswordHash hash = account.map(Account::password).orElse(nobodys);
        Source source = new Source(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, address);
        if (!verified.has(password, hash)) {
            verify(source, password, hash);
        }
        if (account.isEmpty() || account.get().disabled()) {
            throw failed(addresses, source, "account disabled");
        }
        if (familiar.size() < FAMILIAR_MOST) {
            familiar.add(name + " " + address);
        }
        return account.get().caller(vocabularies.get().missions());
    }

    /**
     * The caller of a name as it is now, for work that goes on without it.
     *
     * @throws Refused where its token has ended, or its account is disabled or gone
     */
    public Caller again(String name) {
        if (name.startsWith(Token.CALLER)) {
            return tokens.find(name.substring(Token.CALLER.length()))
                    .filter(token -> token.ended(clock.instant()) == null)
                    .map(Token::caller)
                    .orElseThrow(() -> refused(Rule.TOKEN_ENDED));
        }
        return accounts.find(name)
                .filter(account -> !account.disabled())
                .map(account -> account.caller(vocabularies.get().missions()))
                .orElseThrow(() -> refused(Rule.SIGN_IN_FAILED));
    }

    /** Tries a password, not more at once than there are processors. */
    private void verify(Source source, String password, PasswordHash hash) {
        slow(addresses, source);
        boolean matches; // never for nobody's
        acquire();
        try {
            slow(addresses, source); // others may have failed while this one waited for its turn, or have been right
            matches = verified.has(password, hash) || passwords.matches(password, hash);
            if (matches) {
                verified.add(password, hash);
            }
        } finally {
            hashing.release();
        }
        if (!matches) {
            throw failed(addresses, source, "wrong name or password");
        }
    }

    private void acquire() {
        try {
            if (hashing.tryAcquire(LONGEST_QUEUE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw tooMany(LONGEST_QUEUE);
    }

    /** The failure of a sign-in, counted and noted; or, where there were too many, only that. */
    private Refused failed(Throttle failures, Source source, String why) {
        slow(failures, source);
        Instant now = clock.instant();
        trail.note(new AuditEntry(now, Action.SIGN_IN_FAILED, source, "", why));
        boolean slowed = failures.failed(source.address());
        if (!source.actor().isEmpty() && names.failed(source.actor()) || slowed) {
            trail.note(new AuditEntry(now, Action.SIGN_IN_SLOWED, source, "", "too many failures"));
        }
        return refused(Rule.SIGN_IN_FAILED);
    }

    /**
     * A name is slowed by what anybody anywhere tries with it, so that must not keep out its owner: an address that has
     * signed in with it before counts for itself.
     */
    private void slow(Throttle failures, Source source) {
        Duration wait = failures.wait(source.address());
        if (!source.actor().isEmpty() && !familiar.contains(source.actor() + " " + source.address())) {
            Duration ofName = names.wait(source.actor());
            wait = wait.compareTo(ofName) < 0 ? ofName : wait;
        }
        if (!wait.isZero()) {
            throw tooMany(wait);
        }
    }

    /** Whoever has a token that was valid does not guess, so that slows nobody; only its notes become rarer. */
    private Refused ended(Source source, Instant ended) {
        if (endedTokens.wait(source.actor()).isZero()) {
            endedTokens.failed(source.actor());
            trail.note(new AuditEntry(clock.instant(), Action.SIGN_IN_FAILED, source, "", "token ended " + ended));
        }
        return refused(Rule.TOKEN_ENDED);
    }

    private static Refused refused(Rule rule) {
        return new Refused(Finding.of(rule, "", null));
    }

    private static Refused tooMany(Duration wait) {
        return new Refused(Finding.of(Rule.TOO_MANY_REQUESTS, "", null, Long.toString(wait.toSeconds() + 1)));
    }
}
