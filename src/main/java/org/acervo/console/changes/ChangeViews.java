package org.acervo.console.changes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.changes.ChangeView.Begin;
import org.acervo.console.changes.ChangeView.Choice;
import org.acervo.console.changes.ChangeView.Count;
import org.acervo.console.changes.ChangeView.Entry;
import org.acervo.console.changes.ChangeView.Line;
import org.acervo.console.changes.ChangeView.Preview;
import org.acervo.console.publications.Difference;
import org.acervo.console.publications.Holding;
import org.acervo.console.publications.Said;
import org.acervo.console.publications.Words;
import org.acervo.publishing.Amendment;
import org.acervo.publishing.BulkChange;
import org.acervo.publishing.BulkChange.Outcome;
import org.acervo.publishing.BulkChange.Status;
import org.acervo.publishing.BulkChanging;
import org.acervo.publishing.BulkOutlook;

/** Puts changes of many publications into the words of whoever looks. For one request. */
@Dependent
final class ChangeViews {

    static final String CHANGE = "console/changes/change.ftlh";

    private static final List<String> KINDS = List.of("into", "outOf", "add", "remove", "replace", "rewrite");
    private static final int SHOWN = 20;
    private static final int LOOKED_AT = 500;

    private final Holding holding;
    private final BulkChanging changing;
    private final Publications publications;

    @Inject
    ChangeViews(Holding holding, BulkChanging changing, Publications publications) {
        this.holding = holding;
        this.changing = changing;
        this.publications = publications;
    }

    Begin begin(String search, List<String> picked, long count, Fields typed, List<String> problems) {
        Words words = holding.words(CHANGE);
        return new Begin(
                search,
                picked,
                holding.desk().number(count),
                kinds(typed.has("kind") ? typed.get("kind") : KINDS.get(0), words),
                elements(typed.has("element") ? typed.get("element") : Element.SUBJECT.member(), words),
                collections(typed.get("collection"), words),
                typed.get("value"),
                typed.get("valueLang"),
                typed.get("old"),
                typed.get("oldLang"),
                problems);
    }

    private static List<Choice> kinds(String chosen, Words words) {
        return KINDS.stream()
                .map(each -> new Choice(each, words.text("kind." + each), each.equals(chosen)))
                .toList();
    }

    private static List<Choice> elements(String chosen, Words words) {
        return Element.ALL.stream()
                .filter(each -> each != Element.SOURCE_ID && each != Element.COLLECTION)
                .map(each -> new Choice(
                        each.member(), words.element(each), each.member().equals(chosen)))
                .toList();
    }

    private List<Choice> collections(String chosen, Words words) {
        return publications.collections().stream()
                .map(each -> new Choice(
                        each.code(),
                        each.labels().in(words.language()),
                        each.code().equals(chosen)))
                .toList();
    }

    List<Line> lines(List<BulkChange> all) {
        Words words = holding.words(CHANGE);
        Desk desk = holding.desk();
        return all.stream()
                .map(each -> new Line(
                        Long.toString(each.id()),
                        what(each.amendment(), words),
                        code(each.status()),
                        each.owner().name(),
                        desk.moment(each.created()),
                        desk.number(each.total())))
                .toList();
    }

    ChangeView of(BulkChange change, List<String> problems) {
        Words words = holding.words(CHANGE);
        Desk desk = holding.desk();
        Map<Outcome, Long> counts = changing.counts(desk.caller(), change.id());
        BulkOutlook outlook = change.status() == Status.FROZEN
                ? changing.outlook(desk.caller(), change.id(), SHOWN)
                : new BulkOutlook(List.of(), 0, 0, 0, true);
        long open = counts.getOrDefault(change.status() == Status.UNDOING ? Outcome.CHANGED : Outcome.OPEN, 0L);
        long all = all(change, counts);
        return new ChangeView(
                Long.toString(change.id()),
                what(change.amendment(), words),
                code(change.status()),
                change.owner().name(),
                desk.moment(change.created()),
                desk.number(change.total()),
                all - open,
                all,
                counts(counts, words),
                outlook.first().stream().map(each -> preview(each, words)).toList(),
                desk.text(
                        CHANGE,
                        outlook.all() ? "seen" : "seen.least",
                        desk.number(outlook.changed()),
                        desk.number(outlook.looked())),
                desk.text(CHANGE, outlook.all() ? "told" : "told.least", desk.number(outlook.told())),
                entries(change, words),
                problems);
    }

    /** How many are looked at while it is under way. */
    private static long all(BulkChange change, Map<Outcome, Long> counts) {
        return change.status() == Status.UNDOING
                ? Stream.of(Outcome.CHANGED, Outcome.UNDONE, Outcome.KEPT)
                        .mapToLong(each -> counts.getOrDefault(each, 0L))
                        .sum()
                : change.total();
    }

    private List<Count> counts(Map<Outcome, Long> counts, Words words) {
        return counts.entrySet().stream()
                .map(each -> new Count(
                        words.text("outcome." + code(each.getKey())),
                        holding.desk().number(each.getValue())))
                .toList();
    }

    private static Preview preview(BulkOutlook.Difference each, Words words) {
        return new Preview(
                each.id().toString(),
                words.title(each.before()),
                Difference.between(each.before(), each.after(), words));
    }

    /** Those of the first ones to which something happened, or should have. */
    private List<Entry> entries(BulkChange change, Words words) {
        if (change.status() == Status.FROZEN || change.status() == Status.FREEZING) {
            return List.of();
        }
        List<BulkChange.Entry> told = changing.report(holding.desk().caller(), change.id(), 0, LOOKED_AT).stream()
                .filter(each -> each.outcome() != Outcome.UNCHANGED && each.outcome() != Outcome.OPEN)
                .sorted(Comparator.comparing(each -> each.findings().isEmpty()))
                .toList();
        Map<PublicationId, Publication> found = publications.findAll(
                told.stream().map(BulkChange.Entry::publication).toList());
        List<Entry> entries = new ArrayList<>();
        for (BulkChange.Entry each : told) {
            Publication publication = found.get(each.publication());
            entries.add(new Entry(
                    each.publication().toString(),
                    publication == null
                            ? new Said(each.publication().toString(), null)
                            : words.title(publication.working()),
                    words.text("outcome." + code(each.outcome())),
                    each.findings().stream().map(code -> why(code, words)).toList()));
        }
        return entries;
    }

    private static String why(String code, Words words) {
        return Finding.of(Rule.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')), "", null)
                .message(words.language());
    }

    private String what(Amendment amendment, Words words) {
        Desk desk = holding.desk();
        if (amendment instanceof Amendment.Rewrite rewrite) {
            Element element = rewrite.element();
            return desk.text(
                    CHANGE,
                    "what.rewrite",
                    rewrite.found(),
                    rewrite.replacement(),
                    element == null ? words.text("everywhere") : words.element(element));
        }
        if (amendment instanceof Amendment.Replace replace) {
            return becomes(replace.old(), replace.replacement(), words);
        }
        if (amendment instanceof Amendment.Rename rename) {
            return becomes(rename.old().get(0), rename.now().get(0), words);
        }
        boolean adds = amendment instanceof Amendment.Add;
        Statement one = amendment instanceof Amendment.Add add ? add.added() : ((Amendment.Remove) amendment).removed();
        return desk.text(CHANGE, adds ? "what.add" : "what.remove", said(one, words), "", words.element(one.element()));
    }

    private String becomes(Statement old, Statement now, Words words) {
        return holding.desk()
                .text(CHANGE, "what.replace", said(old, words), said(now, words), words.element(old.element()));
    }

    private static String said(Statement statement, Words words) {
        String text = words.said(statement).text();
        return statement.lang() == null ? text : text + " (" + statement.lang() + ")";
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
