package org.acervo.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.acervo.catalog.PublicationId;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** What one document has in common with others, and with what was looked for. */
final class Likeness {

    private static final int MOST_TERMS = 25;
    private static final int SHORTEST = 4;
    private static final int READ = 20_000;
    private static final int LARGEST_SHARE = 20;

    /** In a large library a word of so many publications tells little, and takes the longer to look up. */
    private static final int MOST_PUBLICATIONS = 1_000;

    private Likeness() {}

    /** The document of a publication that fulfils criteria, or -1. */
    static int document(IndexSearcher searcher, PublicationId id, Criteria criteria) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ID, id.toString())), Occur.FILTER)
                .add(new CriteriaQuery(criteria), Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? -1 : found[0].doc;
    }

    /** Finds documents with the same telling words. */
    static Query of(IndexSearcher searcher, int document, PublicationId id, Criteria criteria) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Document stored = searcher.storedFields().document(document);
        for (String field : List.of(Fields.SHOWN_TITLE, Fields.SHOWN_TEXT)) {
            for (String each : stored.getValues(field)) {
                int end = each.indexOf(Fields.SEPARATOR);
                MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
                like.setAnalyzer(WordsAnalyzer.of(each.substring(0, end)));
                like.setFieldNames(new String[] {Fields.TEXT});
                like.setMinTermFreq(1);
                like.setMinDocFreq(2);
                like.setMinWordLen(SHORTEST);
                like.setMaxQueryTerms(MOST_TERMS);
                like.setMaxDocFreq(
                        Math.min(MOST_PUBLICATIONS, searcher.getIndexReader().numDocs() * LARGEST_SHARE / 100));
                String text = each.substring(end + 1, Math.min(each.length(), end + 1 + READ));
                query.add(like.like(Fields.TEXT, new StringReader(text)), Occur.SHOULD);
            }
        }
        return new BooleanQuery.Builder()
                .add(query.build(), Occur.MUST)
                .add(new CriteriaQuery(criteria), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.ID, id.toString())), Occur.MUST_NOT)
                .build();
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
                Explanation why = searcher.explain(way.query(), document);
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
