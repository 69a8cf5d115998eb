package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.CURATOR;
import static org.acervo.publishing.TestLibrary.relating;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Transactions.Again;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Related records that are changed at the same time, on two servers: none keeps what the other has just replaced. */
class NeighboursIT {

    private static final int ROUNDS = 60;

    private final TwoNodes nodes = new TwoNodes();

    @AfterEach
    void end() {
        nodes.close();
    }

    @Test
    void bothTellOfBothWhenTheyRelateToOneAnother() throws Exception {
        List<PublicationId> ids = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            PublicationId a = nodes.publish(report("a" + round, "A"));
            PublicationId b = nodes.publish(report("b" + round, "B"));
            DublinCore toB = relating(report("a" + round, "A"), "references", "b" + round);
            DublinCore toA = relating(report("b" + round, "B"), "isPartOf", "a" + round);
            nodes.together(
                    () -> nodes.left().publishing().save(CURATOR, a, 2, toB),
                    () -> nodes.right().publishing().save(CURATOR, b, 2, toA));
            assertThat(told(a)).contains("references", "hasPart");
            assertThat(told(b)).contains("isReferencedBy", "isPartOf");
            ids.addAll(List.of(a, b));
        }
        nothingIsStale(ids.size());
    }

    @Test
    void aRecordNeverTellsOfOneThatIsGone() throws Exception {
        PublicationId b = nodes.publish(report("b", "B"));
        PublicationId a = nodes.publish(relating(report("a", "A"), "references", "b"));
        for (int round = 0; round < ROUNDS; round++) {
            DublinCore text = relating(report("a", "A " + round), "references", "b");
            int of = nodes.version(a);
            int version = nodes.version(b);
            boolean goes = round % 2 == 0;
            nodes.together(() -> nodes.left().publishing().save(CURATOR, a, of, text), () -> {
                if (goes) {
                    nodes.right().publishing().withdraw(CURATOR, b, version, "wrong", null);
                } else {
                    nodes.right().publishing().reinstate(CURATOR, b, version, "right");
                }
            });
            assertThat(told(a).contains("/publications/" + b + "<"))
                    .as("round %d", round)
                    .isEqualTo(!goes);
        }
        nothingIsStale(2);
    }

    @Test
    void aTargetThatArrivesAtTheSameTimeIsFound() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "late" + round;
            PublicationId draft = nodes.left()
                    .publishing()
                    .create(CURATOR, relating(report("early" + round, "Early"), "references", key))
                    .publication()
                    .id();
            nodes.together(() -> nodes.left().publishing().publish(CURATOR, draft, 1), () -> {
                PublicationId late = nodes.right()
                        .publishing()
                        .create(CURATOR, report(key, "Late"))
                        .publication()
                        .id();
                nodes.right().publishing().publish(CURATOR, late, 1);
            });
            assertThat(told(draft)).contains("references");
        }
        nothingIsStale(2 * ROUNDS);
    }

    @Test
    void renderingAgainMeanwhileLeavesNothingStale() throws Exception {
        List<PublicationId> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(nodes.publish(relating(report("r" + i, "R"), "references", "r" + (i + 1) % 30)));
        }
        AtomicInteger round = new AtomicInteger();
        while (round.incrementAndGet() < 10) {
            nodes.together(
                    () -> nodes.left().rerendering().all(looked -> {}),
                    () -> eachStep(ids, round.get(), 0),
                    () -> eachStep(ids, round.get(), 1));
            nothingIsStale(ids.size());
        }
    }

    private void eachStep(List<PublicationId> ids, int round, int offset) {
        for (int i = offset; i < ids.size(); i += 2) {
            PublicationId id = ids.get(i);
            boolean isGone = nodes.first().publications().find(id).orElseThrow().withdrawal() != null;
            if (isGone) {
                nodes.right().publishing().reinstate(CURATOR, id, nodes.version(id), "right");
            } else if ((i + round) % 3 == 0) {
                nodes.right().publishing().withdraw(CURATOR, id, nodes.version(id), "wrong", null);
            } else {
                DublinCore text = relating(report("r" + i, "R " + round), "references", "r" + (i + round) % 30);
                nodes.right()
                        .publishing()
                        .save(CURATOR, id, nodes.version(id), i == (i + round) % 30 ? plain(i) : text);
            }
        }
    }

    private static DublinCore plain(int i) {
        return report("r" + i, "R");
    }

    @Test
    void aDeadlockIsTriedAgain() throws Exception {
        PublicationId a = nodes.publish(report("a", "A"));
        PublicationId b = nodes.publish(report("b", "B"));
        for (int round = 0; round < 10; round++) {
            AtomicInteger tries = new AtomicInteger();
            nodes.together(() -> lock(tries, a, b), () -> lock(tries, b, a));
            assertThat(tries).as("one of them lost and began again").hasValueGreaterThan(2);
        }
    }

    /** Against the order of the ids, and holding on until the other has begun too. */
    private void lock(AtomicInteger tries, PublicationId first, PublicationId then) {
        nodes.first().transactions().run(() -> {
            tries.incrementAndGet();
            nodes.first().publications().lock(List.of(first));
            try {
                Thread.sleep(tries.get() > 2 ? 0 : 200);
            } catch (InterruptedException interrupted) {
                throw new Again("interrupted");
            }
            return nodes.first().publications().lock(List.of(then));
        });
    }

    private String told(PublicationId id) {
        return new String(
                nodes.second()
                        .disseminations()
                        .find(id, "qdc")
                        .orElseThrow()
                        .payload()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    /** Rendering everything again changes nothing: what is kept is what the database now says. */
    private void nothingIsStale(int records) {
        assertThat(nodes.left().rerendering().all(looked -> {})).isEqualTo(new Rerendering.Report(records, 0));
    }
}
