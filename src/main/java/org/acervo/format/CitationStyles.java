package org.acervo.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Vocabularies;

/** References as people copy them into their texts: APA 7, Chicago 17 (author and date) and MLA 9. Immutable and thread-safe. */
public final class CitationStyles {

    private static final int MOST_IN_APA = 20;
    private static final int MOST_IN_CHICAGO = 10;
    private static final int FIRST_IN_CHICAGO = 7;

    private final Catalogue catalogue;

    /**
     * A reference in one style.
     *
     * @param before the title; may be empty
     * @param title in italics
     * @param lang of the title as a BCP 47 tag, or empty
     */
    public record Reference(String style, String before, String title, String lang, String after) {}

    public CitationStyles(Repository repository, Vocabularies vocabularies) {
        catalogue = new Catalogue(repository, vocabularies);
    }

    /**
     * What references are made of; what is not known is empty.
     *
     * @param by the publisher where the authors are others, after a space and with a full stop
     */
    private record Parts(
            List<Agent> authors,
            String publisher,
            String by,
            String year,
            String series,
            String title,
            String lang,
            String address) {

        /** The authors in the form of a style, else the publisher; with a full stop and a space after them. */
        String names(Function<List<Agent>, String> form) {
            String names = authors.isEmpty() ? publisher : form.apply(authors);
            return names.isEmpty() ? "" : names + (names.endsWith(".") ? " " : ". ");
        }
    }

    /** An item in every style. */
    public List<Reference> of(Item item) {
        Parts parts = parts(catalogue.entry(item));
        String title = parts.title();
        String lang = parts.lang();
        String year = parts.year().isEmpty() ? "n.d." : parts.year();
        String series = parts.series();
        String end = parts.by() + " " + parts.address();
        if (parts.authors().isEmpty() && parts.publisher().isEmpty()) {
            return ofNobody(parts, year, end);
        }
        return List.of(
                new Reference(
                        "APA",
                        parts.names(CitationStyles::apa) + "(" + year + "). ",
                        title,
                        lang,
                        (series.isEmpty() ? "." : " (" + series + ").") + end),
                new Reference(
                        "Chicago",
                        parts.names(CitationStyles::chicago) + year + (year.endsWith(".") ? " " : ". "),
                        title,
                        lang,
                        "." + (series.isEmpty() ? "" : " " + series + ".") + end + "."),
                new Reference(
                        "MLA",
                        parts.names(CitationStyles::mla),
                        title,
                        lang,
                        mla(parts.by(), parts.year(), parts.address())));
    }

    /** Where nobody is named, the title goes first. */
    private static List<Reference> ofNobody(Parts parts, String year, String end) {
        String title = parts.title();
        String lang = parts.lang();
        return List.of(
                new Reference("APA", "", title, lang, ". (" + year + ")." + end),
                new Reference("Chicago", "", title, lang, ". " + year + (year.endsWith(".") ? "" : ".") + end + "."),
                new Reference("MLA", "", title, lang, mla("", parts.year(), parts.address())));
    }

    private static Parts parts(Entry entry) {
        Statement title = entry.titles().stream().findFirst().orElse(null);
        List<Agent> authors = entry.agents(Element.CREATOR);
        String publisher = entry.publishers().stream().map(Text::value).collect(Collectors.joining("; "));
        boolean isSaid = authors.isEmpty()
                || publisher.isEmpty()
                || authors.stream().anyMatch(each -> each.name().equals(publisher));
        return new Parts(
                authors,
                publisher,
                isSaid ? "" : " " + publisher + ".",
                year(entry.date()),
                entry.all(Element.SERIES).stream()
                        .findFirst()
                        .map(CitationStyles::series)
                        .orElse(""),
                title == null ? "—" : title.value().strip().replaceAll("\\.$", ""),
                title == null || title.lang() == null ? "" : title.lang(),
                address(entry));
    }

    private static String mla(String by, String year, String address) {
        String parts = Arrays.asList(by.replaceAll("^ |\\.$", ""), year, address).stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return ". " + parts + ".";
    }

    private static String series(Statement series) {
        String number = Entry.number(series);
        return number == null ? series.value() : series.value() + ", " + number;
    }

    /** The year as far as it is known; empty where it is not. */
    private static String year(IssueDate date) {
        if (!date.isEdtf()) {
            return date.text();
        }
        String year = date.year().endsWith("X") ? date.plain().replace('/', '–') : date.year();
        return date.isExact() ? year : "ca. " + year;
    }

    /** The DOI where there is one, else the landing page. */
    private static String address(Entry entry) {
        return entry.identifiers().stream()
                .filter(each -> each.scheme() == IdentifierScheme.DOI && each.uri() != null)
                .map(each -> String.valueOf(each.uri()))
                .findFirst()
                .orElse(entry.landingPage());
    }

    private static String apa(List<Agent> authors) {
        List<String> names = authors.stream().map(CitationStyles::initials).toList();
        if (names.size() > MOST_IN_APA) {
            return String.join(", ", names.subList(0, MOST_IN_APA - 1)) + ", … " + names.get(names.size() - 1);
        }
        return listed(names, ", & ");
    }

    private static String initials(Agent agent) {
        String family = agent.family();
        if (family == null) {
            return agent.name();
        }
        String initials = Arrays.stream(agent.given().split("[\\s.]+", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.substring(0, each.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
        return family + ", " + initials;
    }

    private static String chicago(List<Agent> authors) {
        List<String> names = inverted(authors);
        return names.size() > MOST_IN_CHICAGO
                ? String.join(", ", names.subList(0, FIRST_IN_CHICAGO)) + ", et al"
                : listed(names, ", and ");
    }

    private static String mla(List<Agent> authors) {
        List<String> names = inverted(authors);
        return names.size() > 2 ? names.get(0) + ", et al" : listed(names, ", and ");
    }

    /** The first with the family name first, the others as people say them. */
    private static List<String> inverted(List<Agent> authors) {
        List<String> names = new ArrayList<>();
        for (Agent each : authors) {
            String family = each.family();
            names.add(names.isEmpty() || family == null ? each.name() : each.given() + " " + family);
        }
        return names;
    }

    private static String listed(List<String> names, String last) {
        int size = names.size();
        return size == 1 ? names.get(0) : String.join(", ", names.subList(0, size - 1)) + last + names.get(size - 1);
    }
}
