package org.acervo.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Relation;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.acervo.catalog.UnknownPublication;
import org.jspecify.annotations.Nullable;

/**
 * Carries one change of one publication through: it locks the publication and then those whose records the change touches,
 * renders them from what it then reads, takes its place in the order of all changes last, and commits. No two changes can
 * both render from what the other is about to replace.
 */
final class Changes {

    /** Makes the next version; the same value again means that nothing changes. */
    interface Step extends UnaryOperator<Publication> {}

    /** Describes a step for the history, from the version before (null for a new one) and the version after. */
    interface Chronicle {
        Event of(@Nullable Publication before, Publication after);
    }

    /**
     * What a change means for others.
     *
     * @param around the relations that are kept from and to the publication
     * @param stated the relations of the new public text
     * @param changed whether they differ from those kept
     * @param answered relations elsewhere that waited for the publication's key
     * @param neighbours those whose records must be rendered with it
     */
    private record Reach(
            List<Relation> around,
            List<Relation> stated,
            boolean changed,
            List<Relation> answered,
            Set<PublicationId> neighbours) {}

    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final Renderer renderer;
    private final Holdings holdings;
    private final Witness witness;

    Changes(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Renderer renderer,
            Holdings holdings,
            Witness witness) {
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.renderer = renderer;
        this.holdings = holdings;
        this.witness = witness;
    }

    /** Keeps a publication that did not exist. */
    Publication create(Publication first, Chronicle chronicle) {
        return transactions.run(() -> {
            Reach reach = reach(null, first);
            if (!reach.neighbours().isEmpty()) {
                publications.lock(reach.neighbours());
                if (!reach(null, first).equals(reach)) {
                    throw new Transactions.Again("relations changed while " + first.id() + " was created");
                }
            }
            return keep(null, first, reach, chronicle);
        });
    }

    /**
     * Changes a publication. Its neighbours are known, and locked, once it is locked itself; few have any. Two that are
     * each other's neighbours may so wait for each other, which the database ends, and one is made again.
     *
     * @throws UnknownPublication where there is none
     */
    Publication change(PublicationId id, Step step, Chronicle chronicle) {
        return transactions.run(() -> {
            Publication current = publications.lock(List.of(id)).get(id);
            if (current == null) {
                throw new UnknownPublication(id);
            }
            Publication next = step.apply(current);
            if (next.equals(current)) {
                return current;
            }
            Reach reach = reach(current, next);
            if (!reach.neighbours().isEmpty()) {
                publications.lock(reach.neighbours());
                if (!reach(current, next).equals(reach)) {
                    throw new Transactions.Again("relations changed while " + id + " waited for its neighbours");
                }
            }
            return keep(current, next, reach, chronicle);
        });
    }

    /**
     * Deletes one that was never public.
     *
     * @param seen refuses where it may not be deleted
     * @throws UnknownPublication where there is none
     */
    void remove(PublicationId id, Step seen, Chronicle chronicle) {
        transactions.run(() -> {
            Publication current = publications.lock(List.of(id)).get(id);
            if (current == null) {
                throw new UnknownPublication(id);
            }
            Publication last = seen.apply(current);
            Event event = chronicle.of(current, last);
            Tick tick = disseminations.tick(1);
            publications.remove(current, tick);
            holdings.purge(id, tick.number(0), event.actor());
            witness.saw(last, event);
            return last;
        });
    }

    /** What others wait for begins with the tick, so that all that can be done before it is. */
    private Publication keep(@Nullable Publication before, Publication after, Reach reach, Chronicle chronicle) {
        Event event = chronicle.of(before, after);
        boolean filesChanged = holdings.follow(before, event, after);
        boolean isTold = before != null && (filesChanged || after.state().isPublic());
        FileSet files = isTold ? holdings.of(after.id()) : FileSet.NONE;
        List<Dissemination> rendered = render(after, reach, files);
        List<Dissemination> moved = before == null && reach.neighbours().isEmpty() ? rendered : news(rendered);
        witness.saw(after, event);
        Publications.Change change = new Publications.Change(after, event, reach.changed() ? reach.stated() : null);
        Tick tick = publications.save(
                List.of(change),
                () -> disseminations.put(moved, () -> {
                    Tick taken = disseminations.tick(Math.max(1, moved.size()));
                    refuseLateComers(before, after, reach);
                    return taken;
                }));
        publications.answer(reach.answered(), after.id());
        holdings.preserve(
                after,
                files,
                filesChanged,
                tick.number(0),
                event.actor(),
                event.action().code());
        return after;
    }

    /** The text that a step put aside, or null where it left it as it was. */
    static @Nullable DublinCore putAside(@Nullable Publication before, Publication after) {
        return before == null || before.working().equals(after.working()) ? null : before.working();
    }

    /** Those that tell harvesters something new. */
    List<Dissemination> news(List<Dissemination> rendered) {
        Map<PublicationId, Dissemination> known =
                disseminations.current(rendered.stream().map(Dissemination::id).toList());
        return rendered.stream()
                .filter(each -> !known.containsKey(each.id()) || each.tellsMoreThan(known.get(each.id())))
                .toList();
    }

    /** While the order of changes is held, nobody else can commit: what was missing when rendering must still be. */
    private void refuseLateComers(@Nullable Publication before, Publication after, Reach reach) {
        List<String> missing = reach.stated().stream()
                .filter(each -> each.resolved() == null && !Surroundings.isUrl(each.target()))
                .map(Relation::target)
                .toList();
        boolean answered = !publications
                .resolve(after.metadata().value(Element.MISSION), missing)
                .isEmpty();
        if (answered || !awaiting(before, after).equals(reach.answered())) {
            throw new Transactions.Again("a relation of " + after.id() + " was answered meanwhile");
        }
    }

    private List<Dissemination> render(Publication after, Reach reach, FileSet files) {
        Map<PublicationId, Publication> publics = new LinkedHashMap<>();
        if (after.state().isPublic() && after.published() != null) { // an erased one may never have been public
            publics.put(after.id(), after);
        }
        publications.lock(reach.neighbours()).forEach((id, neighbour) -> {
            if (neighbour.state() == State.PUBLISHED) {
                publics.put(id, neighbour);
            }
        });
        if (publics.isEmpty()) {
            return List.of();
        }
        boolean isAlone = reach.around().isEmpty() && reach.neighbours().isEmpty();
        Surroundings kept = isAlone ? holdings.alone(after.id(), files) : surroundings(publics.keySet());
        return render(publics.values(), kept.with(after, reach.stated(), reach.answered()));
    }

    /** Renders public publications, and remembers what that tells of their files. */
    List<Dissemination> render(Collection<Publication> publics, Surroundings surroundings) {
        publics.forEach(each -> holdings.told(each.id(), surroundings));
        List<PublicationId> withdrawn = publics.stream()
                .filter(each -> each.state() == State.WITHDRAWN)
                .map(Publication::id)
                .toList();
        Map<PublicationId, Dissemination> told = withdrawn.isEmpty() ? Map.of() : disseminations.current(withdrawn);
        return publics.stream()
                .map(each -> renderer.render(each, surroundings, told.get(each.id())))
                .toList();
    }

    /** What is kept around publications. */
    Surroundings surroundings(Set<PublicationId> ids) {
        List<Relation> relations = publications.relations(ids);
        Set<PublicationId> ends = new HashSet<>(ids);
        relations.forEach(each -> ends.addAll(Surroundings.ends(each)));
        return new Surroundings(relations, publications.states(ends), holdings.kept(ids), holdings.today());
    }

    /** A text of a publication as formats would render it if it were public. */
    Item item(Publication publication, DublinCore text) {
        Publication shown = publication.become(State.PUBLISHED, text, null, publication.modified());
        List<Relation> stated = stated(shown);
        Set<PublicationId> around = new HashSet<>(Set.of(shown.id()));
        stated.forEach(each -> around.addAll(Surroundings.ends(each)));
        return renderer.item(shown, surroundings(around).with(shown, stated, List.of()));
    }

    private Reach reach(@Nullable Publication before, Publication after) {
        List<Relation> around = before == null ? List.of() : publications.relations(List.of(after.id()));
        List<Relation> old =
                around.stream().filter(each -> each.source().equals(after.id())).toList();
        List<Relation> stated = stated(after);
        List<Relation> answered = awaiting(before, after);
        boolean changed = !stated.equals(old);
        boolean appears = (before != null && before.state() == State.PUBLISHED) != (after.state() == State.PUBLISHED);
        Set<PublicationId> neighbours = new TreeSet<>();
        if (changed || appears || !answered.isEmpty()) {
            List<Relation> touched = new ArrayList<>(around);
            touched.addAll(stated);
            touched.addAll(answered);
            touched.forEach(each -> neighbours.addAll(Surroundings.ends(each)));
            neighbours.remove(after.id());
        }
        return new Reach(around, stated, changed, answered, neighbours);
    }

    private List<Relation> stated(Publication after) {
        List<Statement> statements =
                after.state() == State.PUBLISHED ? after.metadata().all(Element.RELATION) : List.of();
        List<String> targets = statements.stream()
                .map(each -> renderer.localTarget(each.value()))
                .toList();
        Map<String, PublicationId> resolved =
                publications.resolve(after.metadata().value(Element.MISSION), targets);
        List<Relation> relations = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String target = targets.get(i);
            PublicationId at = resolved.get(target);
            RelationType.of(statements.get(i).qualifier(Qualifier.TYPE))
                    .filter(type -> !after.id().equals(at))
                    .ifPresent(type -> relations.add(new Relation(after.id(), type, target, at)));
        }
        return relations;
    }

    private List<Relation> awaiting(@Nullable Publication before, Publication after) {
        SourceKey key = after.metadata().sourceKey().orElse(null);
        boolean isNew = key != null
                && (before == null
                        || !before.metadata()
                                .sourceKey()
                                .equals(after.metadata().sourceKey()));
        return isNew && key != null ? publications.awaiting(List.of(key)) : List.of();
    }
}
