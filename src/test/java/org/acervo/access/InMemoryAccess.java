package org.acervo.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The ports of access without a database. */
public final class InMemoryAccess {

    private final TreeMap<String, Account> accounts = new TreeMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<TokenHash, String> hashes = new HashMap<>();
    private final List<AuditEntry> trail = new ArrayList<>();
    private final Map<String, Long> quotas = new HashMap<>();
    private final Map<TokenHash, Session> sessions = new HashMap<>();
    private final Map<String, Identities.Link> links = new HashMap<>();
    private final Map<TokenHash, Begun> attempts = new HashMap<>();
    private long lastNumber;

    private record Begun(String goal, Instant at) {}

    public Accounts accounts() {
        return new InMemoryAccounts();
    }

    public Tokens tokens() {
        return new InMemoryTokens();
    }

    public Sessions sessions() {
        return new InMemorySessions();
    }

    public Identities identities() {
        return new InMemoryIdentities();
    }

    public Attempts attempts() {
        return new InMemoryAttempts();
    }

    public AuditTrail trail() {
        return new InMemoryTrail();
    }

    public QuotaSettings quotas() {
        return new InMemoryQuotas();
    }

    private final class InMemoryAccounts implements Accounts {

        @Override
        public synchronized Optional<Account> find(String name) {
            return Optional.ofNullable(accounts.get(name));
        }

        @Override
        public Optional<Account> hold(String name) {
            return find(name);
        }

        @Override
        public List<Account> all() {
            return List.copyOf(accounts.values());
        }

        @Override
        public boolean add(Account account) {
            return accounts.putIfAbsent(account.name(), account) == null;
        }

        @Override
        public void save(Account account) {
            accounts.replace(account.name(), account);
        }

        @Override
        public boolean remove(String name) {
            return accounts.remove(name) != null;
        }
    }

    private final class InMemoryTokens implements Tokens {

        @Override
        public void add(Token token, TokenHash hash) {
            tokens.put(token.id(), token);
            hashes.put(hash, token.id());
        }

        @Override
        public Optional<Token> find(String id) {
            return Optional.ofNullable(tokens.get(id));
        }

        @Override
        public Optional<Token> find(TokenHash hash) {
            return Optional.ofNullable(hashes.get(hash)).flatMap(this::find);
        }

        @Override
        public List<Token> all() {
            return tokens.values().stream()
                    .sorted(Comparator.comparing(Token::created).reversed().thenComparing(Token::id))
                    .toList();
        }

        @Override
        public boolean revoke(String id, Instant when) {
            Optional<Token> found = find(id).filter(token -> token.revoked() == null);
            found.ifPresent(token -> tokens.put(id, dated(token, token.used(), when)));
            return found.isPresent();
        }

        @Override
        public void used(String id, Instant when) {
            find(id).ifPresent(token -> tokens.put(id, dated(token, when, token.revoked())));
        }

        private Token dated(Token token, Instant used, Instant revoked) {
            return new Token(
                    token.id(),
                    token.mission(),
                    token.label(),
                    token.scopes(),
                    token.delegations(),
                    token.creator(),
                    token.created(),
                    token.expires(),
                    used,
                    revoked);
        }
    }

    private final class InMemorySessions implements Sessions {

        @Override
        public void add(TokenHash key, Session session) {
            sessions.put(key, session);
        }

        @Override
        public Optional<Session> find(TokenHash key) {
            return Optional.ofNullable(sessions.get(key));
        }

        @Override
        public void seen(TokenHash key, Instant when) {
            sessions.computeIfPresent(
                    key, (same, session) -> new Session(session.account(), session.begun(), when, session.federated()));
        }

        @Override
        public boolean end(TokenHash key) {
            return sessions.remove(key) != null;
        }

        @Override
        public void endAll(String account) {
            sessions.values().removeIf(each -> each.account().equals(account));
        }

        @Override
        public void forget(Instant begunBefore, Instant seenBefore) {
            sessions.values()
                    .removeIf(each ->
                            each.begun().isBefore(begunBefore) || each.seen().isBefore(seenBefore));
        }
    }

    private final class InMemoryIdentities implements Identities {

        @Override
        public Optional<String> account(Identity identity) {
            return links.entrySet().stream()
                    .filter(each -> each.getValue().identity().equals(identity))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public Optional<Link> of(String account) {
            return Optional.ofNullable(links.get(account));
        }

        @Override
        public boolean link(String account, Identity identity, Instant since) {
            return account(identity).isEmpty() && links.putIfAbsent(account, new Link(identity, since)) == null;
        }

        @Override
        public boolean unlink(String account) {
            return links.remove(account) != null;
        }
    }

    private final class InMemoryAttempts implements Attempts {

        @Override
        public void add(TokenHash key, String goal, Instant begun) {
            attempts.put(key, new Begun(goal, begun));
        }

        @Override
        public Optional<String> take(TokenHash key, Instant notBefore) {
            return Optional.ofNullable(attempts.remove(key))
                    .filter(each -> !each.at().isBefore(notBefore))
                    .map(Begun::goal);
        }

        @Override
        public void forget(Instant begunBefore) {
            attempts.values().removeIf(each -> each.at().isBefore(begunBefore));
        }
    }

    private final class InMemoryTrail implements AuditTrail {

        private static final int DETAIL = 1000;

        @Override
        public synchronized void note(AuditEntry entry) {
            String detail = entry.detail();
            AuditEntry cut = new AuditEntry(
                    ++lastNumber,
                    entry.at(),
                    entry.action(),
                    entry.actor(),
                    entry.subject(),
                    entry.address(),
                    detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail);
            trail.add(0, cut);
        }

        @Override
        public List<AuditEntry> before(long number, int limit) {
            return trail.stream()
                    .filter(entry -> entry.number() < number)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void forgetBefore(Instant time) {
            trail.removeIf(entry -> entry.at().isBefore(time));
        }
    }

    private final class InMemoryQuotas implements QuotaSettings {

        @Override
        public OptionalLong find(String mission) {
            return quotas.containsKey(mission) ? OptionalLong.of(quotas.get(mission)) : OptionalLong.empty();
        }

        @Override
        public void set(String mission, OptionalLong bytes) {
            quotas.remove(mission);
            bytes.ifPresent(set -> quotas.put(mission, set));
        }
    }
}
