package org.acervo.console.vocabularies;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acervo.authority.Authorities;
import org.acervo.authority.Authority;
import org.acervo.authority.Entry;
import org.acervo.authority.LanguageName;
import org.acervo.authority.TermUse;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.vocabularies.TermView.Choice;
import org.acervo.console.vocabularies.TermView.Tab;
import org.acervo.console.vocabularies.TermView.Words;
import org.acervo.pages.Query;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.jspecify.annotations.Nullable;

/** Puts terms into the words of whoever looks. For one request. */
@Dependent
final class TermViews {

    static final String LIST = "console/vocabularies/terms.ftlh";
    static final String TERM = "console/vocabularies/term.ftlh";
    static final String SERIES = "series";
    private static final int PAGE = 50;

    private final Desk desk;
    private final Authorities authorities;
    private final TermUse use;

    @Inject
    TermViews(Desk desk, Authorities authorities, TermUse use) {
        this.desk = desk;
        this.authorities = authorities;
        this.use = use;
    }

    /** The ways to all vocabularies and to series. */
    static List<Tab> tabs(Desk desk, String current) {
        List<String> codes =
                new ArrayList<>(Authority.ALL.stream().map(Authority::code).toList());
        codes.add(SERIES);
        return codes.stream()
                .map(each -> new Tab("vocabularies/" + each, desk.text(LIST, "list." + each), each.equals(current)))
                .toList();
    }

    TermList list(Authority authority, Fields query) {
        String q = query.get("q").strip();
        String sought = q.toLowerCase(Locale.ROOT);
        List<Entry> all = authorities.all(authority).stream()
                .filter(each -> each.code().toLowerCase(Locale.ROOT).contains(sought)
                        || each.term().labels().distinct().stream().anyMatch(label -> label.toLowerCase(Locale.ROOT)
                                .contains(sought)))
                .toList();
        int page = page(query.get("page"), all.size());
        List<Entry> shown = all.subList((page - 1) * PAGE, Math.min(all.size(), page * PAGE));
        Map<String, TermUse.Count> counts =
                use.counts(authority, shown.stream().map(Entry::term).toList());
        String title = desk.text(LIST, "list." + authority.code());
        return new TermList(
                tabs(desk, authority.code()),
                authority.code(),
                title,
                q,
                shown.stream()
                        .map(each -> row(each, counts.getOrDefault(each.code(), new TermUse.Count(0, 0))))
                        .toList(),
                desk.number(all.size()),
                use.isCatchingUp(),
                page > 1 ? link(authority, q, page - 1) : "",
                page * PAGE < all.size() ? link(authority, q, page + 1) : "");
    }

    /** From 1, and not beyond the last. */
    private static int page(String given, int all) {
        int last = Math.max(1, (all + PAGE - 1) / PAGE);
        return given.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(given), last) : 1;
    }

    private static String link(Authority authority, String q, int page) {
        return "vocabularies/" + authority.code()
                + (q.isEmpty()
                        ? Query.ofSingle(Map.of("page", Integer.toString(page)))
                        : Query.ofSingle(new java.util.TreeMap<>(Map.of("q", q, "page", Integer.toString(page)))));
    }

    private TermList.Row row(Entry entry, TermUse.Count count) {
        return new TermList.Row(
                entry.code(),
                label(entry.term()),
                note(entry),
                entry.retired(),
                desk.number(count.all()),
                desk.number(count.published()),
                search(entry));
    }

    private String label(Term term) {
        return term.labels().in(desk.language());
    }

    private String search(Entry entry) {
        return "search"
                + Query.of(use.search(entry.authority(), entry.term(), Viewer.STAFF)
                        .sized(org.acervo.search.Search.PAGE)
                        .parameters());
    }

    private String note(Entry entry) {
        if (entry.retired()) {
            return entry.successor().isEmpty()
                    ? desk.text(LIST, "note.retired")
                    : desk.text(LIST, "note.succeeded", successor(entry));
        }
        return entry.origin() == Entry.Origin.DELIVERED
                ? ""
                : desk.text(LIST, "note." + entry.origin().name().toLowerCase(Locale.ROOT));
    }

    private String successor(Entry entry) {
        return authorities
                .find(entry.authority(), entry.successor())
                .map(each -> label(each.term()))
                .orElse(entry.successor());
    }

    /**
     * The page of a term.
     *
     * @param effect what saving what is typed would do, or nothing
     * @param chosen the successor that was chosen, or nothing
     * @param retirement what retiring it would do, or nothing
     */
    TermView of(Entry entry, Term typed, String effect, String chosen, String retirement, List<String> problems) {
        Authority authority = entry.authority();
        TermUse.Count count = use.count(authority, entry.term());
        long left = entry.retired() && !entry.successor().isEmpty() ? use.changeableCount(authority, entry.term()) : 0;
        return new TermView(
                tabs(desk, authority.code()),
                authority.code(),
                label(entry.term()),
                false,
                entry.code(),
                Long.toString(entry.number()),
                desk.text(TERM, "used", desk.number(count.all()), desk.number(count.published())),
                search(entry),
                origin(entry),
                entry.origin() == Entry.Origin.CHANGED,
                entry.retired(),
                entry.successor().isEmpty() ? "" : successor(entry),
                entry.change() == 0 ? "" : Long.toString(entry.change()),
                left == 0 ? "" : desk.number(left),
                effect,
                retirement,
                successors(entry, chosen),
                authority.hasSuccessors(),
                form(authority, typed, false, ""),
                problems);
    }

    private String origin(Entry entry) {
        String where = desk.text(TERM, "origin." + entry.origin().name().toLowerCase(Locale.ROOT));
        return entry.at() == null
                ? where
                : where + " · " + desk.text(TERM, "edited", entry.by(), desk.moment(entry.at()));
    }

    private List<Choice> successors(Entry entry, String chosen) {
        return !entry.authority().hasSuccessors()
                ? List.of()
                : authorities.all(entry.authority()).stream()
                        .filter(each -> !each.retired() && !each.code().equals(entry.code()))
                        .map(each -> new Choice(
                                each.code(), label(each.term()), each.code().equals(chosen)))
                        .toList();
    }

    /** The page of a term that is not there yet. */
    TermView fresh(
            Authority authority, String code, @Nullable Term typed, String like, String effect, List<String> problems) {
        return new TermView(
                tabs(desk, authority.code()),
                authority.code(),
                desk.text(TERM, "new." + authority.code()),
                true,
                code,
                "0",
                "",
                "",
                "",
                false,
                false,
                "",
                "",
                "",
                effect,
                "",
                List.of(),
                false,
                form(authority, typed, true, like),
                problems);
    }

    private TermView.Form form(Authority authority, @Nullable Term typed, boolean fresh, String like) {
        Organization organization = typed instanceof Organization known ? known : null;
        return new TermView.Form(
                words(typed),
                authority == Authority.TYPES && fresh ? likes(like) : List.of(),
                typed instanceof PublicationType type && !fresh ? mapping(type) : "",
                organization == null ? "" : orEmpty(organization.acronym()),
                organization == null ? "" : String.join("\n", organization.aliases()),
                authority == Authority.ORGANIZATIONS ? kinds(organization) : List.of(),
                organization == null ? "" : orEmpty(organization.country()),
                organization == null ? "" : orEmpty(organization.ror()),
                typed instanceof LanguageName language ? orEmpty(language.marc()) : "");
    }

    private static List<Words> words(@Nullable Term term) {
        Labels labels = term == null ? Labels.same("") : term.labels();
        Labels descriptions = term instanceof ThematicArea theme ? theme.description() : Labels.same("");
        return Arrays.stream(InterfaceLanguage.values())
                .map(each -> new Words(
                        each.tag(),
                        each.locale().getDisplayLanguage(each.locale()),
                        labels.in(each),
                        descriptions.in(each)))
                .toList();
    }

    private String mapping(PublicationType type) {
        return desk.text(TERM, "mapping", type.coarLabel(), type.dcmi());
    }

    private List<Choice> likes(String chosen) {
        return authorities.broaderTypes().stream()
                .map(each -> new Choice(each.code(), label(each), each.code().equals(chosen)))
                .toList();
    }

    private List<Choice> kinds(@Nullable Organization organization) {
        return Arrays.stream(Organization.Kind.values())
                .map(each -> new Choice(
                        each.code(),
                        desk.text(TERM, "kind." + each.code()),
                        organization != null && organization.kind() == each))
                .toList();
    }

    /** What was refused, each with the name of its field. */
    List<String> messages(Refused refused) {
        Map<String, String> words = desk.texts(TERM);
        return refused.findings().stream()
                .map(each -> place(each, words) + each.message(desk.language()))
                .distinct()
                .toList();
    }

    private static String place(Finding finding, Map<String, String> words) {
        String[] steps = finding.pointer().split("/", -1);
        String field = steps.length > 1 ? words.getOrDefault("field." + steps[1], "") : "";
        String tag = steps.length > 2 ? " (" + steps[2] + ")" : "";
        return field.isEmpty() ? "" : field + tag + ": ";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
