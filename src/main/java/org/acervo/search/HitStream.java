package org.acervo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.acervo.catalog.PublicationId;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** All documents of a query, one after the other, as the index was when it began. Used by one thread. */
final class HitStream extends Spliterators.AbstractSpliterator<PublicationId> {

    private final Weight weight;
    private final Iterator<LeafReaderContext> segments;
    private DocIdSetIterator documents = DocIdSetIterator.empty();
    private SortedNumericDocValues ids = DocValues.emptySortedNumeric();
    private Bits live = new Bits.MatchAllBits(0);

    private HitStream(IndexSearcher searcher, Query query) throws IOException {
        super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
        weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        segments = searcher.getIndexReader().leaves().iterator();
    }

    static Stream<PublicationId> open(CatalogIndex index, Query query) throws IOException {
        IndexSearcher searcher = index.acquire();
        AtomicBoolean open = new AtomicBoolean(true);
        Runnable release = () -> {
            if (open.getAndSet(false)) {
                index.release(searcher);
            }
        };
        try {
            return StreamSupport.stream(new HitStream(searcher, query), false).onClose(release);
        } catch (IOException | RuntimeException failure) {
            release.run();
            throw failure;
        }
    }

    @Override
    public boolean tryAdvance(java.util.function.Consumer<? super PublicationId> action) {
        try {
            while (true) {
                int document = documents.nextDoc();
                if (document == DocIdSetIterator.NO_MORE_DOCS) {
                    documents = DocIdSetIterator.empty(); // one that has ended must not be asked again
                    if (!segments.hasNext()) {
                        return false;
                    }
                    begin(segments.next());
                } else if (live.get(document) && ids.advanceExact(document)) {
                    action.accept(new PublicationId(ids.nextValue()));
                    return true;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void begin(LeafReaderContext segment) throws IOException {
        Scorer scorer = weight.scorer(segment);
        documents = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        ids = DocValues.getSortedNumeric(segment.reader(), Fields.ORDER);
        Bits alive = segment.reader().getLiveDocs();
        live = alive == null ? new Bits.MatchAllBits(segment.reader().maxDoc()) : alive;
    }
}
