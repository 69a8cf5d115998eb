package org.acervo.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
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

    /**
     * What a change comes to.
     *
     * @param steps what was done to which files, for the history; without an effect there is none
     */
    record Done<T>(T value, Effect effect, List<Deed> steps) {
        static <T> Done<T> of(T value, Effect effect, Action action, String name) {
            return new Done<>(value, effect, List.of(new Deed(action, name)));
        }
    }

    /** Something that was done to a file. */
    record Deed(Action action, String name) {}

    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final Changes changes;
    private final Holdings holdings;
    private final Witness witness;
    private final Clock clock;

    BesideChanges(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Changes changes,
            Holdings holdings,
            Witness witness,
            Clock clock) {
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.changes = changes;
        this.holdings = holdings;
        this.witness = witness;
        this.clock = clock;
    }

    /**
     * Changes a publication that nobody else changes meanwhile.
     *
     * @param reason in a word what is done, for whoever opens its OCFL object
     * @throws UnknownPublication where there is none
     */
    <T> T change(PublicationId id, Actor actor, String reason, Function<Publication, Done<T>> work) {
        return transactions.run(() -> {
            Publication current = publications.lock(List.of(id)).get(id);
            if (current == null) {
                throw new UnknownPublication(id);
            }
            Done<T> done = work.apply(current);
            if (done.effect() != Effect.NONE) {
                done.steps().forEach(each -> tell(current, actor, each));
                keep(current, done.effect() == Effect.KEPT, actor.name(), reason);
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
                publications.touch(id, disseminations.put(moved, () -> disseminations.tick(1)));
            }
            return !moved.isEmpty();
        });
    }

    private void keep(Publication current, boolean filesChanged, String actor, String reason) {
        boolean told = filesChanged && current.state() == State.PUBLISHED;
        List<Dissemination> moved = told ? rendered(current) : List.of();
        FileSet set = filesChanged ? holdings.of(current.id()) : FileSet.NONE;
        Tick tick = disseminations.put(moved, () -> disseminations.tick(1));
        publications.touch(current.id(), tick);
        if (filesChanged) {
            holdings.preserve(current, set, true, tick.number(0), actor, reason);
        }
    }

    private void tell(Publication current, Actor actor, Deed deed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Event step = Event.ofFile(current, deed.action(), now, actor, deed.name());
        publications.note(step);
        witness.saw(current, step);
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
