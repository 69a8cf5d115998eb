package org.acervo.search;

import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The order of one search's hits, and places in it. */
final class Ranking {

    private final Sort sort;
    private final @Nullable String collection;

    /** @param isAll whether no word tells one publication from another */
    Ranking(Search search, boolean isAll) {
        boolean usual = search.sort() == Sort.RELEVANCE && isAll;
        this.sort = usual ? Sort.NEWEST : search.sort();
        Set<String> collections = search.chosen(Facet.COLLECTION);
        this.collection =
                usual && collections.size() == 1 ? collections.iterator().next() : null;
    }

    org.apache.lucene.search.Sort order() {
        SortField first = collection != null ? Placing.order(collection) : first();
        return new org.apache.lucene.search.Sort(first, number(Fields.ORDER, true, Long.MIN_VALUE));
    }

    private SortField first() {
        return switch (sort) {
            case RELEVANCE -> SortField.FIELD_SCORE;
            case NEWEST -> number(Fields.DATE, true, Long.MIN_VALUE);
            case OLDEST -> number(Fields.DATE, false, Long.MAX_VALUE);
            case CHANGED -> number(Fields.CHANGED, true, Long.MIN_VALUE);
            case TITLE -> title();
        };
    }

    private static SortField number(String field, boolean reverse, long missing) {
        SortField order = LongField.newSortField(field, reverse, SortedNumericSelector.Type.MIN);
        order.setMissingValue(missing);
        return order;
    }

    private static SortField title() {
        SortField order = KeywordField.newSortField(Fields.TITLE_KEY, false, SortedSetSelector.Type.MIN);
        order.setMissingValue(SortField.STRING_LAST);
        return order;
    }

    /** The place after a hit. */
    Position after(FieldDoc hit) {
        Object key = hit.fields[0];
        String text = key instanceof Float score
                ? Integer.toString(Float.floatToIntBits(score))
                : key instanceof BytesRef title ? "=" + title.utf8ToString() : key == null ? "" : key.toString();
        return new Position(text, (Long) hit.fields[1]);
    }

    /** The hit of a place; empty where the place is not of this order. */
    Optional<FieldDoc> at(@Nullable Position place) {
        if (place == null) {
            return Optional.empty();
        }
        try {
            @Nullable
            Object key =
                    switch (sort) {
                        case RELEVANCE -> Float.intBitsToFloat(Integer.parseInt(place.key()));
                        case TITLE ->
                            place.key().isEmpty()
                                    ? null
                                    : new BytesRef(place.key().substring(1));
                        case NEWEST, OLDEST, CHANGED -> Long.valueOf(place.key());
                    };
            boolean isNumber = !(key instanceof Float score) || !Float.isNaN(score);
            // equal ones are told apart by their ids, never by their place in the index
            return isNumber
                    ? Optional.of(new FieldDoc(Integer.MAX_VALUE, Float.NaN, new @Nullable Object[] {key, place.id()}))
                    : Optional.empty();
        } catch (NumberFormatException ofAnotherOrder) {
            return Optional.empty();
        }
    }
}
