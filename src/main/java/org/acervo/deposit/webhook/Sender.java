package org.acervo.deposit.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.acervo.access.Vault;
import org.acervo.catalog.Transactions;

/**
 * Sends what is due. A webhook is served by one turn at a time, on whichever node: its deliveries go out one after the
 * other, and a slow one keeps nobody else waiting. A turn that dies with its node is made up for when its lease is over;
 * what was on its way then may arrive twice. Thread-safe.
 */
final class Sender {

    /** Longer than a turn can last. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration TURN = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int BLOCK = 20;

    private final Webhooks webhooks;
    private final Transactions transactions;
    private final Courier courier;
    private final Vault vault;
    private final NoticeJson json;
    private final Clock clock;
    private final DoubleSupplier chance;

    /** @param chance gives numbers from 0 to 1 */
    Sender(
            Webhooks webhooks,
            Transactions transactions,
            Courier courier,
            Vault vault,
            NoticeJson json,
            Clock clock,
            DoubleSupplier chance) {
        this.webhooks = webhooks;
        this.transactions = transactions;
        this.courier = courier;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.chance = chance;
    }

    /** Takes at most so many webhooks that have something to be sent; each must get its {@link #turn}. */
    List<Webhook> take(int most) {
        Instant now = clock.instant();
        return transactions.run(() -> webhooks.lease(now, now.plus(LEASE), most));
    }

    /** Sends what is due for a webhook that was taken, for a while, and gives it back. */
    void turn(Webhook webhook) {
        Instant end = clock.instant().plus(TURN);
        try {
            boolean reachable = true;
            while (reachable && clock.instant().isBefore(end)) {
                List<Delivery> due = webhooks.due(webhook.id(), clock.instant(), BLOCK);
                reachable = !due.isEmpty() && sendAll(webhook, due, end);
            }
        } finally {
            webhooks.release(webhook.id(), clock.instant());
        }
    }

    /** Forgets old deliveries. */
    void sweep() {
        webhooks.sweep(clock.instant().minus(REMEMBERED));
    }

    /** Whether each got an answer, good or bad: behind one that got none the others need not wait for theirs now. */
    private boolean sendAll(Webhook webhook, List<Delivery> due, Instant end) {
        for (Delivery each : due) {
            if (!clock.instant().isBefore(end)) {
                return false;
            }
            Courier.Outcome outcome = send(webhook, each);
            Instant now = clock.instant();
            Integer status = outcome.status();
            Trouble trouble = outcome.trouble();
            webhooks.save(
                    trouble == null && status != null
                            ? each.delivered(now, status)
                            : each.failed(now, status, trouble, chance.getAsDouble()));
            if (status == null) {
                return false;
            }
        }
        return true;
    }

    private Courier.Outcome send(Webhook webhook, Delivery delivery) {
        String secret;
        try {
            secret = vault.unlock(webhook.secret(), Webhook.USE);
        } catch (Vault.UnreadableSecret unreadable) {
            return new Courier.Outcome(null, Trouble.of(Trouble.Reason.SECRET_UNREADABLE));
        }
        byte[] body = json.write(delivery).toString().getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Acervo-Event", delivery.event());
        headers.put("Acervo-Delivery", Long.toString(delivery.id()));
        headers.put("Acervo-Timestamp", timestamp);
        headers.put("Acervo-Signature", Signature.of(secret, timestamp, body));
        return courier.post(webhook.url(), headers, body);
    }
}
