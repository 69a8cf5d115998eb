package org.acervo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * What documents are counted and filtered by, of one segment, in memory: two bytes a document and facet. A document's values
 * of a facet are one number, that of their combination; there are few combinations.
 */
final class Columns {

    private static final Map<IndexReader.CacheKey, Columns> KNOWN = new ConcurrentHashMap<>();
    private static final int NARROW = 1 << 16;

    private final byte[] scopes;
    private final char[] years;
    private final Map<Facet, Column> facets = new EnumMap<>(Facet.class);

    /**
     * One facet.
     *
     * @param narrow the combination of each document, or empty where there are too many combinations
     * @param wide the same where there are too many, or empty
     * @param values of each combination; the first has none
     */
    record Column(char[] narrow, int[] wide, List<List<String>> values) {
        int of(int document) {
            return narrow.length > 0 ? narrow[document] : wide[document];
        }
    }

    private Columns(LeafReader segment) throws IOException {
        scopes = new byte[segment.maxDoc()];
        years = new char[segment.maxDoc()];
        NumericDocValues scope = DocValues.getNumeric(segment, Fields.SCOPE);
        while (scope.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            scopes[scope.docID()] = (byte) scope.longValue();
        }
        NumericDocValues year = DocValues.getNumeric(segment, Fields.YEAR);
        while (year.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            years[year.docID()] = (char) year.longValue();
        }
        for (Facet facet : Facet.ALL) {
            facets.put(facet, read(segment, facet));
        }
    }

    /** The columns of a segment; they are forgotten when the last reader of it is closed. */
    static Columns of(LeafReader reader) {
        IndexReader.CacheHelper segment = reader.getCoreCacheHelper();
        Columns known = KNOWN.get(segment.getKey());
        if (known != null) {
            return known;
        }
        try {
            Columns read = new Columns(reader);
            if (KNOWN.putIfAbsent(segment.getKey(), read) == null) {
                segment.addClosedListener(KNOWN::remove);
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Column read(LeafReader segment, Facet facet) throws IOException {
        SortedDocValues ordinals = DocValues.getSorted(segment, Fields.of(facet));
        int count = ordinals.getValueCount() + 1;
        List<String>[] values = newArray(count);
        values[0] = List.of();
        for (int i = 1; i < count; i++) {
            values[i] = List.of(ordinals.lookupOrd(i - 1).utf8ToString().split(Fields.SEPARATOR, -1));
        }
        char[] narrow = new char[count <= NARROW ? segment.maxDoc() : 0];
        int[] wide = new int[count <= NARROW ? 0 : segment.maxDoc()];
        while (ordinals.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (wide.length == 0) {
                narrow[ordinals.docID()] = (char) (ordinals.ordValue() + 1);
            } else {
                wide[ordinals.docID()] = ordinals.ordValue() + 1;
            }
        }
        return new Column(narrow, wide, List.of(values));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<String>[] newArray(int size) {
        return new List[size];
    }

    Column facet(Facet facet) {
        return java.util.Objects.requireNonNull(facets.get(facet));
    }

    boolean isSeen(int document, int scope) {
        return (scopes[document] & scope) != 0;
    }

    /** The year of issue, or 0 where none is known. */
    int year(int document) {
        return years[document];
    }
}
