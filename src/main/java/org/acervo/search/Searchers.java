package org.acervo.search;

import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Makes searchers of one index. They share out the segments among threads, and remember which documents have a word that is
 * asked for again: words come back much more often than searches do.
 */
final class Searchers extends SearcherFactory {

    /** So many documents at least are searched by one thread: fewer take less time than to hand them over. */
    private static final int LEAST = 5_000;

    /** About so many shares there are, so that no thread waits long for the one with the largest segment. */
    private static final int SHARES = 16;

    private static final int MOST_WORDS = 500;

    /** Of all words together; one of a million documents takes an eighth of a megabyte at most. */
    private static final long MOST_BYTES = 40_000_000;

    private final Executor executor;
    private final QueryCache words = new LRUQueryCache(MOST_WORDS, MOST_BYTES, Searchers::isLarge, Gathered.QUICKER);
    private final AskedAgain asked = new AskedAgain();

    Searchers(Executor executor) {
        this.executor = executor;
    }

    private static boolean isLarge(LeafReaderContext segment) {
        return segment.reader().maxDoc() >= LEAST;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
        reader.leaves().forEach(leaf -> Columns.of(leaf.reader()));
        IndexSearcher searcher = new IndexSearcher(reader, executor) {
            @Override
            protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
                return slices(leaves, Math.max(LEAST, reader.maxDoc() / SHARES), leaves.size());
            }
        };
        searcher.setQueryCache(words);
        searcher.setQueryCachingPolicy(asked);
        return searcher;
    }

    /** Nothing is remembered but words, and only those that were asked for lately. */
    private static final class AskedAgain extends UsageTrackingQueryCachingPolicy {

        AskedAgain() {
            super(MOST_WORDS);
        }

        @Override
        public void onUse(Query query) {
            if (query instanceof Gathered) {
                super.onUse(query);
            }
        }

        @Override
        protected int minFrequencyToCache(Query query) {
            return query instanceof Gathered ? 2 : Integer.MAX_VALUE;
        }
    }
}
