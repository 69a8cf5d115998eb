package org.acervo.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;

/**
 * Sessions of the console from their beginning to their end. Each sign-in has a key of its own with 256 random bits, of which
 * the repository keeps a hash. Thread-safe.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public final class Visits {

    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Supplier<Vocabularies> vocabularies;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Visits(
            Sessions sessions,
            Accounts accounts,
            Transactions transactions,
            Supplier<Vocabularies> vocabularies,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.transactions = transactions;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /**
     * Begins a session for somebody who has just signed in; gives its key.
     *
     * @param federated whether through an OpenID provider
     */
    public String begin(Caller caller, boolean federated) {
        String key = secrets.key();
        Instant now = clock.instant();
        transactions.run(() -> {
            sessions.forget(now.minus(Session.LONGEST), now.minus(Session.IDLE));
            sessions.add(TokenHash.of(key), new Session(caller.name(), now, now, federated));
            return key;
        });
        return key;
    }

    /** Who holds a key; empty where the session has ended, or the account is gone or disabled. */
    public Optional<Visit> find(String key) {
        TokenHash hash = TokenHash.of(key);
        Instant now = clock.instant();
        Optional<Session> session = sessions.find(hash).filter(each -> !each.hasEnded(now));
        Optional<Account> account =
                session.flatMap(each -> accounts.find(each.account())).filter(each -> !each.disabled());
        if (session.isPresent()
                && account.isPresent()
                && session.get().seen().plus(USE_NOTED).isBefore(now)) {
            sessions.seen(hash, now);
        }
        return account.map(
                each -> new Visit(each, each.caller(vocabularies.get().missions()), key));
    }

    /** Ends the session of a key; true where somebody signed in to it through an OpenID provider. */
    public boolean end(String key) {
        TokenHash hash = TokenHash.of(key);
        boolean federated = sessions.find(hash).filter(Session::federated).isPresent();
        return sessions.end(hash) && federated;
    }

    /** Remembers the language that somebody has chosen. */
    public Account address(Account account, InterfaceLanguage language) {
        return transactions.run(() -> {
            Account current = accounts.hold(account.name()).orElse(account).with(language);
            accounts.save(current);
            return current;
        });
    }

    /** A fresh text for a browser that nobody has signed in with yet, and so for its form. */
    public String stranger() {
        return secrets.key();
    }

    /** What the sign-in form of a browser carries that has such a text, so that no other site can sign somebody in. */
    public static String strangersToken(String text) {
        return Secrets.derived(text, "sign-in");
    }

    /** Whether two secrets are the same, in a time that does not tell how much of them is. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
