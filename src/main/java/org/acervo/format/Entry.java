package org.acervo.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Places;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * An item as a catalogue describes it: words in place of the repository's own codes, and names, dates and identifiers
 * understood. What a record says in more than one way is decided here, once for all formats.
 */
final class Entry {

    private static final Comparator<Identifier> DOI_THEN_ISBN = Comparator.comparingInt(
            each -> each.scheme() == IdentifierScheme.DOI ? 0 : each.scheme() == IdentifierScheme.ISBN ? 1 : 2);

    private final Item item;
    private final DublinCore metadata;
    private final Vocabularies vocabularies;
    private final String landingPage;
    private final List<InterfaceLanguage> languages;
    private final List<Identifier> identifiers;
    private final IssueDate date;

    Entry(Item item, Catalogue catalogue) {
        this.item = item;
        this.metadata = item.metadata();
        this.vocabularies = catalogue.vocabularies();
        this.landingPage = catalogue.repository().landingPage(item.id());
        this.languages = languages(metadata);
        this.identifiers = identifiers(metadata);
        this.date = IssueDate.of(metadata.value(Element.DATE));
    }

    /** The interface languages among the publication's languages, in its order; English where there is none. */
    private static List<InterfaceLanguage> languages(DublinCore metadata) {
        List<InterfaceLanguage> found = new ArrayList<>(2);
        for (Statement each : metadata.all(Element.LANGUAGE)) {
            InterfaceLanguage language = InterfaceLanguage.find(each.value());
            if (language != null && !found.contains(language)) {
                found.add(language);
            }
        }
        return found.isEmpty() ? List.of(InterfaceLanguage.EN) : found;
    }

    List<Statement> all(Element element) {
        return metadata.all(element);
    }

    @Nullable
    String value(Element element) {
        return metadata.value(element);
    }

    String landingPage() {
        return landingPage;
    }

    /** The addresses of what it is related to, with how. */
    List<Item.Link> relations() {
        return item.relations();
    }

    /** The titles, the one in the publication's first language before the others. */
    List<Statement> titles() {
        List<Statement> titles = metadata.all(Element.TITLE);
        String language = metadata.value(Element.LANGUAGE);
        for (int i = 1; language != null && i < titles.size(); i++) {
            if (sameLanguage(titles.get(i).lang(), language)
                    && !sameLanguage(titles.get(0).lang(), language)) {
                List<Statement> sorted = new ArrayList<>(titles);
                sorted.add(0, sorted.remove(i));
                return sorted;
            }
        }
        return titles;
    }

    private static boolean sameLanguage(@Nullable String one, String other) {
        return one != null && primary(one).equalsIgnoreCase(primary(other));
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }

    /** The labels of the thematic areas, in each interface language of the publication. */
    List<Text> themes() {
        List<Text> themes = new ArrayList<>();
        for (Statement each : metadata.all(Element.THEME)) {
            vocabularies.themes().find(each.value()).ifPresent(theme -> {
                for (InterfaceLanguage language : languages) {
                    themes.add(new Text(theme.labels().in(language), language.tag()));
                }
            });
        }
        return themes;
    }

    /** Whether the statement of coverage is a code and not the name of a place. */
    boolean isCode(Statement place) {
        return place.lang() == null && vocabularies.places().isKnown(place.value());
    }

    /** Whether it is a code of ISO 3166, of a country or a part of one. */
    boolean isIso3166(Statement place) {
        return isCode(place) && !Character.isDigit(place.value().charAt(0));
    }

    /** Whether it is the code of a country. */
    boolean isCountry(Statement place) {
        return isCode(place) && place.value().length() == 2;
    }

    /** The name of a place, of a code in the publication's first interface language. */
    Text place(Statement place) {
        Places places = vocabularies.places();
        InterfaceLanguage language = languages.get(0);
        return isCode(place) ? new Text(places.label(place.value(), language), language.tag()) : Text.of(place);
    }

    /** The document type, or null where it has none. */
    @Nullable
    PublicationType type() {
        String code = metadata.value(Element.TYPE);
        return code == null ? null : vocabularies.types().find(code).orElse(null);
    }

    /** A label in the publication's first interface language. */
    Text label(Labels labels) {
        InterfaceLanguage language = languages.get(0);
        return new Text(labels.in(language), language.tag());
    }

    List<Agent> agents(Element element) {
        List<Statement> all = metadata.all(element);
        List<Agent> agents = new ArrayList<>(all.size());
        for (Statement each : all) {
            agents.add(Agent.of(each, vocabularies));
        }
        return agents;
    }

    /** The publishers by name, also where the record has the code or the acronym of a known organization. */
    List<Text> publishers() {
        List<Text> publishers = new ArrayList<>();
        for (Statement each : metadata.all(Element.PUBLISHER)) {
            Organization organization = organization(each.value());
            publishers.add(organization == null ? Text.of(each) : label(organization.labels()));
        }
        return publishers;
    }

    private @Nullable Organization organization(String abbreviation) {
        Organization coded = vocabularies.organizations().find(abbreviation).orElse(null);
        if (coded != null) {
            return coded;
        }
        Organization named = vocabularies.organizationNamed(abbreviation).orElse(null);
        return named != null && abbreviation.equals(named.acronym()) ? named : null;
    }

    /** The name of the mission, or null where it has none that is known. */
    @Nullable
    Text mission() {
        String code = metadata.value(Element.MISSION);
        return code == null
                ? null
                : vocabularies
                        .missions()
                        .find(code)
                        .map(each -> label(each.labels()))
                        .orElse(null);
    }

    IssueDate date() {
        return date;
    }

    /** The day on which it became public here, {@code YYYY-MM-DD}. */
    String publishedHere() {
        return item.publishedHere().toString();
    }

    private static List<Identifier> identifiers(DublinCore metadata) {
        List<Statement> all = metadata.all(Element.IDENTIFIER);
        List<Identifier> identifiers = new ArrayList<>(all.size());
        for (Statement each : all) {
            identifiers.add(Identifier.of(each));
        }
        identifiers.sort(DOI_THEN_ISBN);
        return identifiers;
    }

    /** The identifiers that others gave it: DOIs, then ISBNs, then the others. */
    List<Identifier> identifiers() {
        return identifiers;
    }

    /** The number of the publication in a series, or null. */
    static @Nullable String number(Statement series) {
        return series.qualifier(Qualifier.NUMBER);
    }

    /** A series with the number in it, {@code series ; number}. */
    static String numbered(Statement series) {
        String number = number(series);
        return number == null ? series.value() : series.value() + " ; " + number;
    }

    /** Who pays for a project, or null. */
    static @Nullable String funder(Statement project) {
        return project.qualifier(Qualifier.FUNDER);
    }

    /** A project with who pays for it, {@code funder ; code}. */
    static String funded(Statement project) {
        String funder = funder(project);
        return funder == null ? project.value() : funder + " ; " + project.value();
    }

    /** The files that the public may have, in their order. */
    List<Item.File> files() {
        return item.files().stream().filter(Item.File::isOpen).toList();
    }

    /** The media types of those files, unless the record says them itself. */
    List<String> mediaTypes() {
        List<String> stated = metadata.values(Element.FORMAT);
        return files().stream()
                .map(Item.File::mediaType)
                .distinct()
                .filter(each -> !stated.contains(each))
                .toList();
    }

    /** The day on which the first of the files that are closed opens, {@code YYYY-MM-DD}, or null where none is known. */
    @Nullable
    String opens() {
        return item.files().stream()
                .map(Item.File::opens)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What the record states, as far as its files do not say otherwise: an embargo begins and ends with theirs. */
    AccessRight access() {
        AccessRight stated = AccessRight.of(metadata.value(Element.ACCESS));
        long open = item.files().stream().filter(Item.File::isOpen).count();
        if (stated == AccessRight.OPEN && open == 0 && !item.files().isEmpty()) {
            return AccessRight.EMBARGOED;
        }
        boolean ended = open > 0 && open == item.files().size();
        return stated == AccessRight.EMBARGOED && ended ? AccessRight.OPEN : stated;
    }

    /** The name of a licence or statement of rights, or the text itself where it is not a known one. */
    Text licence(String uri) {
        Licence known = vocabularies.licence(uri).orElse(null);
        return known == null ? new Text(uri, null) : label(known.labels());
    }

    /** The code of the MARC list of languages. */
    String marcLanguage(String tag) {
        return vocabularies.languages().marc(tag);
    }
}
