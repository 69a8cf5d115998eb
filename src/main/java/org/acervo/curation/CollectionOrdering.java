package org.acervo.curation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.AuditTrail;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.acervo.search.CollectionOrder;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Hit;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.InterfaceLanguage;

/**
 * Orders the publications of a collection, as its public page shows them. Those that were given no place come after those that
 * have one, the newest first. Thread-safe.
 */
public class CollectionOrdering {

    /** Further down nobody reads; there the newest come first. */
    public static final int MOST = 500;

    private final CollectionOrder order;
    private final Searching searching;
    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    CollectionOrdering(
            CollectionOrder order,
            Searching searching,
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        this.order = order;
        this.searching = searching;
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** The first publications of a collection in their order, as they are worked on. */
    public List<Hit> first(String collection, InterfaceLanguage language) {
        searching.refresh();
        Search search = Search.all(language, Viewer.STAFF)
                .with(Facet.COLLECTION, List.of(collection))
                .sized(Search.MOST);
        List<Hit> hits = new ArrayList<>();
        Found found = searching.find(search);
        hits.addAll(found.hits());
        while (found.next() != null && hits.size() < MOST) {
            found = searching.find(search.from(found.next()));
            hits.addAll(found.hits());
        }
        return hits;
    }

    /** How many of the first ones have a place of their own. */
    public int placed(String collection) {
        return order.of(collection).size();
    }

    /**
     * Moves a publication to a place.
     *
     * @param place from 1; beyond the last that can be given means that one
     * @throws Refused where it is not among the first ones of the collection
     */
    public void move(Caller caller, Source source, String collection, PublicationId id, int place) {
        caller.require(Right.CURATE);
        List<PublicationId> shown = new ArrayList<>(
                first(collection, InterfaceLanguage.EN).stream().map(Hit::id).toList());
        int from = shown.indexOf(id);
        if (from < 0) {
            throw new Refused(Finding.of(Rule.NOT_FOUND, "/publication", id.toString()));
        }
        int to = Math.max(0, Math.min(place - 1, shown.size() - 1));
        if (from == to) {
            return;
        }
        shown.add(to, shown.remove(from));
        transactions.run(() -> {
            List<PublicationId> before = order.of(collection);
            int kept = (int) before.stream().filter(shown::contains).count() + (from >= before.size() ? 1 : 0);
            List<PublicationId> after = List.copyOf(shown.subList(0, Math.min(shown.size(), Math.max(kept, to + 1))));
            order.put(collection, after);
            touch(before, after);
            note(source, collection, id + " → " + (to + 1));
            return id;
        });
        searching.refresh();
    }

    /** Takes all places away: the newest come first again. */
    public void clear(Caller caller, Source source, String collection) {
        caller.require(Right.CURATE);
        transactions.run(() -> {
            List<PublicationId> before = order.of(collection);
            order.put(collection, List.of());
            touch(before, List.of());
            note(source, collection, "order cleared");
            return collection;
        });
        searching.refresh();
    }

    /** Whoever follows the numbers of changes learns of those that stand elsewhere. */
    private void touch(List<PublicationId> before, List<PublicationId> after) {
        List<PublicationId> moved = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            PublicationId old = i < before.size() ? before.get(i) : null;
            PublicationId now = i < after.size() ? after.get(i) : null;
            if (old == null || !old.equals(now)) {
                add(moved, now);
            }
            if (old != null && !after.contains(old)) {
                add(moved, old);
            }
        }
        List<PublicationId> there = new ArrayList<>(publications.lock(moved).keySet());
        if (!there.isEmpty()) {
            Tick tick = disseminations.tick(there.size());
            for (int i = 0; i < there.size(); i++) {
                publications.touch(there.get(i), new Tick(tick.number(i), tick.datestamp()));
            }
        }
    }

    private static void add(List<PublicationId> moved, @org.jspecify.annotations.Nullable PublicationId id) {
        if (id != null && !moved.contains(id)) {
            moved.add(id);
        }
    }

    private void note(Source source, String collection, String detail) {
        trail.note(new AuditEntry(
                0,
                clock.instant(),
                Action.COLLECTION_CHANGED,
                source.actor(),
                "collection " + collection,
                source.address(),
                detail));
    }
}
