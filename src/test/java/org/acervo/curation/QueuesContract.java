package org.acervo.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publication.Revision;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.acervo.curation.Queue.Held;
import org.acervo.curation.Queue.Kind;
import org.acervo.curation.Queue.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Queues} keeps to. */
public abstract class QueuesContract {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09.123456Z");

    private Queues queues;
    private Publications publications;
    private long number;

    protected abstract Queues empty();

    protected abstract Publications publications();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        queues = empty();
        publications = publications();
    }

    private void run(Runnable work) {
        transactions().run(() -> {
            work.run();
            return "";
        });
    }

    private PublicationId add(State state, State revision, String mission, String type, int minute) {
        PublicationId id = publications.reserve(1).get(0);
        DublinCore text = new DublinCore(List.of(
                Statement.of(Element.TITLE, "Title " + id, "en"),
                Statement.of(Element.MISSION, mission),
                Statement.of(Element.TYPE, type)));
        Instant at = AT.plusSeconds(60L * minute);
        Publication made = new Publication(
                id, 1, state, text, revision == null ? null : new Revision(revision, text), null, null, at, at, at);
        Event event = new Event(id, 1, Event.Action.SAVED, at, "ana", null, null, Map.of(), null);
        run(() -> publications.save(List.of(new Publications.Change(made, event, null)), () -> new Tick(++number, at)));
        return id;
    }

    private static Queue queue(Kind kind) {
        return Queue.of(kind, "eve");
    }

    private List<PublicationId> ids(Queue queue) {
        List<PublicationId> ids =
                queues.list(queue, 0, 100).stream().map(Queue.Item::publication).toList();
        assertThat(queues.count(queue)).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void each_queue_has_what_waits_in_it_the_longest_waiting_first() {
        PublicationId late = add(State.SUBMITTED, null, "mexico", "report", 9);
        PublicationId early = add(State.SUBMITTED, null, "haiti", "map", 1);
        PublicationId revision = add(State.PUBLISHED, State.SUBMITTED, "haiti", "report", 2);
        PublicationId returned = add(State.RETURNED, null, "haiti", "report", 3);
        PublicationId returnedRevision = add(State.PUBLISHED, State.RETURNED, "haiti", "report", 4);
        add(State.DRAFT, null, "haiti", "report", 5);
        add(State.PUBLISHED, null, "haiti", "report", 6);
        assertThat(ids(queue(Kind.SUBMITTED))).containsExactly(early, late);
        assertThat(ids(queue(Kind.REVISIONS))).containsExactly(revision);
        assertThat(ids(queue(Kind.RETURNED))).containsExactly(returned, returnedRevision);
        assertThat(ids(queue(Kind.DECIDED))).isEmpty();
        assertThat(ids(queue(Kind.MINE))).isEmpty();
        assertThat(queues.list(queue(Kind.SUBMITTED), 1, 5))
                .extracting(Queue.Item::publication)
                .containsExactly(late);
    }

    @Test
    void a_queue_can_be_narrowed_and_ordered() {
        PublicationId one = add(State.SUBMITTED, null, "mexico", "report", 1);
        PublicationId two = add(State.SUBMITTED, null, "haiti", "map", 2);
        PublicationId three = add(State.SUBMITTED, null, "haiti", "report", 3);
        Queue all = queue(Kind.SUBMITTED);
        assertThat(ids(new Queue(Kind.SUBMITTED, "eve", "haiti", null, null, Order.NEWEST)))
                .containsExactly(three, two);
        assertThat(ids(new Queue(Kind.SUBMITTED, "eve", "haiti", "map", null, Order.OLDEST)))
                .containsExactly(two);
        assertThat(ids(new Queue(Kind.SUBMITTED, "eve", null, null, null, Order.MISSION)))
                .containsExactly(two, three, one);
        assertThat(ids(new Queue(Kind.SUBMITTED, "eve", null, null, null, Order.TYPE)))
                .containsExactly(two, one, three);
        run(() -> {
            queues.put(new Claim(one, "eve", AT));
            queues.put(new Claim(two, "bob", AT));
        });
        assertThat(ids(all)).containsExactly(one, two, three);
        assertThat(ids(held(Held.NOBODY))).containsExactly(three);
        assertThat(ids(held(Held.ME))).containsExactly(one);
        assertThat(ids(held(Held.OTHERS))).containsExactly(two);
        assertThat(ids(queue(Kind.MINE))).containsExactly(one);
        assertThat(queues.list(all, 0, 1).get(0).claim()).isEqualTo(new Claim(one, "eve", AT));
    }

    private static Queue held(Held held) {
        return new Queue(Kind.SUBMITTED, "eve", null, null, held, Order.OLDEST);
    }

    @Test
    void claims_are_put_replaced_and_released() {
        PublicationId one = add(State.SUBMITTED, null, "mexico", "report", 1);
        PublicationId two = add(State.SUBMITTED, null, "mexico", "report", 2);
        run(() -> queues.put(new Claim(one, "bob", AT)));
        run(() -> queues.put(new Claim(one, "Ève", AT)));
        assertThat(queues.claims(List.of(one, two))).containsOnly(Map.entry(one, new Claim(one, "Ève", AT)));
        assertThat(queues.claims(List.of())).isEmpty();
        run(() -> queues.release(one));
        run(() -> queues.release(one));
        assertThat(queues.claims(List.of(one))).isEmpty();
    }

    @Test
    void only_the_last_decision_counts_and_the_last_decided_comes_first() {
        PublicationId one = add(State.PUBLISHED, null, "mexico", "report", 1);
        PublicationId two = add(State.RETURNED, null, "mexico", "report", 2);
        Decision first = new Decision(one, Event.Action.RETURNED, "eve", AT);
        Decision last = new Decision(one, Event.Action.PUBLISHED, "bob", AT.plusSeconds(9));
        Decision other = new Decision(two, Event.Action.RETURNED, "eve", AT.plusSeconds(5));
        run(() -> queues.decided(first));
        run(() -> queues.decided(other));
        run(() -> queues.decided(last));
        assertThat(queues.list(queue(Kind.DECIDED), 0, 9))
                .containsExactly(new Queue.Item(one, null, last), new Queue.Item(two, null, other));
        run(() -> {
            queues.put(new Claim(one, "eve", AT));
            queues.forget(one);
        });
        assertThat(ids(queue(Kind.DECIDED))).containsExactly(two);
        assertThat(queues.claims(List.of(one))).isEmpty();
    }

    @Test
    void what_is_rolled_back_was_never_claimed() {
        PublicationId one = add(State.SUBMITTED, null, "mexico", "report", 1);
        transactions().attempt(() -> {
            queues.put(new Claim(one, "eve", AT));
            return "";
        });
        assertThat(queues.claims(List.of(one))).isEmpty();
    }
}
