package org.acervo.catalog;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What missions and staff work on: drafts, states, revisions, relations, collections, history. Writing happens inside
 * {@link Transactions#run}; reading may happen outside. Thread-safe.
 */
public interface Publications {

    /**
     * A publication as it is to be kept, and the step that made it so.
     *
     * @param publication a version above the kept one by one, or version 1 of a new one
     * @param relations all that its public text states, or null where they stay as they are
     */
    record Change(
            Publication publication, Event event, @Nullable List<Relation> relations) {}

    Optional<Publication> find(PublicationId id);

    /** Those that exist. */
    Map<PublicationId, Publication> findAll(Collection<PublicationId> ids);

    /** The published ones that came last into the repository, the last first, at most so many. */
    List<Publication> newest(int limit);

    /**
     * A page of those that are meant, in the order of their last changes, the earliest first. One that changes while it is
     * being listed moves to the end.
     *
     * @param after where the page before ended, or 0 for the first
     * @param limit above 0
     */
    Listing.Page list(Listing wanted, long after, int limit);

    /**
     * What has changed, and what has gone.
     *
     * @param changed as it is now, the earliest change first
     * @param removed those that were deleted
     * @param last every change up to this number is among these, or its publication has changed again since
     * @param newest the number of the last change of all
     */
    record Since(List<Publication> changed, List<PublicationId> removed, long last, long newest) {
        public Since {
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }

        /** Whether there is nothing after it. */
        public boolean isAll() {
            return last >= newest;
        }
    }

    /**
     * What has changed or gone after a number, at most so many of each. Numbers are given in the order of commits, so that
     * nothing with a lower number appears later.
     *
     * @param after the last number that is known already, or 0
     * @param limit above 0
     */
    Since since(long after, int limit);

    /** Those that exist, by the missions' own keys. */
    Map<SourceKey, Publication> findBySource(Collection<SourceKey> keys);

    /**
     * The publications that a relation's target names, by the target: as a sourceId of the mission, else as the only
     * such sourceId of any mission, else as an id. Targets that name none are absent.
     */
    Map<String, PublicationId> resolve(@Nullable String mission, Collection<String> targets);

    /** Takes ids that nobody else will ever get, in rising order. */
    List<PublicationId> reserve(int count);

    /**
     * Locks publications until the end of the transaction, in the order of their ids, and reads them as they are then.
     * Those that do not exist are absent.
     */
    Map<PublicationId, Publication> lock(Collection<PublicationId> ids);

    /** The states of those that exist. */
    Map<PublicationId, State> states(Collection<PublicationId> ids);

    /**
     * Keeps changes; the i-th has the i-th number of the tick.
     *
     * @param tick is asked once, as late as can be: all other changes wait from then on. Texts, keys and relations are then
     *     still those before
     * @return the tick
     * @throws StaleVersion where a kept version is not the one below the given
     * @throws Refused with {@link Rule#SOURCE_ID_TAKEN} where another publication has the key
     * @throws Transactions.Again where another came to have it meanwhile
     */
    Tick save(List<Change> changes, Supplier<Tick> tick);

    /** Gives a publication the first number of the tick, because something of it beside its text has changed. */
    void touch(PublicationId id, Tick tick);

    /** Keeps a step beside the present version of a publication, which is locked, after those that are there. */
    void note(Event ofFile);

    /** Deletes one that was never public, and leaves its number behind. */
    void remove(Publication draft, Tick tick);

    /**
     * The publications that name a target in a relation of their text, their revision or their past, or as what replaced
     * them, in rising order. It reads all there is: only an erasure asks.
     */
    List<PublicationId> naming(String target);

    /** Puts these in the place of the kept steps with their versions and places; only an erasure changes what is past. */
    void amend(List<Event> steps);

    /** The steps of a publication, oldest first. */
    List<Event> history(PublicationId id);

    /** The relations that any of these states, and those that resolve to any of these. */
    List<Relation> relations(Collection<PublicationId> ids);

    /**
     * The relations that no publication answers yet and that one with one of these keys would: those that its own mission
     * states, and where no publication has the sourceId, those of any mission.
     */
    List<Relation> awaiting(Collection<SourceKey> keys);

    /** Remembers which publication answers relations that waited for it. */
    void answer(Collection<Relation> awaiting, PublicationId by);

    /** The collections in their order. */
    List<org.acervo.catalog.Collection> collections();

    /** Makes a collection, or changes the one with the same code. */
    void save(org.acervo.catalog.Collection collection);

    /**
     * The public ones, withdrawn ones too, that were found at an address before, in rising order; of very many, the first.
     *
     * @param key as {@link FormerAddress} makes it
     */
    List<PublicationId> formerlyAt(String key);

    /** The series with most publications that the public sees, at most so many, in the order of their slugs. */
    List<Series> series(int limit);

    /** The published ones of a series, by round, those without one last. */
    List<PublicationId> inSeries(String slug);

    /** How many publications there are, by state. */
    Map<State, Long> counts();

    /**
     * How many publications were made in each month, UTC; a month without one is left out.
     *
     * @param mission of one mission, or null for all
     * @param from the first month
     */
    SortedMap<YearMonth, Long> made(@Nullable String mission, YearMonth from);
}
