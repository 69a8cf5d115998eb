package org.acervo.search;

import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** The few hits that counting has found, so that ranking need not look for them again. Of one searcher. */
final class KnownHits extends Query {

    private static final int[] NONE = {};

    private final Map<Integer, int[]> documents;

    /** @param documents of each segment, by its place in the reader, in rising order */
    KnownHits(Map<Integer, int[]> documents) {
        this.documents = documents;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext segment) {
                int[] all = documents.getOrDefault(segment.ord, NONE);
                return new ConstantScoreScorer(this, score(), mode, new Walk(all));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private static final class Walk extends DocIdSetIterator {

        private final int[] all;
        private int at = -1;

        Walk(int[] all) {
            this.all = all;
        }

        @Override
        public int docID() {
            return at < 0 ? -1 : at < all.length ? all[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            int found = Arrays.binarySearch(all, at + 1, all.length, target);
            at = found < 0 ? -1 - found : found;
            return docID();
        }

        @Override
        public long cost() {
            return all.length;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(@Nullable String field) {
        return "known hits";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
