package org.acervo.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What was found lately, for as long as the index stays as it is: front pages, shelves and the searches of many are asked for
 * again and again. Thread-safe.
 */
final class FoundLately {

    /** So many pages of hits with their counts are remembered, each at most some 100 kB. */
    private static final int MOST = 200;

    /** A search with what its text means now: vocabularies may change. */
    private record Key(Search search, Query matching, List<Finding> findings) {}

    /** A search that may have to be made. */
    interface Finder {
        Found find() throws IOException;
    }

    private final Map<Key, Found> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Key, Found> eldest) {
            return size() > MOST;
        }
    };
    private IndexReader.@Nullable CacheKey state;

    /** What the same search found in the same state of the index, or what it finds now. */
    Found get(IndexSearcher searcher, Search search, BoxQuery.Built built, Finder finder) throws IOException {
        IndexReader.CacheKey now =
                searcher.getIndexReader().getReaderCacheHelper().getKey();
        Key key = new Key(search, built.matching(), built.findings());
        synchronized (answers) {
            if (now != state) {
                answers.clear();
                state = now;
            }
            Found known = answers.get(key);
            if (known != null) {
                return known;
            }
        }
        Found found = finder.find();
        synchronized (answers) {
            if (now == state) {
                answers.put(key, found);
            }
        }
        return found;
    }
}
