package org.acervo.curation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.AuditTrail;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Transactions;
import org.acervo.catalog.UnknownPublication;
import org.jspecify.annotations.Nullable;

/**
 * Work queues, and who has taken what from them. A claim changes no text and no version; the publication gets a new number,
 * by which others see it. Thread-safe.
 */
public class Claiming {

    private static final int FAR = 500;

    private final Queues queues;
    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    Claiming(
            Queues queues,
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        this.queues = queues;
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who holds a publication. */
    public Optional<Claim> of(PublicationId id) {
        return Optional.ofNullable(queues.claims(List.of(id)).get(id));
    }

    /** The publications of a part of a queue, those that are gone meanwhile left out. */
    public List<Entry> list(Queue queue, int offset, int limit) {
        List<Queue.Item> items = queues.list(queue, offset, limit);
        Map<PublicationId, Publication> found =
                publications.findAll(items.stream().map(Queue.Item::publication).toList());
        List<Entry> entries = new ArrayList<>();
        for (Queue.Item each : items) {
            Publication publication = found.get(each.publication());
            if (publication != null) {
                entries.add(new Entry(publication, each));
            }
        }
        return entries;
    }

    /** A publication in a queue. */
    public record Entry(Publication publication, Queue.Item item) {}

    public long count(Queue queue) {
        return queues.count(queue);
    }

    /** What to look at next, of the first five hundred of a queue: what nobody else holds; empty where nothing is left. */
    public Optional<PublicationId> next(Queue queue, @Nullable PublicationId current) {
        return Optional.ofNullable(queue.after(queues.list(queue, 0, FAR), current));
    }

    /**
     * Takes a publication that waits for a decision.
     *
     * @throws Refused where a colleague holds it, or it does not wait
     */
    public void claim(Caller caller, PublicationId id) {
        caller.require(Right.CURATE);
        change(id, current -> {
            Claim held = queues.claims(List.of(id)).get(id);
            if (held != null && !held.holder().equals(caller.name())) {
                throw new Refused(Finding.of(Rule.CLAIMED, "", held.holder()));
            }
            if (current.workingState() != State.SUBMITTED) {
                throw new Refused(Finding.of(
                        Rule.STATE_FORBIDS, "/state", current.workingState().code(), State.SUBMITTED.code()));
            }
            boolean isNew = held == null;
            if (isNew) {
                queues.put(new Claim(id, caller.name(), clock.instant()));
            }
            return isNew;
        });
    }

    /** Ends a claim, also a colleague's, which the audit trail then tells. */
    public void release(Caller caller, Source source, PublicationId id) {
        caller.require(Right.CURATE);
        change(id, current -> {
            Claim held = queues.claims(List.of(id)).get(id);
            if (held == null) {
                return false;
            }
            queues.release(id);
            if (!held.holder().equals(caller.name())) {
                trail.note(new AuditEntry(
                        0,
                        clock.instant(),
                        Action.CLAIM_RELEASED,
                        source.actor(),
                        "publication " + id,
                        source.address(),
                        "held by " + held.holder()));
            }
            return true;
        });
    }

    private interface Work {
        boolean changes(Publication current);
    }

    private void change(PublicationId id, Work work) {
        transactions.run(() -> {
            Publication current = publications.lock(List.of(id)).get(id);
            if (current == null) {
                throw new UnknownPublication(id);
            }
            if (work.changes(current)) {
                publications.touch(id, disseminations.tick(1));
            }
            return id;
        });
    }
}
