package org.acervo.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldDocs;

/**
 * The best of those documents that fulfil criteria. They are looked at here and not by the query, because Lucene passes over
 * whole blocks that cannot be among the best only where a query is nothing but words.
 *
 * @param best ranks what is admitted
 */
record Admitted(CollectorManager<TopFieldCollector, TopFieldDocs> best, Criteria criteria)
        implements CollectorManager<Admitted.OfSlice, TopFieldDocs> {

    @Override
    public OfSlice newCollector() throws IOException {
        return new OfSlice(best.newCollector(), criteria);
    }

    @Override
    public TopFieldDocs reduce(Collection<OfSlice> slices) throws IOException {
        List<TopFieldCollector> ranked =
                slices.stream().map(each -> each.ranked).toList();
        return best.reduce(ranked);
    }

    /** Looks at some segments, one after the other. */
    static final class OfSlice extends FilterCollector {

        private final TopFieldCollector ranked;
        private final Criteria criteria;

        OfSlice(TopFieldCollector ranked, Criteria criteria) {
            super(ranked);
            this.ranked = ranked;
            this.criteria = criteria;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            Criteria.Test test = criteria.in(Columns.of(segment.reader()));
            return new FilterLeafCollector(super.getLeafCollector(segment)) {
                @Override
                public void collect(int document) throws IOException {
                    if (test.isHit(document)) {
                        super.collect(document);
                    }
                }

                @Override
                public DocIdSetIterator competitiveIterator() throws IOException {
                    return in.competitiveIterator();
                }
            };
        }
    }
}
