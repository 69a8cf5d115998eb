package org.acervo.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A query that finds a word in many forms. Where it is one of several that must all hold and nothing is ranked, its documents
 * are gathered into bits at once: that takes a fraction of the time of keeping so many forms in step. {@link Searchers} keep
 * them for the next search with the same word.
 */
final class Gathered extends Query {

    /** Gathering a document takes so little of what it takes to look whether one is there. */
    static final int QUICKER = 16;

    private final Query query;
    private final boolean atOnce;

    /** @param query reads no positions: to gather what is found by those takes long */
    Gathered(Query query) {
        this(query, true);
    }

    /** @param atOnce false where only the cache should gather it, when it is asked for again */
    Gathered(Query query, boolean atOnce) {
        this.query = query;
        this.atOnce = atOnce;
    }

    /** What it stands for. */
    Query query() {
        return query;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = query.rewrite(searcher);
        return rewritten == query ? this : new Gathered(rewritten, atOnce);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight weight = query.createWeight(searcher, mode, boost);
        return mode.needsScores() ? weight : new Unranked(this, weight, mode, atOnce);
    }

    private static final class Unranked extends FilterWeight {

        private final ScoreMode mode;
        private final boolean atOnce;

        Unranked(Query query, Weight weight, ScoreMode mode, boolean atOnce) {
            super(query, weight);
            this.mode = mode;
            this.atOnce = atOnce;
        }

        @Override
        public @Nullable BulkScorer bulkScorer(LeafReaderContext segment) throws IOException {
            return in.bulkScorer(segment);
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
            ScorerSupplier each = in.scorerSupplier(segment);
            if (each == null) {
                return null;
            }
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    return !atOnce || leadCost < each.cost() / QUICKER ? each.get(leadCost) : gathered(segment);
                }

                @Override
                public long cost() {
                    return each.cost();
                }
            };
        }

        private Scorer gathered(LeafReaderContext segment) throws IOException {
            FixedBitSet documents = new FixedBitSet(segment.reader().maxDoc());
            BulkScorer all = in.bulkScorer(segment);
            if (all != null) {
                all.score(
                        new LeafCollector() {
                            @Override
                            public void setScorer(Scorable unused) {}

                            @Override
                            public void collect(int document) {
                                documents.set(document);
                            }
                        },
                        null);
            }
            return new ConstantScoreScorer(this, 0, mode, new BitSetIterator(documents, documents.cardinality()));
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(@Nullable String field) {
        return query.toString(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Gathered that && query.equals(that.query) && atOnce == that.atOnce;
    }

    @Override
    public int hashCode() {
        return 37 * query.hashCode();
    }
}
