package org.acervo.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Transactions;
import org.acervo.deposit.Receipts.Key;
import org.acervo.deposit.Receipts.Receipt;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Receipts} keeps to. */
public abstract class ReceiptsContract {

    private static final Instant AT = Instant.parse("2026-01-01T10:00:00.123456Z");
    private static final Key KEY = new Key("token:ñ", "k-1 \"~");
    private static final String REQUEST = "a".repeat(64);
    private static final PublicationId ID = new PublicationId(7);
    private static final Reply REPLY =
            new Reply(201, ID, Map.of("ETag", "\"1\"", "Location", "https://x/ñ"), "{\"title\":\"😀\\\\\"}\n");

    /** Nothing is kept in it yet. */
    protected abstract Receipts empty();

    /** What its changes happen in. */
    protected abstract Transactions transactions();

    @Test
    void aReplyComesBackAsItWasKept() {
        Receipts receipts = empty();
        keep(receipts, KEY, REPLY, AT);
        assertThat(run(() -> receipts.claim(KEY, "b".repeat(64), AT.plusSeconds(1))))
                .contains(new Receipt(REQUEST, REPLY));
        Key other = new Key("other", KEY.key());
        Reply bare = new Reply(204, null, Map.of(), "");
        keep(receipts, other, bare, AT);
        assertThat(run(() -> receipts.claim(other, REQUEST, AT))).contains(new Receipt(REQUEST, bare));
    }

    @Test
    void aClaimIsLostWithItsTransaction() {
        Receipts receipts = empty();
        assertThatThrownBy(() -> run(() -> {
                    receipts.claim(KEY, REQUEST, AT);
                    receipts.keep(KEY, REPLY);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(run(() -> receipts.claim(KEY, REQUEST, AT))).isEmpty();
    }

    @Test
    void keysAreToldApartByCaseAndCaller() {
        Receipts receipts = empty();
        keep(receipts, new Key("a", "k"), REPLY, AT);
        assertThat(run(() -> receipts.claim(new Key("a", "K"), REQUEST, AT))).isEmpty();
        assertThat(run(() -> receipts.claim(new Key("b", "k"), REQUEST, AT))).isEmpty();
    }

    @Test
    void whatIsOldIsSweptAndWhatIsErasedIsForgotten() {
        Receipts receipts = empty();
        keep(receipts, new Key("a", "old"), REPLY, AT);
        keep(receipts, new Key("a", "new"), new Reply(200, new PublicationId(8), Map.of(), "{}"), AT.plusSeconds(60));
        keep(receipts, new Key("a", "erased"), REPLY, AT.plusSeconds(60));
        assertThat(run(() -> receipts.sweep(AT.plusSeconds(30)))).isEqualTo(1);
        assertThat(run(() -> receipts.sweep(AT.plusSeconds(30)))).isZero();
        run(() -> {
            receipts.forget(ID);
            return true;
        });
        assertThat(run(() -> receipts.claim(new Key("a", "old"), REQUEST, AT))).isEmpty();
        assertThat(run(() -> receipts.claim(new Key("a", "erased"), REQUEST, AT)))
                .isEmpty();
        assertThat(run(() -> receipts.claim(new Key("a", "new"), REQUEST, AT))).isPresent();
    }

    private void keep(Receipts receipts, Key key, Reply reply, Instant at) {
        Optional<Receipt> before = run(() -> {
            Optional<Receipt> known = receipts.claim(key, REQUEST, at);
            receipts.keep(key, reply);
            return known;
        });
        assertThat(before).isEmpty();
    }

    private <T> T run(Supplier<T> work) {
        return transactions().run(work);
    }
}
