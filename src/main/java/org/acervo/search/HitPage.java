package org.acervo.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.State;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** One page of hits as the index has them. */
record HitPage(List<Hit> hits, @Nullable Position next) {

    static final HitPage EMPTY = new HitPage(List.of(), null);

    /** Fewer are counted exactly before only the best are looked at. */
    private static final int THRESHOLD = 100;

    /**
     * What the best are chosen from.
     *
     * @param query the search with or without its filters
     * @param few whether to look at each takes no longer than to pass over those that cannot be among the best
     */
    record Candidates(Query query, boolean few) {}

    /**
     * Reads a page.
     *
     * @param marked whose words are marked
     */
    static HitPage read(
            IndexSearcher searcher, Ranking ranking, Candidates from, Criteria criteria, Search search, Query marked)
            throws IOException {
        int size = search.size();
        FieldDoc after = ranking.at(search.after()).orElse(null);
        int threshold = from.few() ? Integer.MAX_VALUE : Math.max(THRESHOLD, size + 1);
        TopFieldCollectorManager best = new TopFieldCollectorManager(ranking.order(), size + 1, after, threshold);
        ScoreDoc[] found = searcher.search(from.query(), new Admitted(best, criteria)).scoreDocs;
        Marking marking = new Marking(marked, search.language());
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < Math.min(size, found.length); i++) {
            int document = found[i].doc;
            hits.add(hit(stored.document(document), Titles.of(searcher.getIndexReader(), document), marking));
        }
        Position next = found.length > size ? ranking.after((FieldDoc) found[size - 1]) : null;
        return new HitPage(hits, next);
    }

    private static Hit hit(Document stored, Titles titles, Marking marking) {
        String[] card = stored.get(Fields.CARD).split(Fields.SEPARATOR, -1);
        Marking.Marked title = marking.title(titles.all());
        Marking.Marked snippet = marking.snippet(stored.getValues(Fields.SHOWN_TEXT));
        return new Hit(
                titles.id(),
                State.valueOf(card[0]),
                State.valueOf(card[1]),
                title.lang(),
                title.runs(),
                snippet.lang(),
                snippet.runs(),
                orNull(card[2]),
                orNull(card[3]),
                orNull(card[4]),
                card[5].isEmpty() ? List.of() : List.of(card[5].split(" ", -1)),
                Integer.parseInt(card[6]));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
