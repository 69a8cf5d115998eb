package org.acervo.authority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.format.MetadataFormats;
import org.acervo.publishing.Renderer;
import org.acervo.publishing.Rerendering;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/** Which publications use a term, and what an edit of it would tell harvesters. Thread-safe. */
public class TermUse {

    /** So many records are rendered to see what would change; of more, all that use the term are told. */
    static final int RENDERED = 500;

    private static final int MOST_NAMES = 15;

    private final Searching searching;
    private final Rerendering rerendering;
    private final Repository repository;

    TermUse(Searching searching, Rerendering rerendering, Repository repository) {
        this.searching = searching;
        this.rerendering = rerendering;
        this.repository = repository;
    }

    /**
     * How many publications use a term.
     *
     * @param all in every state, as they are worked on
     * @param published as the public sees them
     */
    public record Count(long all, long published) {}

    /**
     * What an edit would do.
     *
     * @param used how many public records use the term
     * @param moved how many of them tell harvesters something new
     * @param atMost whether it may be fewer than that
     */
    public record Effect(long used, long moved, boolean atMost) {}

    /** Whether the index is behind, so that counts say too little. */
    public boolean isCatchingUp() {
        return searching.find(search(Viewer.STAFF)).catchingUp();
    }

    /** The search that finds what uses a term. */
    public Search search(Authority authority, Term term, Viewer viewer) {
        Search all = search(viewer);
        return switch (authority) {
            case THEMES -> all.with(Facet.THEME, List.of(term.code()));
            case TYPES -> all.with(Facet.TYPE, List.of(term.code()));
            case LANGUAGES -> all.with(Facet.LANGUAGE, List.of(term.code().split("-", 2)[0]));
            case ORGANIZATIONS -> all.withText(names(Set.of(term)));
        };
    }

    private static Search search(Viewer viewer) {
        return Search.all(InterfaceLanguage.EN, viewer).sized(1);
    }

    /** Agents with any of the names. */
    private static String names(Set<? extends Term> organizations) {
        return organizations.stream()
                .flatMap(each -> each instanceof Organization organization
                        ? organization.names().stream()
                        : Stream.of(each.code()))
                .map(each -> '"' + each.replaceAll("[\"\\\\]", " ") + '"')
                .distinct()
                .limit(MOST_NAMES)
                .map(each -> "author:" + each + " OR publisher:" + each)
                .collect(Collectors.joining(" OR "));
    }

    /** How many use one term. */
    public Count count(Authority authority, Term term) {
        return new Count(
                searching.find(search(authority, term, Viewer.STAFF)).total(),
                searching.find(search(authority, term, Viewer.PUBLIC)).total());
    }

    /** How many use each of some terms. */
    public Map<String, Count> counts(Authority authority, List<? extends Term> terms) {
        Map<String, Count> counts = new HashMap<>();
        Facet facet =
                switch (authority) {
                    case THEMES -> Facet.THEME;
                    case TYPES -> Facet.TYPE;
                    case LANGUAGES -> Facet.LANGUAGE;
                    case ORGANIZATIONS -> null;
                };
        if (facet == null) {
            terms.forEach(each -> counts.put(each.code(), count(authority, each)));
            return counts;
        }
        Map<String, Integer> all = counts(facet, Viewer.STAFF);
        Map<String, Integer> published = counts(facet, Viewer.PUBLIC);
        terms.forEach(each -> counts.put(
                each.code(), new Count(all.getOrDefault(each.code(), 0), published.getOrDefault(each.code(), 0))));
        return counts;
    }

    private Map<String, Integer> counts(Facet facet, Viewer viewer) {
        return searching.find(search(viewer)).facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(Found.Count::value, Found.Count::count, Integer::sum));
    }

    /** Those that can be changed: all but the withdrawn ones. */
    private Search changeable(Authority authority, Term term) {
        List<String> states = Stream.of(State.values())
                .filter(each -> each != State.WITHDRAWN)
                .map(State::code)
                .toList();
        return search(authority, term, Viewer.STAFF).with(Facet.STATE, states);
    }

    /** How many publications use a term and can be changed. */
    public long changeableCount(Authority authority, Term term) {
        return searching.find(changeable(authority, term)).total();
    }

    /**
     * All publications that use a term, but for withdrawn ones.
     *
     * @throws IllegalStateException while the index is catching up
     */
    List<PublicationId> ids(Authority authority, Term term) {
        searching.refresh();
        try (Stream<PublicationId> found = searching.ids(changeable(authority, term))) {
            return found.toList();
        }
    }

    /**
     * What it would do if a term were another.
     *
     * @param before as it is, or the same as after where it is new
     * @param next all vocabularies as they would be
     */
    Effect effect(Authority authority, Term before, Term after, Vocabularies next) {
        Search search = authority == Authority.ORGANIZATIONS
                ? search(Viewer.PUBLIC).withText(names(new LinkedHashSet<>(List.of(before, after))))
                : search(authority, after, Viewer.PUBLIC);
        long used = searching.find(search).total();
        if (used > RENDERED) {
            return new Effect(used, used, true);
        }
        List<PublicationId> ids = new ArrayList<>();
        try (Stream<PublicationId> found = searching.ids(search)) {
            found.limit(RENDERED).forEach(ids::add);
        }
        Renderer renderer =
                new Renderer(repository, next, new MetadataFormats(repository, next), () -> "what would be");
        return new Effect(used, rerendering.wouldMove(ids, renderer), false);
    }
}
