package org.acervo.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publication.Revision;
import org.acervo.catalog.Publication.Withdrawal;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Rules;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/**
 * The life of publications: draft → submitted → (returned → submitted)* → published → withdrawn → reinstated. A published
 * one changes through a revision beside it, or at once where the actor may publish. Every method is one transaction that
 * keeps all of the change, its history and what the world is told of it, or nothing. Thread-safe.
 *
 * <p>A version that is given is the one that the actor saw; where it is not the current one, {@link StaleVersion} is
 * thrown. What the rules forbid throws {@link Refused} with every finding.
 */
public class Publishing {

    /** What is done only to a text that may be public. */
    private static final Set<Action> TO_THE_PUBLIC = EnumSet.of(Action.SUBMITTED, Action.PUBLISHED, Action.REINSTATED);

    private final Publications publications;
    private final Changes changes;
    private final Checker checker;
    private final Holdings holdings;
    private final Clock clock;

    Publishing(Publications publications, Changes changes, Checker checker, Holdings holdings, Clock clock) {
        this.publications = publications;
        this.changes = changes;
        this.checker = checker;
        this.holdings = holdings;
        this.clock = clock;
    }

    /**
     * A publication after a step.
     *
     * @param findings warnings, and for a text that is not public the errors that still block its publication
     */
    public record Saved(Publication publication, List<Finding> findings) {}

    /** All there is to say of a text, with pointers into what was given. Nothing is kept. */
    public List<Finding> check(DublinCore text, Rules.Purpose purpose, @Nullable PublicationId id) {
        return checker.check(text, purpose, id).findings();
    }

    /** A text of a publication as formats would render it if it were public. */
    public Item item(Publication publication, DublinCore text) {
        return changes.item(publication, text);
    }

    /** Keeps a new draft. */
    public Saved create(Actor actor, DublinCore text) {
        return created(actor, checker.draft(text, null), State.DRAFT, Action.CREATED);
    }

    /** Keeps a new publication and makes it public, in one step. */
    public Saved createPublic(Actor actor, DublinCore text) {
        Requirements.right(actor);
        Checker.Checked checked = checker.draft(text, null);
        if (checked.findings().stream().anyMatch(Finding::isError)) {
            throw new Refused(checked.findings());
        }
        return created(actor, checked, State.PUBLISHED, Action.PUBLISHED);
    }

    private Saved created(Actor actor, Checker.Checked checked, State state, Action action) {
        PublicationId id = publications.reserve(1).get(0);
        Instant now = clock.instant();
        Instant published = state == State.PUBLISHED ? now : null;
        Publication first = new Publication(id, 1, state, checked.text(), null, null, null, now, now, published);
        return new Saved(
                changes.create(first, (before, after) -> event(before, after, action, actor, Why.NOT_ASKED)),
                checked.findings());
    }

    /**
     * Keeps another text: of a draft in place, of a published one at once where the actor may publish and nobody works on
     * a revision, else as the revision. The same text again changes nothing.
     */
    public Saved save(Actor actor, PublicationId id, int version, DublinCore text) {
        Checker.Checked checked = checker.draft(text, id);
        Publication saved = changes.change(
                id,
                current -> saved(Requirements.seen(current, version), actor, checked),
                (before, after) -> event(
                        before, after, after.revision() == null ? Action.SAVED : Action.REVISED, actor, Why.NOT_ASKED));
        return new Saved(saved, checked.findings());
    }

    private Publication saved(Publication current, Actor actor, Checker.Checked checked) {
        Requirements.state(current.state(), State.DRAFT, State.SUBMITTED, State.RETURNED, State.PUBLISHED);
        if (checked.text().equals(current.working())) {
            return current;
        }
        Instant now = clock.instant();
        if (current.state() != State.PUBLISHED) {
            return current.become(current.state(), checked.text(), null, now);
        }
        Revision revision = current.revision();
        if (actor.mayPublish() && revision == null) {
            checker.publishable(checked.text(), current.id());
            return current.become(State.PUBLISHED, checked.text(), null, now);
        }
        State state = revision == null ? State.DRAFT : revision.state();
        return current.revise(new Revision(state, checked.text()), now);
    }

    /** Offers the working text to the curators. */
    public Saved submit(Actor actor, PublicationId id, int version) {
        return step(actor, id, version, Action.SUBMITTED, Why.NOT_ASKED, current -> {
            requireWork(current, State.DRAFT, State.RETURNED);
            return current.state() == State.PUBLISHED
                    ? current.revise(new Revision(State.SUBMITTED, current.working()), clock.instant())
                    : current.become(State.SUBMITTED, current.metadata(), null, clock.instant());
        });
    }

    /** Works on a submitted text again, before it is decided on. */
    public Saved takeBack(Actor actor, PublicationId id, int version) {
        return step(actor, id, version, Action.TAKEN_BACK, Why.NOT_ASKED, current -> {
            Requirements.state(current.workingState(), State.SUBMITTED);
            return current.state() == State.PUBLISHED
                    ? current.revise(new Revision(State.DRAFT, current.working()), clock.instant())
                    : current.become(State.DRAFT, current.metadata(), null, clock.instant());
        });
    }

    /**
     * Gives a submitted text back.
     *
     * @param reason why; never blank
     * @param fieldReasons why, by JSON Pointer
     */
    public Saved giveBack(Actor actor, PublicationId id, int version, String reason, Map<String, String> fieldReasons) {
        Requirements.right(actor);
        Map<String, String> ofFields = Checker.fieldReasons(reason, fieldReasons);
        Why why = new Why(Checker.reason(reason), ofFields);
        return step(actor, id, version, Action.RETURNED, why, current -> {
            Requirements.state(current.workingState(), State.SUBMITTED);
            return current.state() == State.PUBLISHED
                    ? current.revise(new Revision(State.RETURNED, current.working()), clock.instant())
                    : current.become(State.RETURNED, current.metadata(), null, clock.instant());
        });
    }

    /** Makes the working text public. */
    public Saved publish(Actor actor, PublicationId id, int version) {
        Requirements.right(actor);
        return step(actor, id, version, Action.PUBLISHED, Why.NOT_ASKED, current -> {
            requireWork(current, State.DRAFT, State.SUBMITTED, State.RETURNED);
            return current.become(State.PUBLISHED, current.working(), null, clock.instant());
        });
    }

    /**
     * Leaves a tombstone in the place of a published publication; a revision beside it is given up, and kept in the
     * history.
     *
     * @param reason why; never blank
     * @param replacedBy a sourceId, an id or a URL, or null
     */
    public Saved withdraw(Actor actor, PublicationId id, int version, String reason, @Nullable String replacedBy) {
        String why = Checker.reason(reason);
        String successor = Checker.replacedBy(replacedBy);
        List<Finding> ofSuccessor = new ArrayList<>();
        Saved saved = step(actor, id, version, Action.WITHDRAWN, new Why(why, Map.of()), current -> {
            Requirements.state(current.state(), State.PUBLISHED);
            ofSuccessor.clear(); // the transaction may be made again
            ofSuccessor.addAll(successor == null ? List.of() : ofSuccessor(current, successor));
            Instant now = clock.instant();
            return current.become(State.WITHDRAWN, current.metadata(), new Withdrawal(why, now, successor), now);
        });
        ofSuccessor.addAll(0, saved.findings());
        return new Saved(saved.publication(), ofSuccessor);
    }

    /** @throws Refused where it is the publication itself */
    private List<Finding> ofSuccessor(Publication publication, String target) {
        if (Surroundings.isUrl(target)) {
            return List.of();
        }
        String mission = publication.metadata().value(Element.MISSION);
        PublicationId found = publications.resolve(mission, Set.of(target)).get(target);
        if (publication.id().equals(found)) {
            throw new Refused(Finding.of(Rule.RELATION_TO_ITSELF, "/replacedBy", target));
        }
        if (found == null) {
            return List.of(Finding.of(Rule.UNKNOWN_SUCCESSOR, "/replacedBy", target));
        }
        return publications.states(Set.of(found)).get(found) == State.WITHDRAWN
                ? List.of(Finding.of(Rule.WITHDRAWN_SUCCESSOR, "/replacedBy", target))
                : List.of();
    }

    /** Makes a withdrawn publication public again. */
    public Saved reinstate(Actor actor, PublicationId id, int version, String reason) {
        Requirements.right(actor);
        Why why = new Why(Checker.reason(reason), Map.of());
        return step(actor, id, version, Action.REINSTATED, why, current -> {
            Requirements.state(current.state(), State.WITHDRAWN);
            return current.become(State.PUBLISHED, current.metadata(), null, clock.instant());
        });
    }

    /** Gives up the revision beside the public text; its text is kept in the history. */
    public Saved giveUp(Actor actor, PublicationId id, int version) {
        return step(actor, id, version, Action.GIVEN_UP, Why.NOT_ASKED, current -> {
            if (current.revision() == null) {
                throw new Refused(Finding.of(
                        Rule.STATE_FORBIDS, "/revision", current.state().code()));
            }
            return current.revise(null, clock.instant());
        });
    }

    /** Deletes one that was never public, with its history. */
    public void delete(Actor actor, PublicationId id, int version) {
        changes.remove(
                id,
                current -> {
                    Requirements.state(
                            Requirements.seen(current, version).state(), State.DRAFT, State.SUBMITTED, State.RETURNED);
                    return current.become(current.state(), current.metadata(), null, clock.instant());
                },
                (before, after) -> event(before, after, Action.DELETED, actor, Why.NOT_ASKED));
    }

    /** Why a step was made, where that is asked for. */
    private record Why(@Nullable String reason, Map<String, String> fieldReasons) {
        static final Why NOT_ASKED = new Why(null, Map.of());
    }

    private Saved step(Actor actor, PublicationId id, int version, Action action, Why why, Changes.Step next) {
        List<Finding> findings = new ArrayList<>();
        Changes.Step checked = current -> {
            Publication stepped = next.apply(Requirements.seen(current, version));
            findings.clear(); // the transaction may be made again
            findings.addAll(
                    TO_THE_PUBLIC.contains(action)
                            ? checker.publishable(stepped.working(), id)
                            : check(stepped.working(), Rules.Purpose.PUBLISH, id));
            return stepped;
        };
        Publication after = changes.change(id, checked, (before, now) -> event(before, now, action, actor, why));
        return new Saved(after, findings);
    }

    private static Event event(@Nullable Publication before, Publication after, Action action, Actor actor, Why why) {
        return new Event(
                after.id(),
                after.version(),
                action,
                after.modified(),
                actor.name(),
                actor.onBehalfOf(),
                why.reason(),
                why.fieldReasons(),
                Changes.putAside(before, after));
    }

    /** Of a public one without a revision it is the files that are worked on, where some are proposed. */
    private void requireWork(Publication current, State... allowed) {
        boolean onlyFiles = current.state() == State.PUBLISHED
                && current.revision() == null
                && !holdings.of(current.id()).pending().isEmpty();
        if (!onlyFiles) {
            Requirements.state(current.workingState(), allowed);
        }
    }
}
