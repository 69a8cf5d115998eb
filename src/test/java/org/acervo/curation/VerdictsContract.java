package org.acervo.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Transactions;
import org.acervo.curation.Verdict.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Verdicts} keeps to. */
public abstract class VerdictsContract {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09.123456Z");

    private Verdicts verdicts;

    protected abstract Verdicts empty();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        verdicts = empty();
    }

    private Verdict put(long one, long other, Outcome outcome, int second) {
        Verdict verdict =
                new Verdict(new PublicationId(one), new PublicationId(other), outcome, "ève", AT.plusSeconds(second));
        transactions().run(() -> {
            verdicts.put(verdict);
            return verdict;
        });
        return verdict;
    }

    @Test
    void a_pair_has_one_verdict_whichever_way_round() {
        put(1, 2, Outcome.DIFFERENT, 0);
        Verdict turned = put(2, 1, Outcome.TRANSLATION, 1);
        Verdict other = put(1, 3, Outcome.MERGED, 2);
        Verdict stranger = put(4, 3, Outcome.NEW_VERSION, 3);
        assertThat(verdicts.of(new PublicationId(1))).containsExactly(turned, other);
        assertThat(verdicts.of(new PublicationId(3))).containsExactly(other, stranger);
        assertThat(verdicts.newest(2)).containsExactly(stranger, other);
    }

    @Test
    void verdicts_are_taken_back_and_forgotten() {
        put(1, 2, Outcome.DIFFERENT, 0);
        Verdict left = put(5, 3, Outcome.TRANSLATION, 1);
        put(3, 1, Outcome.MERGED, 2);
        transactions().run(() -> {
            verdicts.remove(new PublicationId(2), new PublicationId(1));
            verdicts.remove(new PublicationId(2), new PublicationId(5));
            return "";
        });
        assertThat(verdicts.of(new PublicationId(2))).isEmpty();
        transactions().run(() -> {
            verdicts.forget(new PublicationId(1));
            return "";
        });
        assertThat(verdicts.newest(9)).containsExactly(left);
    }
}
