package org.acervo.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.acervo.access.Vault;
import org.acervo.catalog.InMemoryPublications;
import org.junit.jupiter.api.Test;

class OnceOnlyTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    private final House house = new House();
    private final InMemoryPublications transactions = new InMemoryPublications();
    private final InMemoryReceipts receipts = new InMemoryReceipts(transactions);
    private final OnceOnly onceOnly =
            new OnceOnly(transactions, receipts, new Vault(() -> new byte[Vault.KEY_BYTES]), NOON);
    private final AtomicInteger done = new AtomicInteger();
    private final Supplier<Reply> work = () -> Reply.json(
                    201,
                    null,
                    Json.createObjectBuilder()
                            .add("secret", "whsec_" + done.incrementAndGet())
                            .build())
            .with("Location", "https://library.example.org/there");

    @Test
    void aSecretIsToldAgainAndLiesLocked() {
        Asked asked = asked(house.key("k"));
        Reply first = onceOnly.carryOutSecretly(asked, work);
        Reply again = onceOnly.carryOutSecretly(asked, work);
        assertThat(first.body()).isEqualTo("{\"secret\":\"whsec_1\"}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        Receipts.Receipt kept = transactions.run(
                () -> receipts.claim(new Receipts.Key("token:mexico", "k"), asked.fingerprint(), NOON.instant())
                        .orElseThrow());
        assertThat(kept.reply().body()).doesNotContain("whsec");
    }

    @Test
    void aDryRunNamesNoAddress() {
        Reply tried = onceOnly.carryOut(asked(house.dry()), work);
        assertThat(tried.status()).isEqualTo(201);
        assertThat(tried.headers()).containsEntry("Dry-Run", "true").doesNotContainKey("Location");
    }

    private static Asked asked(House house) {
        return house.asked("POST", "/webhooks", MediaTypes.JSON, "{}".getBytes(StandardCharsets.UTF_8));
    }
}
