package org.acervo.publishing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publication.ImportMark;
import org.acervo.catalog.Publication.Revision;
import org.acervo.catalog.Publication.Withdrawal;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What stays of a publication that is erased: codes that make its sets, and dates. No word that somebody wrote. */
record Neutral(Vocabularies vocabularies) {

    /** The elements whose values are codes that make sets. */
    private static final Set<Element> OF_SETS =
            EnumSet.of(Element.MISSION, Element.COLLECTION, Element.TYPE, Element.THEME, Element.LANGUAGE);

    /** The whole world: a place that is in no country, and so in no set. */
    private static final Statement WORLD = Statement.of(Element.COVERAGE, "001");

    /** The last version of a publication; of one that was never public only its mission stays. */
    Publication of(Publication current, Instant now) {
        Withdrawal before = current.withdrawal();
        return new Publication(
                current.id(),
                current.version() + 1,
                State.WITHDRAWN,
                text(current),
                null,
                Withdrawal.erased(before == null ? now : before.at()),
                null,
                current.created(),
                now,
                current.published());
    }

    private DublinCore text(Publication current) {
        DublinCore text = current.metadata();
        if (current.published() == null) {
            return new DublinCore(text.all(Element.MISSION));
        }
        DublinCore codes = new DublinCore(
                text.stream().filter(each -> OF_SETS.contains(each.element())).toList());
        List<Statement> places = text.all(Element.COVERAGE).stream()
                .filter(each -> vocabularies.places().isKnown(each.value()))
                .map(each -> Statement.of(Element.COVERAGE, each.value()))
                .toList();
        // without any place the mission's country would count, and the tombstone would be in a set it never was in
        boolean hadOthersOnly = places.isEmpty() && text.has(Element.COVERAGE);
        return codes.with(Element.COVERAGE, hadOthersOnly ? List.of(WORLD) : places);
    }

    /** A step without what was written then. */
    static Event of(Event step) {
        Event.OfFile file = step.file();
        return redacted(step, null, Map.of(), null, file == null ? null : new Event.OfFile(file.place(), null));
    }

    /** The next version of a publication that names, in relations, what nobody may read any more; itself if it does not. */
    static Publication without(Publication current, Predicate<String> target, Instant now) {
        Revision revision = current.revision();
        Revision nextRevision =
                revision == null ? null : new Revision(revision.state(), without(revision.metadata(), target));
        DublinCore text = without(current.metadata(), target);
        Withdrawal withdrawal = without(current.withdrawal(), target);
        if (text.equals(current.metadata())
                && Objects.equals(nextRevision, revision)
                && Objects.equals(withdrawal, current.withdrawal())) {
            return current;
        }
        ImportMark mark = current.importMark();
        boolean isAsImported = mark != null && mark.version() == current.version();
        return new Publication(
                current.id(),
                current.version() + 1,
                current.state(),
                text,
                nextRevision,
                withdrawal,
                isAsImported && mark != null ? new ImportMark(mark.digest(), current.version() + 1) : mark,
                current.created(),
                now,
                current.published());
    }

    /** A step without those relations. */
    static Event without(Event step, Predicate<String> target) {
        DublinCore before = step.before();
        return redacted(
                step, step.reason(), step.fieldReasons(), before == null ? null : without(before, target), step.file());
    }

    private static DublinCore without(DublinCore text, Predicate<String> target) {
        return text.with(
                Element.RELATION,
                text.all(Element.RELATION).stream()
                        .filter(each -> !target.test(each.value()))
                        .toList());
    }

    private static @Nullable Withdrawal without(@Nullable Withdrawal withdrawal, Predicate<String> target) {
        String successor = withdrawal == null ? null : withdrawal.replacedBy();
        return withdrawal == null || successor == null || !target.test(successor)
                ? withdrawal
                : new Withdrawal(withdrawal.reason(), withdrawal.at(), null);
    }

    private static Event redacted(
            Event step,
            @Nullable String reason,
            Map<String, String> fieldReasons,
            @Nullable DublinCore before,
            Event.@Nullable OfFile file) {
        return new Event(
                step.publication(),
                step.version(),
                step.action(),
                step.at(),
                step.actor(),
                step.onBehalfOf(),
                reason,
                fieldReasons,
                before,
                file);
    }
}
