package org.acervo.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** The documents that fulfil criteria; it looks at each that something else proposes. */
final class CriteriaQuery extends Query {

    /** Of a look into columns, in the measure of {@link TwoPhaseIterator#matchCost}. */
    private static final float COST = 6;

    private final Criteria criteria;

    CriteriaQuery(Criteria criteria) {
        this.criteria = criteria;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext segment) {
                Criteria.Test test = criteria.in(Columns.of(segment.reader()));
                DocIdSetIterator all = DocIdSetIterator.all(segment.reader().maxDoc());
                return new ConstantScoreScorer(this, score(), mode, new TwoPhaseIterator(all) {
                    @Override
                    public boolean matches() {
                        return test.isHit(approximation.docID());
                    }

                    @Override
                    public float matchCost() {
                        return COST;
                    }
                });
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(@Nullable String field) {
        return criteria.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CriteriaQuery that && criteria.equals(that.criteria);
    }

    @Override
    public int hashCode() {
        return criteria.hashCode();
    }
}
