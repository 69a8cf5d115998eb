package org.acervo.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Brings to the front what the query beside it finds as well. So there is nothing to be found where nothing is ranked, and
 * counting reads no postings for it.
 */
final class Bonus extends Query {

    private final Query query;

    /** @param query finds nothing that the query beside it does not find */
    Bonus(Query query) {
        this.query = query;
    }

    /** What it stands for. */
    Query query() {
        return query;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = query.rewrite(searcher);
        return rewritten == query ? this : new Bonus(rewritten);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Query wanted = mode.needsScores() ? query : new MatchNoDocsQuery("Only for ranking");
        return wanted.createWeight(searcher, mode, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(@Nullable String field) {
        return "bonus(" + query.toString(field) + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bonus that && query.equals(that.query);
    }

    @Override
    public int hashCode() {
        return 31 * query.hashCode();
    }
}
