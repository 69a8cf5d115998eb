package org.acervo.console.publications;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.acervo.access.Caller;
import org.acervo.catalog.Access;
import org.acervo.catalog.AgentKind;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Form;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Statement;
import org.acervo.console.publications.FormView.Choice;
import org.acervo.console.publications.FormView.Entry;
import org.acervo.console.publications.FormView.Part;
import org.acervo.console.publications.FormView.Row;
import org.acervo.console.publications.FormView.Section;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabulary;

/**
 * Lays out the fields of the form.
 *
 * @param findings with pointers into the text that is shown
 * @param reasons for which it was returned, by JSON Pointer
 * @param added the member that shall have one more empty row, or nothing
 * @param proposed what a file proposes and nobody has confirmed
 */
record FormViews(
        Words words,
        Caller caller,
        DublinCore text,
        List<Finding> findings,
        Map<String, String> reasons,
        String added,
        Set<Element> proposed) {

    /** The sections of the form by the keys of their names; each element is in one of them, so that the form loses nothing. */
    private static final List<Map.Entry<String, List<Element>>> SECTIONS = List.of(
            Map.entry(
                    "main",
                    List.of(
                            Element.TITLE,
                            Element.DESCRIPTION,
                            Element.TYPE,
                            Element.MISSION,
                            Element.LANGUAGE,
                            Element.DATE,
                            Element.THEME)),
            Map.entry("people", List.of(Element.CREATOR, Element.CONTRIBUTOR, Element.PUBLISHER)),
            Map.entry(
                    "content",
                    List.of(Element.COVERAGE, Element.SUBJECT, Element.TEMPORAL, Element.ALTERNATIVE, Element.BODY)),
            Map.entry("rights", List.of(Element.RIGHTS, Element.ACCESS)),
            Map.entry(
                    "identity",
                    List.of(Element.SOURCE_ID, Element.IDENTIFIER, Element.SERIES, Element.RELATION, Element.LINK)),
            Map.entry(
                    "more",
                    List.of(
                            Element.COLLECTION,
                            Element.EXTENT,
                            Element.AUDIENCE,
                            Element.PROJECT,
                            Element.SOURCE,
                            Element.FORMAT,
                            Element.FORMER_URL)));

    private static final Set<Element> REQUIRED = Set.of(Element.TITLE, Element.TYPE, Element.LANGUAGE, Element.MISSION);
    private static final int LONG = 120;

    List<Section> all() {
        return SECTIONS.stream()
                .map(each -> new Section(
                        words.text("section." + each.getKey()),
                        each.getKey().equals("main") || each.getValue().stream().anyMatch(this::isTouched),
                        each.getValue().stream().map(this::entry).toList()))
                .toList();
    }

    private boolean isTouched(Element element) {
        return text.has(element)
                || added.equals(element.member())
                || !about(element).isEmpty()
                || proposed.contains(element)
                || why(element) != null;
    }

    /** The languages that a text may well be in, to choose from. */
    List<Choice> tongues() {
        Set<String> tags = new TreeSet<>(List.of("ht", "nl", "quc", "mam", "kek", "ar", "zh", "de", "it"));
        Arrays.stream(InterfaceLanguage.values()).map(InterfaceLanguage::tag).forEach(tags::add);
        return tags.stream()
                .map(each -> new Choice(each, words.tongue(each), false))
                .toList();
    }

    private Entry entry(Element element) {
        List<Choice> choices = choices(element);
        String kind = choices.isEmpty() ? "rows" : element.most() == 1 ? "choice" : "boxes";
        String hint = words.texts().get("hint." + element.member());
        return new Entry(
                element.member(),
                words.element(element),
                hint,
                kind,
                REQUIRED.contains(element),
                choices,
                kind.equals("rows") ? rows(element) : List.of(),
                element.most() > 1,
                about(element).stream()
                        .map(each -> PublicationViews.problem(each, words))
                        .toList(),
                why(element),
                proposed.contains(element));
    }

    private List<Finding> about(Element element) {
        return findings.stream()
                .filter(each -> isAt(each.pointer(), element.pointer()))
                .toList();
    }

    private @org.jspecify.annotations.Nullable String why(Element element) {
        return reasons.entrySet().stream()
                .filter(each -> isAt(each.getKey(), element.pointer()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAt(String pointer, String place) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }

    private List<Row> rows(Element element) {
        List<Statement> all = new ArrayList<>(text.all(element));
        if (all.isEmpty() || added.equals(element.member()) && all.size() < element.most()) {
            all.add(new Statement(element, "", null, Map.of()));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(row(all.get(i), i));
        }
        return rows;
    }

    private Row row(Statement statement, int index) {
        Element element = statement.element();
        String name = MetadataForm.name(element, index);
        String lang = statement.lang();
        boolean tall = element == Element.DESCRIPTION
                || element == Element.BODY
                || statement.value().length() > LONG
                || statement.value().indexOf('\n') >= 0;
        List<String> problems = findings.stream()
                .filter(each -> element.most() > 1 && isAt(each.pointer(), element.pointer(index)))
                .map(each -> each.message(words.language()))
                .toList();
        return new Row(
                name,
                statement.value(),
                element.form().hasLanguage() ? lang == null ? "" : lang : null,
                tall,
                parts(statement, name),
                problems);
    }

    private List<Part> parts(Statement statement, String name) {
        Form form = statement.element().form();
        return Qualifier.ALL.stream()
                .filter(form.qualifiers()::contains)
                .map(each -> {
                    String said = statement.qualifier(each);
                    String value = said == null ? "" : said;
                    return new Part(
                            name + "." + each.member(), words.text("part." + each.member()), value, codes(each, value));
                })
                .toList();
    }

    private List<Choice> codes(Qualifier qualifier, String value) {
        List<String> codes =
                switch (qualifier) {
                    case KIND -> AgentKind.codes();
                    case SCHEME -> IdentifierScheme.codes();
                    case TYPE ->
                        Arrays.stream(RelationType.values())
                                .filter(RelationType::isStated)
                                .map(RelationType::code)
                                .toList();
                    default -> List.of();
                };
        return codes.isEmpty()
                ? List.of()
                : choices(codes.stream(), each -> words.text(qualifier.member() + "." + each), value::equals, value);
    }

    private List<Choice> choices(Element element) {
        List<String> chosen = text.values(element);
        return switch (element) {
            case TYPE -> terms(words.vocabularies().types(), chosen);
            case MISSION ->
                terms(
                        words.vocabularies().missions().all().stream().filter(each -> caller.reaches(each.code())),
                        chosen);
            case THEME -> terms(words.vocabularies().themes(), chosen);
            case COLLECTION ->
                choices(words.collections().keySet().stream().sorted(), words.collections()::get, chosen);
            case RIGHTS -> {
                Map<String, String> names = new LinkedHashMap<>();
                words.vocabularies()
                        .licences()
                        .forEach(each -> names.put(each.uri(), each.labels().in(words.language())));
                yield choices(names.keySet().stream(), names::get, chosen);
            }
            case ACCESS -> choices(Access.codes().stream(), each -> words.text("access." + each), chosen);
            default -> List.of();
        };
    }

    /** Those that may be used, and retired ones that the text has. */
    private List<Choice> terms(Vocabulary<? extends Term> vocabulary, List<String> chosen) {
        return terms(
                vocabulary.known().stream()
                        .filter(each -> !vocabulary.isRetired(each.code()) || chosen.contains(each.code())),
                chosen);
    }

    private List<Choice> terms(Stream<? extends Term> terms, List<String> chosen) {
        Map<String, String> labels = new LinkedHashMap<>();
        terms.forEach(each -> labels.put(each.code(), each.labels().in(words.language())));
        return choices(labels.keySet().stream(), labels::get, chosen);
    }

    private interface Naming {
        @org.jspecify.annotations.Nullable
        String name(String code);
    }

    /** Those that are chosen first and in their order, also unknown ones, so that saving loses nothing. */
    private static List<Choice> choices(Stream<String> codes, Naming names, List<String> chosen) {
        Set<String> known = new java.util.LinkedHashSet<>(chosen);
        List<String> offered = codes.toList();
        known.addAll(offered);
        return known.stream()
                .map(each -> {
                    String name = offered.contains(each) ? names.name(each) : null;
                    return new Choice(each, name == null ? each : name, chosen.contains(each));
                })
                .toList();
    }

    private static List<Choice> choices(Stream<String> codes, Naming names, Predicate<String> isChosen, String value) {
        return choices(codes, names, value.isEmpty() ? List.of() : List.of(value)).stream()
                .map(each -> new Choice(each.code(), each.label(), isChosen.test(each.code())))
                .toList();
    }
}
