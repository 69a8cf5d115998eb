package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.acervo.access.Caller;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Refused;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Rules;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Transactions;
import org.acervo.deposit.bulk.BulkJob.Then;
import org.acervo.deposit.bulk.Outcome.Result;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Does what a row asks for, as a part of the transaction that is under way. Thread-safe. */
final class RowDeposit {

    private final Publishing publishing;
    private final Publications publications;
    private final RowFiles files;
    private final Vocabularies vocabularies;

    RowDeposit(Publishing publishing, Publications publications, RowFiles files, Vocabularies vocabularies) {
        this.publishing = publishing;
        this.publications = publications;
        this.files = files;
        this.vocabularies = vocabularies;
    }

    /**
     * Deposits a row.
     *
     * @param taken the contents of its files, in the order in which it names them
     * @throws RowRefused where that is not possible
     */
    Outcome deposit(Caller caller, Then then, Entry entry, List<RowFiles.Taken> taken) {
        Publication there = find(caller, entry);
        if (entry.action() == Action.WITHDRAW) {
            return withdraw(caller, entry, there);
        }
        if (there == null) {
            return create(caller, then, entry, taken);
        }
        return update(caller, then, entry, there, taken);
    }

    /** All that is wrong with a row that is refused anyway, so that everything can be mended at once. */
    List<SheetFinding> check(Caller caller, Then then, Entry entry) {
        List<SheetFinding> findings = new ArrayList<>(entry.findings());
        if (entry.action() == Action.CREATE && entry.id() == null && isNew(caller, entry)) {
            Set<String> spoilt = new LinkedHashSet<>();
            findings.forEach(each -> spoilt.add(each.cell()));
            blocking(then, entry, entry.text(), null).stream()
                    .filter(each -> !spoilt.contains(each.cell()))
                    .forEach(findings::add);
            String mission = entry.text().value(Element.MISSION);
            boolean isKnown = mission == null || vocabularies.missions().has(mission);
            if (isKnown && !caller.reaches(mission)) {
                findings.add(entry.at(Finding.of(Rule.RIGHT_REQUIRED, Element.MISSION.pointer(), mission)));
            }
        }
        return findings;
    }

    private boolean isNew(Caller caller, Entry entry) {
        return key(entry).filter(each -> caller.reaches(each.mission())).stream()
                .allMatch(each -> publications.findBySource(List.of(each)).isEmpty());
    }

    /** What keeps a text from becoming what is wished, even where it may be kept as a draft. */
    private List<SheetFinding> blocking(Then then, Entry entry, DublinCore text, @Nullable PublicationId id) {
        Rules.Purpose purpose = then == Then.DRAFT ? Rules.Purpose.DRAFT : Rules.Purpose.PUBLISH;
        return publishing.check(text, purpose, id).stream()
                .filter(Finding::isError)
                .map(entry::at)
                .toList();
    }

    private @Nullable Publication find(Caller caller, Entry entry) {
        if (entry.id() != null) {
            return PublicationId.parse(entry.id())
                    .flatMap(publications::find)
                    .filter(each -> Reach.reaches(caller, each))
                    .orElseThrow(() -> unknown(entry, entry.id()));
        }
        Optional<SourceKey> key = key(entry);
        Publication there = key.isPresent() && caller.reaches(key.get().mission())
                ? publications.findBySource(List.of(key.get())).get(key.get())
                : null;
        if (there != null && !Reach.reaches(caller, there)) {
            throw RowRefused.of(
                    entry,
                    Finding.of(
                            Rule.RIGHT_REQUIRED,
                            Element.SOURCE_ID.pointer(),
                            key.get().sourceId()));
        }
        if (there == null && entry.action() != Action.CREATE) {
            throw unknown(entry, key.map(SourceKey::sourceId).orElse(null));
        }
        return there;
    }

    /** A revision may move a publication to another mission, which it does not belong to before it is public. */
    private Optional<SourceKey> key(Entry entry) {
        return Cleaning.clean(entry.text(), vocabularies).metadata().sourceKey();
    }

    private static RowRefused unknown(Entry entry, @Nullable String given) {
        return RowRefused.of(entry, Finding.of(Rule.UNKNOWN_RECORD, Element.SOURCE_ID.pointer(), given));
    }

    /** A row whose rules are broken is refused with all that was found in it. */
    private static Publishing.Saved step(Entry entry, Supplier<Publishing.Saved> step) {
        try {
            return step.get();
        } catch (Refused refused) {
            throw RowRefused.of(entry, refused.findings().toArray(Finding[]::new));
        }
    }

    /** Keeps a text; where that is refused, also what would have been said of the text when it was offered. */
    private Publishing.Saved keep(
            Then then, Entry entry, DublinCore text, @Nullable PublicationId id, Supplier<Publishing.Saved> step) {
        try {
            return step(entry, step);
        } catch (RowRefused refused) {
            throw refused.and(blocking(then, entry, text, id));
        }
    }

    private static Actor actor(Caller caller, Entry entry, @Nullable String mission) {
        if (!caller.reaches(mission)) {
            throw RowRefused.of(entry, Finding.of(Rule.RIGHT_REQUIRED, Element.MISSION.pointer(), mission));
        }
        return caller.actorFor(mission);
    }

    private Outcome create(Caller caller, Then then, Entry entry, List<RowFiles.Taken> taken) {
        String mission = entry.text().value(Element.MISSION);
        if (!caller.reaches(mission)) {
            throw new RowRefused(check(caller, then, entry));
        }
        Actor actor = caller.actorFor(mission);
        boolean atOnce = then == Then.PUBLISH && taken.isEmpty();
        Publishing.Saved saved = keep(then, entry, entry.text(), null, () -> created(actor, entry, atOnce));
        Attaching attached = attach(actor, then, saved.publication(), entry, taken);
        Publication after = advance(actor, then, entry, saved, attached);
        return Outcome.of(entry.row(), Result.CREATED, after, said(entry, saved.findings(), attached, List.of()));
    }

    /** Where somebody was quicker with the same key, the row starts afresh and finds what is there now. */
    private Publishing.Saved created(Actor actor, Entry entry, boolean publicAtOnce) {
        try {
            return publicAtOnce && actor.mayPublish()
                    ? publishing.createPublic(actor, entry.text())
                    : publishing.create(actor, entry.text());
        } catch (Refused refused) {
            Optional<SourceKey> key = key(entry);
            boolean taken = refused.findings().stream().anyMatch(each -> each.rule() == Rule.SOURCE_ID_TAKEN);
            if (taken
                    && key.isPresent()
                    && !publications.findBySource(List.of(key.get())).isEmpty()) {
                throw new Transactions.Again("a key was taken meanwhile");
            }
            throw refused;
        }
    }

    private static void requireUpdate(Entry entry, Publication there) {
        if (entry.action() != Action.UPDATE) {
            String name = entry.id() == null ? there.working().value(Element.SOURCE_ID) : entry.id();
            throw RowRefused.of(
                    entry,
                    Finding.of(
                            Rule.UPDATE_NEEDED,
                            Element.SOURCE_ID.pointer(),
                            name,
                            there.id().toString()));
        }
    }

    private Outcome update(Caller caller, Then then, Entry entry, Publication there, List<RowFiles.Taken> taken) {
        Merged merged = Merged.of(there.working(), entry, vocabularies);
        boolean same = merged.text().equals(there.working());
        if (!same) {
            requireUpdate(entry, there);
        }
        Actor actor = actor(caller, entry, there.metadata().value(Element.MISSION));
        actor(caller, entry, merged.text().value(Element.MISSION));
        Publishing.Saved saved = same
                ? new Publishing.Saved(there, List.of())
                : keep(
                        then,
                        merged.entry(),
                        merged.text(),
                        there.id(),
                        () -> publishing.save(actor, there.id(), there.version(), merged.text()));
        Attaching attached = attach(actor, then, saved.publication(), merged.entry(), taken);
        Publication after = advance(actor, then, merged.entry(), saved, attached);
        boolean unchanged = after.equals(there) && !attached.changed();
        return Outcome.of(
                entry.row(),
                unchanged ? Result.UNCHANGED : Result.UPDATED,
                after,
                said(merged.entry(), saved.findings(), attached, merged.warnings()));
    }

    private Outcome withdraw(Caller caller, Entry entry, @Nullable Publication there) {
        Publication known = Objects.requireNonNull(there);
        Actor actor = actor(caller, entry, known.metadata().value(Element.MISSION));
        if (known.state() == State.WITHDRAWN) {
            return Outcome.of(entry.row(), Result.UNCHANGED, known, entry.findings());
        }
        String successor = entry.text().all(Element.RELATION).stream()
                .filter(each -> each.is(Qualifier.TYPE, RelationType.IS_REPLACED_BY.code()))
                .map(Statement::value)
                .findFirst()
                .orElse(null);
        String reason = entry.reason() == null ? "" : entry.reason();
        Publishing.Saved saved =
                step(entry, () -> publishing.withdraw(actor, known.id(), known.version(), reason, successor));
        return Outcome.of(entry.row(), Result.WITHDRAWN, saved.publication(), entry.findings());
    }

    /** Offers or publishes the text, as far as that was asked for and its depositor may. */
    private Publication advance(Actor actor, Then then, Entry entry, Publishing.Saved saved, Attaching attached) {
        Publication now =
                attached.changed() ? publications.find(saved.publication().id()).orElseThrow() : saved.publication();
        State state = now.workingState();
        boolean isOpen = state == State.DRAFT || state == State.RETURNED;
        if (then == Then.PUBLISH && actor.mayPublish() && (isOpen || state == State.SUBMITTED)) {
            return step(entry, () -> publishing.publish(actor, now.id(), now.version()))
                    .publication();
        }
        if (then != Then.DRAFT && isOpen) {
            return step(entry, () -> publishing.submit(actor, now.id(), now.version()))
                    .publication();
        }
        return now;
    }

    /** What attaching the files of a row has done. */
    private record Attaching(boolean changed, List<SheetFinding> findings, boolean any) {}

    private Attaching attach(Actor actor, Then then, Publication kept, Entry entry, List<RowFiles.Taken> taken) {
        boolean changed = false;
        List<SheetFinding> findings = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            FileWish wish = entry.files().get(i);
            try {
                RowFiles.Attached attached = files.attach(actor, kept.id(), taken.get(i), wish);
                changed |= attached.changed();
                attached.findings().forEach(each -> findings.add(new SheetFinding(wish.cell(), each)));
            } catch (Refused refused) {
                List<SheetFinding> all = new ArrayList<>(entry.findings());
                refused.findings().forEach(each -> all.add(new SheetFinding(wish.cell(), each)));
                throw new RowRefused(all).and(blocking(then, entry, kept.working(), kept.id()));
            }
        }
        return new Attaching(changed, findings, !taken.isEmpty());
    }

    private static List<SheetFinding> said(
            Entry entry, List<Finding> ofText, Attaching attached, List<SheetFinding> warnings) {
        Set<SheetFinding> said = new LinkedHashSet<>(entry.findings());
        said.addAll(warnings);
        ofText.stream()
                .filter(each -> each.rule() != Rule.NO_FILE_OR_LINK || !attached.any())
                .forEach(each -> said.add(entry.at(each)));
        said.addAll(attached.findings());
        return List.copyOf(said);
    }
}
