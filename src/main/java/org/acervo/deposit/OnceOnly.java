package org.acervo.deposit;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
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
final class OnceOnly {

    /** How long a request may come again. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String DRY_RUN = "Dry-Run";

    private final Transactions transactions;
    private final Receipts receipts;
    private final Clock clock;

    OnceOnly(Transactions transactions, Receipts receipts, Clock clock) {
        this.transactions = transactions;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** @throws Refused with {@link Rule#IDEMPOTENCY_KEY_REUSED} where the key came with another request */
    Reply carryOut(Asked asked, Supplier<Reply> work) {
        if (asked.dryRun()) {
            return transactions.attempt(work).with(DRY_RUN, "true");
        }
        String key = asked.idempotencyKey();
        return key == null
                ? transactions.run(work)
                : transactions.run(() -> once(new Receipts.Key(asked.caller().name(), key), asked.fingerprint(), work));
    }

    private Reply once(Receipts.Key key, String request, Supplier<Reply> work) {
        Receipts.Receipt known = receipts.claim(key, request, clock.instant()).orElse(null);
        if (known == null) {
            Reply answer = work.get();
            receipts.keep(key, answer);
            return answer;
        }
        if (!known.request().equals(request)) {
            throw new Refused(Finding.of(Rule.IDEMPOTENCY_KEY_REUSED, "", key.key()));
        }
        return known.reply().with("Idempotency-Replayed", "true");
    }

    /** Forgets what is too old to come again. */
    void sweep() {
        while (transactions.run(() -> receipts.sweep(clock.instant().minus(KEPT))) > 0) {
            continue;
        }
    }
}
