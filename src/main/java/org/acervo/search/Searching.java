package org.acervo.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** Finds publications in the index. Thread-safe. Nothing that is typed makes any of this fail. */
public class Searching {

    private static final Logger LOG = Logger.getLogger(Searching.class.getName());

    /** How long somebody who works on texts waits for what was just saved. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    /** How long somebody waits who will act on all that is found. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** So many values of a facet are told. */
    private static final int MOST_VALUES = 300;

    private final Indexer indexer;
    private final Thesaurus thesaurus;
    private final FacetValues facets;
    private final FilePassages passages;
    private final Counting.Remembered remembered = new Counting.Remembered();
    private final FoundLately lately = new FoundLately();
    private final TellingWords telling = new TellingWords();

    Searching(Indexer indexer, Thesaurus thesaurus, Vocabularies vocabularies, FilePassages passages) {
        this.indexer = indexer;
        this.passages = passages;
        this.thesaurus = thesaurus;
        this.facets = new FacetValues(vocabularies);
    }

    /** A page of hits, with counts. Those who work on texts find what they have just saved. */
    public Found find(Search search) {
        long start = System.nanoTime();
        freshen(search.viewer());
        BoxQuery.Built built = BoxQuery.of(search.text(), thesaurus, facets);
        Found found = read(
                searcher -> lately.get(searcher, search, built, () -> find(searcher, search, built)),
                nothing(search, built));
        return new Found(
                found.hits(),
                found.next(),
                found.total(),
                found.facets(),
                found.years(),
                found.didYouMean(),
                found.alsoFound(),
                found.findings(),
                found.hindrances(),
                indexer.isCatchingUp() || indexer.isFarBehind(),
                (System.nanoTime() - start) / 1e6);
    }

    private void freshen(Viewer viewer) {
        if (!viewer.works() || indexer.isFarBehind()) {
            return; // where it follows an import, nobody could wait for its end
        }
        try {
            indexer.lookShortly(AT_ONCE);
        } catch (StorageUnavailable away) {
            LOG.log(Level.FINE, "What is found is as old as the last look", away);
        }
    }

    /** What an index answers that cannot be read now. */
    private <T> T read(CatalogIndex.Work<T> work, T otherwise) {
        CatalogIndex index = indexer.index().orElse(null);
        if (index == null) {
            return otherwise;
        }
        try {
            return index.search(work);
        } catch (IndexSearcher.TooManyClauses tooComplex) {
            return otherwise;
        } catch (IOException | AlreadyClosedException unreadable) {
            indexer.report(unreadable);
            return otherwise;
        }
    }

    private Found find(IndexSearcher searcher, Search search, BoxQuery.Built built) throws IOException {
        Criteria criteria = Criteria.of(search);
        Counts.Sum counts = searcher.search(built.matching(), new Counting(built.matching(), criteria, remembered));
        Ranking ranking = new Ranking(search, built.isAll());
        HitPage page = counts.total() == 0
                ? HitPage.EMPTY
                : HitPage.read(searcher, ranking, candidates(built, counts), criteria, search, built.matching());
        String meant = counts.total() > 0
                ? null
                : Spelling.correct(
                        searcher, facets.labels(), search.text(), built, text -> counts(searcher, search, text) > 0);
        return new Found(
                page.hits(),
                page.next(),
                counts.total(),
                facets(search, counts),
                Collections.unmodifiableSortedMap(counts.years()),
                meant,
                built.alsoFound(),
                built.findings(),
                hindrances(search, criteria, counts, searcher, built),
                false,
                0);
    }

    /** Only a query of nothing but words lets Lucene pass over blocks, so {@link Admitted} looks at the filters. */
    private static HitPage.Candidates candidates(BoxQuery.Built built, Counts.Sum counts) {
        Map<Integer, int[]> few = counts.few();
        return few == null
                ? new HitPage.Candidates(built.matching(), false)
                : new HitPage.Candidates(full(built, new KnownHits(few)), true);
    }

    private static BooleanQuery full(BoxQuery.Built built, Query filter) {
        return new BooleanQuery.Builder()
                .add(built.matching(), Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private long counts(IndexSearcher searcher, Search search, String text) throws IOException {
        BoxQuery.Built other = BoxQuery.of(text, thesaurus, facets);
        return searcher.search(
                        other.matching(), new Counting(other.matching(), Criteria.of(search.viewer()), remembered))
                .total();
    }

    private static Map<Facet, List<Found.Count>> facets(Search search, Counts.Sum counts) {
        Map<Facet, List<Found.Count>> all = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.ALL) {
            Map<String, Integer> values = new TreeMap<>(counts.facet(facet));
            search.chosen(facet).forEach(value -> values.putIfAbsent(value, 0));
            all.put(
                    facet,
                    values.entrySet().stream()
                            .map(each -> new Found.Count(
                                    each.getKey(),
                                    each.getValue(),
                                    search.chosen(facet).contains(each.getKey())))
                            .sorted(Comparator.comparing((Found.Count each) -> !each.chosen() || each.count() > 0)
                                    .reversed()
                                    .thenComparing(Comparator.comparingInt(Found.Count::count)
                                            .reversed()))
                            .limit(MOST_VALUES)
                            .toList());
        }
        return all;
    }

    private static List<Found.Hindrance> hindrances(
            Search search, Criteria criteria, Counts.Sum counts, IndexSearcher searcher, BoxQuery.Built built)
            throws IOException {
        if (counts.total() > 0 || !search.isNarrowed()) {
            return List.of();
        }
        List<Found.Hindrance> all = new ArrayList<>();
        List<Facet> narrowed = criteria.narrowed();
        for (int i = 0; i < narrowed.size(); i++) {
            if (counts.onlyFailing(i) > 0) {
                Facet facet = narrowed.get(i);
                all.add(new Found.Hindrance(facet, counts.onlyFailing(i), search.with(facet, List.of())));
            }
        }
        if (counts.onlyFailing(narrowed.size()) > 0) {
            all.add(new Found.Hindrance(null, counts.onlyFailing(narrowed.size()), search.within(null, null)));
        }
        all.sort(Comparator.comparingLong(Found.Hindrance::without).reversed());
        return all;
    }

    private Found nothing(Search search, BoxQuery.Built built) {
        List<Finding> findings = new ArrayList<>(built.findings());
        if (indexer.index().isPresent() && !indexer.isCatchingUp()) {
            findings.add(Finding.of(Rule.QUERY_TOO_COMPLEX, "/q", null, String.valueOf(BoxReader.MOST_PARTS)));
        }
        SortedMap<Integer, Integer> years = Collections.emptySortedMap();
        return new Found(
                List.of(),
                null,
                0,
                facets(search, new Counts.Sum(Criteria.of(search))),
                years,
                null,
                built.alsoFound(),
                findings,
                List.of(),
                true,
                0);
    }

    /** Titles with words that go on with what is being typed, at most so many. */
    public List<Suggestion> suggest(String prefix, Viewer viewer, int limit) {
        return read(searcher -> Suggesting.suggest(searcher, prefix, Criteria.of(viewer), limit), List.of());
    }

    /** Publications with much the same words, the likest first; empty where the viewer cannot find the one that is meant. */
    public List<Hit> similar(PublicationId id, InterfaceLanguage language, Viewer viewer, int limit) {
        Search search = Search.all(language, viewer).sized(limit);
        return read(shared -> Likeness.similar(shared.getIndexReader(), id, search, telling), List.of());
    }

    /** Why a publication stands where it stands among the hits, the weightiest reason first; empty where it is no hit. */
    public List<Reason> explain(PublicationId id, Search search) {
        BoxQuery.Built built = BoxQuery.of(search.text(), thesaurus, facets);
        return read(searcher -> Likeness.reasons(searcher, id, Criteria.of(search), built), List.of());
    }

    /**
     * Where the files of publications say what was looked for, the first passage of each file. Files that are to leave are
     * passed over.
     *
     * @param hits of the search, found by somebody who works on them; a few
     * @param most how many passages of one publication
     */
    public Map<PublicationId, List<FilePassage>> passages(Collection<PublicationId> hits, Search search, int most) {
        BoxQuery.Built built = BoxQuery.of(search.text(), thesaurus, facets);
        return built.isAll() || !search.viewer().works()
                ? Map.of()
                : passages.find(hits, new Marking(built.matching(), search.language()), most);
    }

    /**
     * All hits of a search, whatever its page, as they were when this was called; in no order that means anything. However many
     * they are, it takes the same memory. Close it.
     *
     * @throws IllegalStateException where there is no index now: what is incomplete would be taken for all
     */
    public Stream<PublicationId> ids(Search search) {
        freshen(search.viewer());
        @Nullable CatalogIndex index = indexer.index().orElse(null);
        if (index == null || indexer.isCatchingUp() || indexer.isFarBehind()) {
            throw new IllegalStateException("The index is catching up");
        }
        BoxQuery.Built built = BoxQuery.of(search.text(), thesaurus, facets);
        try {
            return HitStream.open(index, full(built, new CriteriaQuery(Criteria.of(search))));
        } catch (IOException unreadable) {
            indexer.report(unreadable);
            throw new IllegalStateException("The index cannot be read", unreadable);
        }
    }

    /**
     * Brings everything that is committed into what is found from now on.
     *
     * @return false where that would take long, because the index is catching up
     * @throws org.acervo.catalog.StorageUnavailable where the database does not answer
     */
    public boolean refresh() {
        return indexer.lookShortly(PATIENCE);
    }
}
