package org.acervo.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Counts the hits of a query, segment by segment and several at once. What took long is remembered for as long as a segment
 * stays as it is, so that frequent queries count only what is new; to count few hits takes no longer than to remember them.
 */
final class Counting implements CollectorManager<Counting.OfSlice, Counts.Sum> {

    /** The counts of segments that are worth remembering. Thread-safe. */
    static final class Remembered {

        /** Of one segment. */
        private static final int MOST = 60;

        private record Key(Query query, Criteria criteria) {}

        private final Map<IndexReader.CacheKey, Map<Key, Counts>> segments = new HashMap<>();

        private synchronized @Nullable Counts get(IndexReader.CacheHelper segment, Key key) {
            return segments.getOrDefault(segment.getKey(), Map.of()).get(key);
        }

        private synchronized void put(IndexReader.CacheHelper segment, Key key, Counts counted) {
            Map<Key, Counts> known = segments.get(segment.getKey());
            if (known == null) {
                known = latest();
                segments.put(segment.getKey(), known);
                segment.addClosedListener(this::forget);
            }
            known.put(key, counted);
        }

        private synchronized void forget(IndexReader.CacheKey closed) {
            segments.remove(closed);
        }

        private static Map<Key, Counts> latest() {
            return new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.@Nullable Entry<Key, Counts> eldest) {
                    return size() > MOST;
                }
            };
        }
    }

    private final Query query;
    private final Criteria criteria;
    private final Remembered remembered;

    /** @param query as the searcher rewrites it or not, but always the same for the same search */
    Counting(Query query, Criteria criteria, Remembered remembered) {
        this.query = query;
        this.criteria = criteria;
        this.remembered = remembered;
    }

    @Override
    public OfSlice newCollector() {
        return new OfSlice();
    }

    @Override
    public Counts.Sum reduce(Collection<OfSlice> slices) {
        Counts.Sum sum = new Counts.Sum(criteria);
        slices.forEach(each -> each.counts.forEach(sum::add));
        return sum;
    }

    /** Counts some segments, one after the other. */
    final class OfSlice implements Collector {

        private final Map<Integer, Counts> counts = new HashMap<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) {
            IndexReader.CacheHelper state = segment.reader().getReaderCacheHelper();
            Remembered.Key key = new Remembered.Key(query, criteria);
            Counts known = remembered.get(state, key);
            if (known != null) {
                counts.put(segment.ord, known);
                throw new CollectionTerminatedException();
            }
            Counts counted = new Counts(criteria, Columns.of(segment.reader()));
            counts.put(segment.ord, counted);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable unused) {}

                @Override
                public void collect(int document) {
                    counted.collect(document);
                }

                @Override
                public void finish() {
                    counted.finish();
                    if (counted.few() == null) {
                        remembered.put(state, key, counted);
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
