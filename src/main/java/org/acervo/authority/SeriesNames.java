package org.acervo.authority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Series;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.publishing.Amendment;
import org.acervo.publishing.BulkChange;
import org.acervo.publishing.BulkChanging;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.InterfaceLanguage;

/**
 * The series that publications say they belong to. They are in no list: a series is there as long as a publication names it,
 * and is renamed, or joined to another, by changing the publications. Thread-safe.
 */
public class SeriesNames {

    private static final int MOST = 10_000;
    private static final int BLOCK = 500;

    private final Publications publications;
    private final Searching searching;
    private final BulkChanging changing;

    SeriesNames(Publications publications, Searching searching, BulkChanging changing) {
        this.publications = publications;
        this.searching = searching;
        this.changing = changing;
    }

    /** Those that the public sees, with most publications of very many, in the order of their names. */
    public List<Series> all() {
        return publications.series(MOST);
    }

    public Optional<Series> find(String slug) {
        return all().stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    /** The search that finds publications of a series, whatever their state. */
    public Search search(Series series) {
        return Search.all(InterfaceLanguage.EN, Viewer.STAFF)
                .withText("series:\"" + series.name().replaceAll("[\"\\\\]", " ") + '"');
    }

    /**
     * How many publications of a series there are, in any state, by how they write its name.
     *
     * @throws IllegalStateException while the index is catching up
     */
    public Map<String, Long> spellings(Series series) {
        Map<String, Long> spellings = new LinkedHashMap<>();
        members(series).values().forEach(names -> names.forEach(each -> spellings.merge(each, 1L, Long::sum)));
        return spellings;
    }

    /** The names of the series that each of its publications has; withdrawn ones are left out. */
    private Map<PublicationId, Set<String>> members(Series series) {
        searching.refresh();
        Set<PublicationId> ids = new LinkedHashSet<>(publications.inSeries(series.slug()));
        try (Stream<PublicationId> found = searching.ids(search(series))) {
            found.forEach(ids::add);
        }
        List<PublicationId> all = new ArrayList<>(ids);
        Map<PublicationId, Set<String>> members = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i += BLOCK) {
            publications
                    .findAll(all.subList(i, Math.min(all.size(), i + BLOCK)))
                    .forEach((id, publication) -> {
                        Set<String> names = names(publication, series.slug());
                        if (!names.isEmpty()) {
                            members.put(id, names);
                        }
                    });
        }
        return members;
    }

    private static Set<String> names(Publication publication, String slug) {
        Set<String> names = new TreeSet<>(publication.working().values(Element.SERIES));
        names.removeIf(each -> !Series.slug(each).equals(slug));
        return publication.state() == State.WITHDRAWN ? Set.of() : names;
    }

    /**
     * Writes down a change of all publications of a series to another name, which may be that of another series; nothing is
     * changed before it is begun.
     *
     * @throws Refused where the name is none, or all have it already
     * @throws IllegalStateException while the index is catching up
     */
    public BulkChange rename(Caller caller, Series series, String name) {
        caller.require(Right.CURATE);
        String next = Cleaning.remark(name).strip();
        if (Series.slug(next).isEmpty()) {
            throw new Refused(Finding.of(Rule.REQUIRED, "/name", name));
        }
        if (next.length() > Element.SERIES.longest()) {
            throw new Refused(Finding.of(Rule.TOO_LONG, "/name", next, Integer.toString(Element.SERIES.longest())));
        }
        Map<PublicationId, Set<String>> members = members(series);
        Set<String> names = new TreeSet<>();
        members.values().forEach(names::addAll);
        names.remove(next);
        if (names.isEmpty()) {
            throw new Refused(Finding.of(Rule.NAME_TAKEN, "/name", next));
        }
        members.values().removeIf(each -> each.stream().noneMatch(names::contains));
        Amendment rename = new Amendment.Rename(
                names.stream().map(SeriesNames::statement).toList(),
                names.stream().map(each -> statement(next)).toList());
        return changing.freeze(caller, rename, members.keySet().iterator());
    }

    private static Statement statement(String name) {
        return Statement.of(Element.SERIES, name);
    }
}
