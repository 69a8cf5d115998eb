package org.acervo.search;

import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * The order within a collection: first what staff have given a place, then the newest. Each collection has a field of its own,
 * in which one number says both.
 */
final class Placing {

    private static final long AFTER_ALL_PLACES = 1_000_000_000;
    private static final long LAST_DAY = 99_999_999;

    private Placing() {}

    /** Adds to a document where it stands in each of its collections. */
    static void place(Document entry, Map<String, Integer> places) {
        IndexableField joined = entry.getField(Fields.of(Facet.COLLECTION));
        BytesRef codes = joined == null ? null : joined.binaryValue();
        if (codes != null) {
            IndexableField issued = entry.getField(Fields.DATE);
            long day = issued == null ? 0 : issued.numericValue().longValue();
            for (String code : codes.utf8ToString().split(Fields.SEPARATOR, -1)) {
                Integer place = places.get(code);
                entry.add(new NumericDocValuesField(
                        field(code), place == null ? AFTER_ALL_PLACES + LAST_DAY - day : place));
            }
        }
    }

    static SortField order(String collection) {
        SortField order = new SortField(field(collection), SortField.Type.LONG);
        order.setMissingValue(Long.MAX_VALUE);
        return order;
    }

    private static String field(String collection) {
        return "place-" + collection;
    }
}
