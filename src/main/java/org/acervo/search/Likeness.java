package org.acervo.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.PublicationId;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** What one document has in common with others, and with what was looked for. */
final class Likeness {

    private Likeness() {}

    /** The document of a publication that fulfils criteria, or -1. */
    private static int document(IndexSearcher searcher, PublicationId id, Criteria criteria) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ID, id.toString())), Occur.FILTER)
                .add(new CriteriaQuery(criteria), Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? -1 : found[0].doc;
    }

    /**
     * Publications with the same telling words, the likest first; none where the viewer cannot find the one that is meant.
     *
     * @param search whose page they fill
     */
    static List<Hit> similar(IndexReader reader, PublicationId id, Search search, TellingWords words)
            throws IOException {
        // segment by segment: to share out so many rare words among threads takes longer than to look them up
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        Criteria criteria = Criteria.of(search.viewer());
        int document = document(searcher, id, criteria);
        if (document < 0) {
            return List.of();
        }
        Document stored = searcher.storedFields().document(document, Set.of(Fields.SHOWN_TEXT));
        List<String> titles = Titles.of(reader, document).all();
        List<String> texts = List.of(stored.getValues(Fields.SHOWN_TEXT));
        Query like = new BooleanQuery.Builder()
                .add(words.of(reader, titles, texts), Occur.MUST)
                .add(new TermQuery(new Term(Fields.ID, id.toString())), Occur.MUST_NOT)
                .build();
        HitPage.Candidates all = new HitPage.Candidates(like, false);
        return HitPage.read(searcher, new Ranking(search, false), all, criteria, search, new MatchNoDocsQuery())
                .hits();
    }

    /** Why a document is found; empty where it is not. */
    static List<Reason> reasons(IndexSearcher searcher, PublicationId id, Criteria criteria, BoxQuery.Built built)
            throws IOException {
        int document = document(searcher, id, criteria);
        if (document < 0 || !searcher.explain(built.matching(), document).isMatch()) {
            return List.of();
        }
        List<BoxQuery.Way> ways = new ArrayList<>();
        List<String> typed = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (BoxQuery.Unit unit : built.units()) {
            for (BoxQuery.Way way : unit.ways()) {
                Explanation why = searcher.explain(way.query().get(), document);
                if (why.isMatch()) {
                    ways.add(way);
                    typed.add(unit.typed());
                    weights.add(why.getValue().doubleValue());
                    sum += why.getValue().doubleValue();
                }
            }
        }
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            BoxQuery.Way way = ways.get(i);
            int share = sum <= 0 ? 0 : (int) Math.round(100 * weights.get(i) / sum);
            reasons.add(new Reason(typed.get(i), way.found(), way.place(), way.kind(), share));
        }
        reasons.sort(Comparator.comparingInt(Reason::share).reversed());
        return reasons;
    }
}
