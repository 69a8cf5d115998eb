package org.acervo.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes accounts, each with its entry in the audit trail. Thread-safe. */
public final class Enrolment {

    /** The name of the first account. */
    public static final String FIRST = "admin";

    /** An account that was made or changed, with its password where that was made here; it is told this once. */
    public record Enrolled(Account account, Optional<String> password) {

        /** Nothing that could end in a log. */
        @Override
        public String toString() {
            return account.name();
        }
    }

    private final Accounts accounts;
    private final Sessions sessions;
    private final Identities identities;
    private final AuditTrail trail;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Supplier<Vocabularies> vocabularies;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Enrolment(
            Accounts accounts,
            Sessions sessions,
            Identities identities,
            AuditTrail trail,
            Passwords passwords,
            Transactions transactions,
            Supplier<Vocabularies> vocabularies,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.identities = identities;
        this.trail = trail;
        this.passwords = passwords;
        this.transactions = transactions;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** What is wrong with a new account of that name, with pointers into a document that has its members. */
    public List<Finding> check(@Nullable String name, AccountWish wish) {
        List<Finding> findings = AccountWish.checkName(name == null ? null : AccountWish.normalised(name));
        findings.addAll(wish.check(null, vocabularies.get()));
        return findings;
    }

    /** What is wrong with a change of an account. */
    public List<Finding> check(Account account, AccountWish wish) {
        return wish.check(account, vocabularies.get());
    }

    /**
     * Makes an account, with a password of its own where none is wished.
     *
     * @throws Refused with everything that is wrong with it
     */
    public Enrolled enrol(@Nullable String given, AccountWish wish, Source source) {
        String name = given == null ? null : AccountWish.normalised(given);
        List<Finding> findings = check(name, wish);
        if (name == null || !findings.isEmpty()) {
            throw new Refused(findings);
        }
        return add(name, wish, source);
    }

    private Enrolled add(String name, AccountWish wish, Source source) {
        Optional<String> made = wish.password() == null ? Optional.of(secrets.password()) : Optional.empty();
        PasswordHash hash = passwords.hash(made.orElseGet(() -> String.valueOf(wish.password())));
        Account account = wish.account(name, hash, source.actor(), clock.instant());
        transactions.run(() -> {
            if (!accounts.add(account)) {
                throw new Refused(Finding.of(Rule.NAME_TAKEN, "/name", name));
            }
            note(Action.ACCOUNT_MADE, account, source);
            return null;
        });
        return new Enrolled(account, made);
    }

    /**
     * Makes the administrator's account in a repository that has no account at all; empty where there is one. Its password
     * may be as the operator likes.
     *
     * @param password empty for one that is made
     */
    public Optional<Enrolled> first(Optional<String> password, Source source) {
        if (!accounts.all().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(add(FIRST, AccountWish.administrator(password), source));
        } catch (Refused anotherNodeWasFaster) {
            return Optional.empty();
        }
    }

    /**
     * Changes an account; empty where there is none. A new password ends the old one at once, and with it, or when the
     * account is disabled, all its sessions.
     *
     * @param reset whether it gets a password that is made here
     * @throws Refused with everything that is wrong with the wish, or where nobody would be left who may manage accounts
     */
    public Optional<Enrolled> change(String name, AccountWish wish, boolean reset, Source source) {
        Optional<String> made = reset ? Optional.of(secrets.password()) : Optional.empty();
        Optional<PasswordHash> hash =
                made.or(() -> Optional.ofNullable(wish.password())).map(passwords::hash);
        return transactions.run(() -> accounts.hold(name).map(before -> {
            List<Finding> findings = check(before, wish);
            if (!findings.isEmpty()) {
                throw new Refused(findings);
            }
            Account after = wish.applied(before);
            keepsAnAdministrator(before, after);
            accounts.save(hash.map(after::with).orElse(after));
            if (!after.equals(before)) {
                note(Action.ACCOUNT_CHANGED, after, source);
            }
            if (hash.isPresent() || after.disabled()) {
                sessions.endAll(name);
            }
            if (hash.isPresent()) {
                note(Action.PASSWORD_RESET, after, source);
            }
            return new Enrolled(after, made);
        }));
    }

    /**
     * Removes an account; false where there is none. What it did stays in the histories under its name.
     *
     * @throws Refused where nobody would be left who may manage accounts
     */
    public boolean remove(String name, Source source) {
        return transactions.run(() -> {
            Optional<Account> before = accounts.hold(name);
            before.ifPresent(account -> {
                keepsAnAdministrator(account, null);
                accounts.remove(name);
                identities.unlink(name);
                sessions.endAll(name);
                note(Action.ACCOUNT_REMOVED, account, source);
            });
            return before.isPresent();
        });
    }

    /**
     * Forgets which person of an OpenID provider an account belongs to, and ends its sessions: the next one who comes from
     * there under its name becomes its owner. False where nobody was.
     */
    public boolean unlink(String name, Source source) {
        return transactions.run(() -> {
            Optional<Account> account = accounts.hold(name).filter(each -> identities.unlink(name));
            account.ifPresent(each -> {
                sessions.endAll(name);
                note(Action.ACCOUNT_UNLINKED, each, source);
            });
            return account.isPresent();
        });
    }

    private void keepsAnAdministrator(Account before, @Nullable Account after) {
        if (!administers(before) || after != null && administers(after)) {
            return;
        }
        Set<String> others = new TreeSet<>();
        accounts.all().stream()
                .filter(Enrolment::administers)
                .map(Account::name)
                .forEach(others::add);
        others.remove(before.name());
        if (others.isEmpty()) {
            throw new Refused(Finding.of(Rule.LAST_ADMINISTRATOR, "", before.name()));
        }
    }

    private static boolean administers(Account account) {
        return account.role() == Role.ADMINISTRATOR && !account.disabled();
    }

    private void note(Action action, Account account, Source source) {
        trail.note(new AuditEntry(clock.instant(), action, source, account.name(), account.told()));
    }
}
