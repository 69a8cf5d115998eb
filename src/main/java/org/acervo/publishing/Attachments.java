package org.acervo.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.UnknownPublication;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.acervo.files.Staged;
import org.acervo.vocabulary.Languages;
import org.jspecify.annotations.Nullable;

/**
 * Puts files to publications, changes what is said of them and takes them away. Files are outside the version of the
 * record, so several can come at once. To a publication that is not public they belong at once, and to a public one where
 * the actor may publish; else the change is proposed, and made when the publication is published again. Every method is
 * one transaction, which also tells the world. Thread-safe.
 */
public class Attachments {

    private static final int MOST = 1_000;
    private static final int DUPLICATES = 20;

    private final Publications publications;
    private final PublicationFiles files;
    private final BesideChanges changes;
    private final Holdings holdings;
    private final Allowance allowance;
    private final Languages languages;
    private final Clock clock;

    Attachments(
            Publications publications,
            PublicationFiles files,
            BesideChanges changes,
            Holdings holdings,
            Allowance allowance,
            Languages languages,
            Clock clock) {
        this.publications = publications;
        this.files = files;
        this.changes = changes;
        this.holdings = holdings;
        this.allowance = allowance;
        this.languages = languages;
        this.clock = clock;
    }

    /**
     * A file as it is now.
     *
     * @param created whether there was none of that name
     * @param findings warnings
     */
    public record Attached(PublicationFile file, boolean created, List<Finding> findings) {}

    /** All files of a publication in their order: those that belong to it, and what is proposed. */
    public List<PublicationFile> of(PublicationId id) {
        return files.of(id).stream().map(HeldFile::file).toList();
    }

    /**
     * Looks at whether a file could be put to a publication, before its content comes.
     *
     * @param publication as it was just read
     * @param size in bytes, or -1
     * @param begins whether it is to come only now, and what else is on its way counts
     * @throws Refused where it could not
     */
    public void check(Publication publication, String name, long size, Placement placement, boolean begins) {
        FileSet set = holdings.of(publication.id());
        requireRoom(publication, set, name, Math.max(0, size), placement, begins);
        placement.details().apply(said(set.working(name))).checked(languages);
    }

    /**
     * Puts a file to a publication, in the place of the one that had its name.
     *
     * @throws UnknownPublication where there is no such publication
     * @throws Refused where it cannot be
     */
    public Attached attach(Actor actor, PublicationId id, Placement placement, Staged content) {
        return changes.change(id, actor, "file put", current -> {
            FileSet set = holdings.of(id);
            requireRoom(current, set, content.name(), content.size(), placement, false);
            Optional<HeldFile> before = set.working(content.name());
            FileDetails details = placement.details().apply(said(before)).checked(languages);
            boolean same = before.filter(each -> each.file().sha256().equals(content.sha256()))
                    .isPresent();
            HeldFile next = new HeldFile(
                    file(id, set, before, details, content, standing(current, actor)),
                    same ? before.get().addedBy() : actor.name(),
                    set.location(content.sha256()),
                    before.map(HeldFile::shown).orElse(false));
            List<Finding> findings = new ArrayList<>(content.findings());
            findings.addAll(duplicates(content.sha256(), id, placement.sees()));
            Action action = before.isEmpty() ? Action.FILE_ADDED : same ? Action.FILE_DESCRIBED : Action.FILE_REPLACED;
            return BesideChanges.Done.of(
                    new Attached(next.file(), before.isEmpty(), findings),
                    put(actor, current, set, before, next),
                    action,
                    content.name());
        });
    }

    /**
     * Says something else of a file.
     *
     * @param meant the file that it is said of
     * @throws Refused with {@link Rule#UNKNOWN_FILE} where there is none of that name
     */
    public Attached change(
            Actor actor, PublicationId id, String name, FileCondition meant, UnaryOperator<FileDetails> details) {
        return changes.change(id, actor, "file described", current -> {
            requireState(current);
            FileSet set = holdings.of(id);
            Optional<HeldFile> before = set.working(name);
            PublicationFile old = before.orElseThrow(() -> unknown(name)).file();
            meant.require(name, Optional.of(old));
            FileDetails said = details.apply(FileDetails.of(old)).checked(languages);
            HeldFile next = before.get().with(said.of(old, standing(current, actor)));
            return BesideChanges.Done.of(
                    new Attached(next.file(), false, List.of()),
                    put(actor, current, set, before, next),
                    Action.FILE_DESCRIBED,
                    name);
        });
    }

    /**
     * Takes a file away; from a public publication by an actor who may not publish: proposes that it goes.
     *
     * @throws Refused with {@link Rule#UNKNOWN_FILE} where there is none of that name
     */
    public void remove(Actor actor, PublicationId id, String name, FileCondition meant) {
        changes.change(id, actor, "file removed", current -> {
            requireState(current);
            FileSet set = holdings.of(id);
            HeldFile there = set.working(name).orElseThrow(() -> unknown(name));
            meant.require(name, Optional.of(there.file()));
            requireUndecided(actor, current);
            Optional<HeldFile> kept = set.kept(name);
            set.pending(name).ifPresent(each -> files.remove(each.file()));
            boolean atOnce = standing(current, actor) == Standing.KEPT;
            if (atOnce) {
                kept.ifPresent(each -> files.remove(each.file()));
            } else {
                kept.ifPresent(each -> files.put(each.with(Holdings.standing(each.file(), Standing.LEAVING))));
            }
            return BesideChanges.Done.of(name, effect(atOnce && kept.isPresent()), Action.FILE_REMOVED, name);
        });
    }

    /** Forgets what was proposed for the files of a publication. */
    public void discard(Actor actor, PublicationId id) {
        changes.change(id, actor, "proposals given up", current -> {
            List<BesideChanges.Deed> given = holdings.of(id).pending().stream()
                    .map(each -> new BesideChanges.Deed(
                            Action.FILE_REMOVED, each.file().name()))
                    .toList();
            holdings.discard(id);
            return new BesideChanges.Done<>(id, BesideChanges.Effect.PROPOSED, given);
        });
    }

    /**
     * Forgets all files of a publication and has their contents destroyed wherever they lie, every version of them. It may
     * be a part of a transaction that removes or erases the publication.
     */
    public void purge(Actor actor, PublicationId id) {
        changes.purge(id, actor.name());
    }

    private static BesideChanges.Effect effect(boolean kept) {
        return kept ? BesideChanges.Effect.KEPT : BesideChanges.Effect.PROPOSED;
    }

    /** @return what has changed by it */
    private BesideChanges.Effect put(
            Actor actor, Publication current, FileSet set, Optional<HeldFile> before, HeldFile next) {
        if (before.isPresent() && before.get().file().equals(next.file())) {
            return BesideChanges.Effect.NONE;
        }
        requireUndecided(actor, current);
        boolean kept = next.file().standing() == Standing.KEPT;
        if (kept) {
            set.pending(next.file().name()).ifPresent(each -> files.remove(each.file()));
        }
        files.put(next);
        return effect(kept);
    }

    private PublicationFile file(
            PublicationId id,
            FileSet set,
            Optional<HeldFile> before,
            FileDetails details,
            Staged content,
            Standing standing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant added = before.map(HeldFile::file)
                .filter(each -> each.sha256().equals(content.sha256()))
                .map(PublicationFile::added)
                .orElse(now);
        Integer position = details.position();
        int old = before.map(each -> each.file().position()).orElseGet(set::end);
        return new PublicationFile(
                id,
                content.name(),
                content.mediaType(),
                content.size(),
                content.sha256(),
                details.language(),
                details.description(),
                position == null ? old : position,
                details.embargo(),
                standing,
                added);
    }

    private static FileDetails said(Optional<HeldFile> before) {
        return before.map(HeldFile::file).map(FileDetails::of).orElse(FileDetails.NONE);
    }

    private static Standing standing(Publication publication, Actor actor) {
        return publication.state() == State.PUBLISHED && !actor.mayPublish() ? Standing.PROPOSED : Standing.KEPT;
    }

    private void requireRoom(
            Publication publication, FileSet set, String name, long size, Placement placement, boolean begins) {
        requireState(publication);
        Optional<HeldFile> before = set.working(name);
        placement.condition().require(name, before.map(HeldFile::file));
        if (before.isEmpty() && set.size() >= MOST) {
            throw new Refused(Finding.of(Rule.TOO_MANY, "/files", Integer.toString(MOST + 1), Integer.toString(MOST)));
        }
        String mission = publication.working().value(Element.MISSION);
        long old = before.map(each -> each.file().size()).orElse(0L);
        if (begins) {
            allowance.requireToBegin(mission, size, old);
        } else {
            allowance.require(mission, size, old);
        }
    }

    private List<Finding> duplicates(String sha256, PublicationId id, Predicate<Publication> sees) {
        List<PublicationId> others = files.sharing(sha256, id, DUPLICATES);
        List<String> seen = publications.findAll(others).values().stream()
                .filter(each -> each.state() == State.PUBLISHED || sees.test(each))
                .map(each -> each.id().toString())
                .sorted()
                .toList();
        return seen.isEmpty() ? List.of() : List.of(Finding.of(Rule.DUPLICATE_CONTENT, "", null, seen));
    }

    private static void requireState(Publication publication) {
        if (publication.state() == State.WITHDRAWN) {
            throw forbids(State.WITHDRAWN, "draft", "submitted", "returned", "published");
        }
    }

    /** What is published must be what was reviewed, and files have no part in the version that a decision names. */
    private static void requireUndecided(Actor actor, Publication publication) {
        if (publication.workingState() == State.SUBMITTED && !actor.mayPublish()) {
            throw forbids(State.SUBMITTED, "draft", "returned");
        }
    }

    private static Refused forbids(State state, String... allowed) {
        return new Refused(Finding.of(Rule.STATE_FORBIDS, "/state", state.code(), allowed));
    }

    private static Refused unknown(@Nullable String name) {
        return new Refused(Finding.of(Rule.UNKNOWN_FILE, "", name));
    }
}
