package org.acervo.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.AuditTrail;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.Transactions;
import org.acervo.catalog.UnknownPublication;
import org.acervo.publishing.BulkChange.Entry;
import org.acervo.publishing.BulkChange.Outcome;
import org.acervo.publishing.BulkChange.Status;
import org.jspecify.annotations.Nullable;

/**
 * Changes many publications at once: their ids are written down first, so that nothing that is found later slips in; then
 * the change can be looked at, begun, and undone. Each publication is changed in a transaction of its own that also notes
 * what became of it, so a run that was killed goes on where it was. Thread-safe.
 */
public class BulkChanging {

    private static final int BLOCK = 500;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final BulkChanges bulk;
    private final Publications publications;
    private final Publishing publishing;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    BulkChanging(
            BulkChanges bulk,
            Publications publications,
            Publishing publishing,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        this.bulk = bulk;
        this.publications = publications;
        this.publishing = publishing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Writes down the publications that are to be changed, however many they are.
     *
     * @throws Refused where the caller may not change anything
     */
    public BulkChange freeze(Caller caller, Amendment amendment, Iterator<PublicationId> ids) {
        caller.require(Right.DEPOSIT);
        BulkChange empty = new BulkChange(0, caller, amendment, Status.FREEZING, 0, clock.instant(), null);
        long id = transactions.run(() -> bulk.add(empty));
        while (ids.hasNext()) {
            List<PublicationId> block = new ArrayList<>(BLOCK);
            while (ids.hasNext() && block.size() < BLOCK) {
                block.add(ids.next());
            }
            transactions.run(() -> {
                bulk.freeze(id, block);
                return id;
            });
        }
        return transactions.run(() -> {
            bulk.keep(bulk.lock(id).orElseThrow().as(Status.FROZEN, caller, null));
            return bulk.find(id).orElseThrow();
        });
    }

    /**
     * One of the caller's, or for who curates any.
     *
     * @throws Refused where there is none
     */
    public BulkChange find(Caller caller, long id) {
        return own(caller, bulk.find(id));
    }

    /** The caller's, or for who curates all, the newest first. */
    public List<BulkChange> list(Caller caller, int limit) {
        return bulk.list(caller.may(Right.CURATE) ? "" : caller.name(), limit);
    }

    /** How many publications there are of each outcome. */
    public Map<Outcome, Long> counts(Caller caller, long id) {
        return bulk.counts(find(caller, id).id());
    }

    /** What became of the publications above an id. */
    public List<Entry> report(Caller caller, long id, long afterPublication, int limit) {
        return bulk.entries(find(caller, id).id(), null, afterPublication, limit);
    }

    /**
     * What it would do to all of its publications, or to the first ones of very many.
     *
     * @param shown how many differences are wanted
     */
    public BulkOutlook outlook(Caller caller, long id, int shown) {
        return BulkOutlook.of(bulk, publications, caller, find(caller, id), shown);
    }

    /**
     * Begins it; it is carried out in the background.
     *
     * @throws Refused where there is none, or it was begun already
     */
    public BulkChange start(Caller caller, Source source, long id) {
        return move(caller, source, id, Status.FROZEN, Status.RUNNING, Action.BULK_CHANGE_BEGUN);
    }

    /**
     * Has all that it has changed put back, in the background; what was changed since stays as it is.
     *
     * @throws Refused where there is none, or it is not done
     */
    public BulkChange undo(Caller caller, Source source, long id) {
        return move(caller, source, id, Status.DONE, Status.UNDOING, Action.BULK_CHANGE_UNDONE);
    }

    private BulkChange move(Caller caller, Source source, long id, Status from, Status to, Action action) {
        caller.require(Right.DEPOSIT);
        return transactions.run(() -> {
            BulkChange change = own(caller, bulk.lock(id));
            if (change.status() != from) {
                throw new Refused(Finding.of(
                        Rule.STATE_FORBIDS, "/status", change.status().name(), from.name()));
            }
            BulkChange next = change.as(to, caller, null);
            bulk.keep(next);
            trail.note(new AuditEntry(
                    0,
                    clock.instant(),
                    action,
                    source.actor(),
                    "bulk change " + id,
                    source.address(),
                    change.amendment().kind() + ", " + change.total() + " publications"));
            return next;
        });
    }

    private static BulkChange own(Caller caller, Optional<BulkChange> found) {
        return found.filter(each -> each.owner().name().equals(caller.name()) || caller.may(Right.CURATE))
                .orElseThrow(() -> new Refused(Finding.of(Rule.NOT_FOUND, "", null)));
    }

    /** Carries out what was begun, also by another run of the server, as far as it comes. */
    public void run() {
        Instant now = clock.instant();
        Optional<BulkChange> next = transactions.run(() -> bulk.claim(now, now.plus(LEASE)));
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            carryOut(next.get());
            Instant then = clock.instant();
            next = transactions.run(() -> bulk.claim(then, then.plus(LEASE)));
        }
    }

    /** As much as surely fits into the time for which it was taken; the rest is taken again. */
    private void carryOut(BulkChange change) {
        boolean undoing = change.status() == Status.UNDOING;
        List<Entry> block = bulk.entries(change.id(), undoing ? Outcome.CHANGED : Outcome.OPEN, 0, BLOCK);
        Instant end = clock.instant().plus(LEASE.dividedBy(2));
        for (Entry each : block) {
            if (Thread.currentThread().isInterrupted() || clock.instant().isAfter(end)) {
                break;
            }
            if (undoing) {
                putBack(change, each);
            } else {
                change(change, each.publication());
            }
        }
        transactions.run(() -> {
            BulkChange current = bulk.lock(change.id()).orElseThrow();
            bulk.keep(
                    block.isEmpty()
                            ? current.as(undoing ? Status.UNDONE : Status.DONE, current.owner(), clock.instant())
                            : current);
            return current;
        });
    }

    private void change(BulkChange change, PublicationId id) {
        attempt(change, id, Outcome.REFUSED, 0, () -> {
            Publication before = publications.find(id).orElseThrow(() -> new UnknownPublication(id));
            requireReach(change.owner(), before);
            DublinCore text = change.amendment().apply(before.working());
            if (text.equals(before.working())) {
                return new Entry(id, Outcome.UNCHANGED, 0, List.of());
            }
            Publication after = publishing
                    .save(change.owner().actorFor(mission(before)), id, before.version(), text)
                    .publication();
            requireReach(change.owner(), after);
            boolean changed = after.version() != before.version();
            return new Entry(
                    id, changed ? Outcome.CHANGED : Outcome.UNCHANGED, changed ? after.version() : 0, List.of());
        });
    }

    private void putBack(BulkChange change, Entry entry) {
        PublicationId id = entry.publication();
        attempt(change, id, Outcome.KEPT, entry.version(), () -> {
            Publication now = publications.find(id).orElseThrow(() -> new UnknownPublication(id));
            requireReach(change.owner(), now);
            DublinCore before = publications.history(id).stream()
                    .filter(each -> each.version() == entry.version())
                    .map(each -> each.before())
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                throw new UnknownPublication(id);
            }
            publishing.save(change.owner().actorFor(mission(now)), id, entry.version(), before);
            return new Entry(id, Outcome.UNDONE, entry.version(), List.of());
        });
    }

    private interface Attempt {
        Entry make();
    }

    /** Change and note are one transaction; where the change is refused, only that is noted. */
    private void attempt(BulkChange change, PublicationId id, Outcome otherwise, int version, Attempt attempt) {
        List<String> why;
        try {
            transactions.run(() -> {
                Entry entry = attempt.make();
                bulk.note(change.id(), entry);
                return entry;
            });
            return;
        } catch (Refused refused) {
            why = refused.findings().stream()
                    .filter(Finding::isError)
                    .map(each -> each.rule().code())
                    .distinct()
                    .toList();
        } catch (StaleVersion changed) {
            why = List.of(Rule.STALE_VERSION.code());
        } catch (UnknownPublication gone) {
            why = List.of(Rule.NOT_FOUND.code());
        }
        Entry refused = new Entry(id, otherwise, version, why);
        transactions.run(() -> {
            bulk.note(change.id(), refused);
            return refused;
        });
    }

    private static void requireReach(Caller caller, Publication publication) {
        if (!caller.reaches(mission(publication))
                || !caller.reaches(publication.working().value(Element.MISSION))) {
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, "", null));
        }
    }

    static @Nullable String mission(Publication publication) {
        return publication.metadata().value(Element.MISSION);
    }
}
