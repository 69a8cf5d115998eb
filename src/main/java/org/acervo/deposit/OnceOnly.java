package org.acervo.deposit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.acervo.access.Vault;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Transactions;

/**
 * Carries a change out in one transaction: once however often its request comes, where that has an {@code
 * Idempotency-Key}; and without keeping anything of it, where it is only tried. The answer is kept in the transaction of
 * the change, so that there is never one without the other. What is refused changes nothing and does not use its key up.
 * Thread-safe.
 */
public final class OnceOnly {

    /** How long a request may come again. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String DRY_RUN = "Dry-Run";
    /** The header of an answer that was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    /** What the vault is told that an answer is for. */
    private static final String USE = "receipt";

    private final Transactions transactions;
    private final Receipts receipts;
    private final Vault vault;
    private final Clock clock;

    OnceOnly(Transactions transactions, Receipts receipts, Vault vault, Clock clock) {
        this.transactions = transactions;
        this.receipts = receipts;
        this.vault = vault;
        this.clock = clock;
    }

    /** @throws Refused with {@link Rule#IDEMPOTENCY_KEY_REUSED} where the key came with another request */
    public Reply carryOut(Asked asked, Supplier<Reply> work) {
        return carryOut(asked, work, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** The same where the answer tells a secret: it lies in the database as secrets do. */
    public Reply carryOutSecretly(Asked asked, Supplier<Reply> work) {
        return carryOut(asked, work, body -> vault.lock(body, USE), body -> vault.unlock(body, USE));
    }

    private Reply carryOut(
            Asked asked, Supplier<Reply> work, UnaryOperator<String> locking, UnaryOperator<String> unlocking) {
        if (asked.dryRun()) {
            return transactions.attempt(work).tried().with(DRY_RUN, "true");
        }
        String key = asked.idempotencyKey();
        if (key == null) {
            return transactions.run(work);
        }
        Receipts.Key whose = new Receipts.Key(asked.caller().name(), key);
        String request = asked.fingerprint();
        return transactions.run(() -> {
            Reply known = before(whose, request).orElse(null);
            if (known != null) {
                return known.with(unlocking).with(REPLAYED, "true");
            }
            Reply answer = work.get();
            receipts.keep(whose, answer.with(locking));
            return answer;
        });
    }

    private Optional<Reply> before(Receipts.Key key, String request) {
        Receipts.Receipt known = receipts.claim(key, request, clock.instant()).orElse(null);
        if (known != null && !known.request().equals(request)) {
            throw new Refused(Finding.of(Rule.IDEMPOTENCY_KEY_REUSED, "", key.key()));
        }
        return Optional.ofNullable(known).map(Receipts.Receipt::reply);
    }

    /** Forgets what is too old to come again. */
    void sweep() {
        while (transactions.run(() -> receipts.sweep(clock.instant().minus(KEPT))) > 0) {
            continue;
        }
    }
}
