package org.acervo.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Makes and revokes missions' tokens, each with its entry in the audit trail. Thread-safe. */
public final class Issuance {

    private static final Set<Right> SCOPES = EnumSet.of(Right.READ, Right.DEPOSIT, Right.PUBLISH);
    private static final List<String> USUAL = List.of(Right.DEPOSIT.code(), Right.READ.code());
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int LONGEST_LABEL = 200;

    /**
     * A token as somebody wishes it.
     *
     * @param scopes codes of rights; empty for the usual ones
     * @param onBehalfOf other missions that it may deposit for
     */
    public record Wish(
            @Nullable String mission,
            List<String> scopes,
            List<String> onBehalfOf,
            @Nullable String label,
            @Nullable Instant expires) {

        public Wish {
            scopes = scopes.isEmpty() ? USUAL : List.copyOf(scopes);
            onBehalfOf = List.copyOf(onBehalfOf);
        }
    }

    /** A token that was made, with its text, which is told this once. */
    public record Issued(Token token, String text) {

        /** Nothing that could end in a log. */
        @Override
        public String toString() {
            return token.callerName();
        }
    }

    private final Tokens tokens;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Supplier<Vocabularies> vocabularies;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Issuance(
            Tokens tokens,
            AuditTrail trail,
            Transactions transactions,
            Supplier<Vocabularies> vocabularies,
            Clock clock) {
        this.tokens = tokens;
        this.trail = trail;
        this.transactions = transactions;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** What is wrong with a wish, with pointers into a document that has its members. */
    public List<Finding> check(Wish wish) {
        List<Finding> findings = new ArrayList<>();
        Codes missions = Codes.missions(vocabularies.get());
        if (wish.mission() == null) {
            findings.add(Finding.of(Rule.REQUIRED, "/mission", null, missions.near(null)));
        } else {
            missions.check("/mission", wish.mission(), findings);
        }
        new Codes(SCOPES.stream().map(Right::code).toList()).checkAll("/scopes", wish.scopes(), findings);
        missions.checkAll("/onBehalfOf", wish.onBehalfOf(), findings);
        if (wish.label() != null && wish.label().length() > LONGEST_LABEL) {
            findings.add(Finding.of(Rule.TOO_LONG, "/label", wish.label(), Integer.toString(LONGEST_LABEL)));
        }
        Instant now = clock.instant();
        Instant expires = wish.expires();
        if (expires != null && (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST)))) {
            findings.add(Finding.of(Rule.WRONG_EXPIRY, "/expires", expires.toString()));
        }
        return findings;
    }

    /**
     * Makes a token.
     *
     * @throws Refused with everything that is wrong with the wish
     */
    public Issued issue(Wish wish, Source source) {
        List<Finding> findings = check(wish);
        String mission = wish.mission();
        if (mission == null || !findings.isEmpty()) {
            throw new Refused(findings);
        }
        Set<String> delegations = new TreeSet<>(wish.onBehalfOf());
        delegations.remove(mission);
        String label = wish.label() == null ? "" : wish.label().strip();
        Token token = new Token(
                secrets.id(),
                mission,
                label,
                rights(wish.scopes()),
                delegations,
                source.actor(),
                clock.instant(),
                wish.expires(),
                null,
                null);
        String text = secrets.token();
        return transactions.run(() -> {
            tokens.add(token, TokenHash.of(text));
            trail.note(new AuditEntry(token.created(), Action.TOKEN_MADE, source, token.callerName(), token.told()));
            return new Issued(token, text);
        });
    }

    private static Set<Right> rights(List<String> scopes) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        Stream.of(Right.values()).filter(right -> scopes.contains(right.code())).forEach(rights::add);
        return rights;
    }

    /** Ends a token from now on; false where there is none or it was revoked before. */
    public boolean revoke(String id, Source source) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            boolean revoked = tokens.revoke(id, now);
            if (revoked) {
                trail.note(new AuditEntry(now, Action.TOKEN_REVOKED, source, "token:" + id, ""));
            }
            return revoked;
        });
    }
}
