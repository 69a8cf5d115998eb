package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Transactions;
import org.acervo.publishing.BulkChange.Entry;
import org.acervo.publishing.BulkChange.Outcome;
import org.acervo.publishing.BulkChange.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link BulkChanges} keeps to. */
public abstract class BulkChangesContract {

    private static final Instant AT = Instant.parse("2022-06-01T10:00:00.123456Z");
    private static final Caller ANA =
            new Caller("ana", "mexico", Set.of(Right.READ, Right.DEPOSIT), Set.of("belize", "haiti"));
    private static final Caller BEA = new Caller("bea", null, Set.of(Right.DEPOSIT, Right.CURATE), Set.of());
    private static final Amendment ADD = new Amendment.Add(Statement.of(Element.SUBJECT, "Retorno «ñ»", "es"));

    private BulkChanges bulk;

    protected abstract BulkChanges empty();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        bulk = empty();
    }

    private <T> T run(Supplier<T> work) {
        return transactions().run(work);
    }

    private long add(Caller owner, Amendment amendment, long... publications) {
        return run(() -> {
            long id = bulk.add(new BulkChange(0, owner, amendment, Status.FREEZING, 0, AT, null));
            for (long each : publications) {
                bulk.freeze(id, List.of(new PublicationId(each)));
            }
            return id;
        });
    }

    private BulkChange keep(long id, Status status) {
        return run(() -> {
            BulkChange change = bulk.lock(id).orElseThrow();
            bulk.keep(change.as(status, change.owner(), status == Status.DONE ? AT : null));
            return bulk.find(id).orElseThrow();
        });
    }

    private static Entry open(long id) {
        return new Entry(new PublicationId(id), Outcome.OPEN, 0, List.of());
    }

    @Test
    void everyKindComesBackAsItWasKept() {
        Statement person = new Statement(Element.CREATOR, "Pérez, Ana", null, Map.of(Qualifier.KIND, "person"));
        for (Amendment each : List.of(
                ADD,
                new Amendment.Remove(person),
                new Amendment.Replace(person, Statement.of(Element.CREATOR, "IOM", "en")),
                new Amendment.Rename(
                        List.of(
                                Statement.of(Element.CREATOR, "OIM"),
                                Statement.of(Element.CREATOR, "IOM"),
                                Statement.of(Element.PUBLISHER, "OIM")),
                        List.of(
                                Statement.of(Element.CREATOR, "a"),
                                Statement.of(Element.CREATOR, "b"),
                                Statement.of(Element.PUBLISHER, "c"))),
                new Amendment.Rewrite(Element.TITLE, " teh ", "\n"),
                new Amendment.Rewrite(null, "OIM", ""))) {
            long id = add(ANA, each, 7, 3);
            assertThat(bulk.find(id)).contains(new BulkChange(id, ANA, each, Status.FREEZING, 0, AT, null));
            assertThat(keep(id, Status.DONE)).isEqualTo(new BulkChange(id, ANA, each, Status.DONE, 2, AT, AT));
        }
        assertThat(bulk.find(99)).isEmpty();
    }

    @Test
    void eachPublicationIsInItOnceInRisingOrder() {
        long id = add(ANA, ADD, 7, 3, 5, 3);
        run(() -> {
            bulk.freeze(id, List.of(new PublicationId(3), new PublicationId(9)));
            bulk.freeze(id, List.of());
            return id;
        });
        assertThat(bulk.entries(id, null, 0, 10)).containsExactly(open(3), open(5), open(7), open(9));
        assertThat(bulk.entries(id, null, 3, 2)).containsExactly(open(5), open(7));
        Entry refused = new Entry(new PublicationId(5), Outcome.REFUSED, 0, List.of("required", "too-long"));
        Entry changed = new Entry(new PublicationId(7), Outcome.CHANGED, 4, List.of());
        run(() -> {
            bulk.note(id, refused);
            bulk.note(id, changed);
            return id;
        });
        assertThat(bulk.entries(id, Outcome.REFUSED, 0, 10)).containsExactly(refused);
        assertThat(bulk.entries(id, Outcome.CHANGED, 0, 10)).containsExactly(changed);
        assertThat(bulk.counts(id)).isEqualTo(Map.of(Outcome.OPEN, 2L, Outcome.REFUSED, 1L, Outcome.CHANGED, 1L));
    }

    @Test
    void whatIsListedIsTheOwnersOrAll() {
        long one = add(ANA, ADD);
        long two = add(BEA, ADD);
        assertThat(bulk.list("ana", 5)).extracting(BulkChange::id).containsExactly(one);
        assertThat(bulk.list("", 5)).extracting(BulkChange::id).containsExactly(two, one);
        assertThat(bulk.list("", 1)).hasSize(1);
        assertThat(bulk.find(two).orElseThrow().owner()).isEqualTo(BEA);
    }

    @Test
    void whatRunsIsTakenByOne() {
        long id = add(ANA, ADD);
        assertThat(run(() -> bulk.claim(AT, AT.plusSeconds(60)))).isEmpty();
        keep(id, Status.RUNNING);
        assertThat(run(() -> bulk.claim(AT, AT.plusSeconds(60)))).isPresent();
        assertThat(run(() -> bulk.claim(AT.plusSeconds(59), AT.plusSeconds(99))))
                .isEmpty();
        assertThat(run(() -> bulk.claim(AT.plusSeconds(60), AT.plusSeconds(120))))
                .isPresent();
        keep(id, Status.UNDOING);
        assertThat(run(() -> bulk.claim(AT, AT.plusSeconds(60))))
                .as("given back")
                .isPresent();
    }

    @Test
    void aTransactionThatFailsKeepsNothing() {
        long id = add(ANA, ADD, 7);
        transactions().attempt(() -> {
            bulk.note(id, new Entry(new PublicationId(7), Outcome.CHANGED, 4, List.of()));
            return id;
        });
        assertThat(bulk.entries(id, null, 0, 10)).containsExactly(open(7));
    }
}
