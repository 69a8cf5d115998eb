package org.acervo.publishing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.acervo.catalog.UnknownPublication;

/**
 * Carries through changes of what belongs to a publication beside its text, its files: the version stays, the number rises,
 * and what the world was told follows.
 */
final class BesideChanges {

    /** What a change has changed. */
    enum Effect {
        NONE,
        /** What is proposed; the public is told nothing. */
        PROPOSED,
        /** What belongs to the publication. */
        KEPT
    }

    /** What a change comes to. */
    record Done<T>(T value, Effect effect) {}

    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final Changes changes;
    private final Holdings holdings;

    BesideChanges(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Changes changes,
            Holdings holdings) {
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.changes = changes;
        this.holdings = holdings;
    }

    /**
     * Changes a publication that nobody else changes meanwhile.
     *
     * @param actor who does it, and in a word what, for whoever opens its OCFL object
     * @throws UnknownPublication where there is none
     */
    <T> T change(PublicationId id, String actor, String reason, Function<Publication, Done<T>> work) {
        return transactions.run(() -> {
            Publication current = publications.lock(List.of(id)).get(id);
            if (current == null) {
                throw new UnknownPublication(id);
            }
            Done<T> done = work.apply(current);
            if (done.effect() != Effect.NONE) {
                keep(current, done.effect() == Effect.KEPT, actor, reason);
            }
            return done.value();
        });
    }

    /**
     * Tells the world again of a publication whose files are open now and were not when it was told last.
     *
     * @return whether it learns something new
     */
    boolean retell(PublicationId id) {
        return transactions.run(() -> {
            Publication current = publications.lock(List.of(id)).get(id);
            if (current == null || current.state() != State.PUBLISHED) {
                holdings.told(id);
                return false;
            }
            List<Dissemination> moved = rendered(current);
            if (!moved.isEmpty()) {
                Tick tick = disseminations.tick(1);
                publications.touch(id, tick);
                disseminations.put(moved, tick);
            }
            return !moved.isEmpty();
        });
    }

    private void keep(Publication current, boolean filesChanged, String actor, String reason) {
        boolean told = filesChanged && current.state() == State.PUBLISHED;
        List<Dissemination> moved = told ? rendered(current) : List.of();
        Tick tick = disseminations.tick(1);
        publications.touch(current.id(), tick);
        disseminations.put(moved, tick);
        if (filesChanged) {
            holdings.preserve(current, true, tick.number(0), actor, reason);
        }
    }

    private List<Dissemination> rendered(Publication current) {
        Surroundings surroundings = changes.surroundings(Set.of(current.id()));
        return changes.news(changes.render(List.of(current), surroundings));
    }

    /** Forgets all files of a publication, whatever its state, and has them destroyed. */
    void purge(PublicationId id, String actor) {
        transactions.run(() -> {
            publications.lock(List.of(id));
            holdings.purge(id, disseminations.tick(1).number(0), actor);
            return id;
        });
    }
}
