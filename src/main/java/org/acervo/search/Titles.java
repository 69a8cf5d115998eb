package org.acervo.search;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Statement;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The titles of a document, each after its language and {@link Fields#SEPARATOR}. They stand beside what else is stored of it,
 * because suggestions read the titles of many documents and nothing else.
 *
 * @param all may be empty
 */
record Titles(PublicationId id, List<String> all) {

    private static final String BETWEEN = "\u001e";

    /** Puts titles into a document. */
    static void put(Document entry, List<Statement> titles) {
        String joined = titles.stream()
                .map(each -> (each.lang() == null ? "" : each.lang()) + Fields.SEPARATOR + each.value())
                .collect(Collectors.joining(BETWEEN));
        entry.add(new BinaryDocValuesField(Fields.SHOWN_TITLE, new BytesRef(joined)));
    }

    /** Reads those of a document that is a publication. */
    static Titles of(IndexReader reader, int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext segment = leaves.get(ReaderUtil.subIndex(document, leaves));
        int place = document - segment.docBase;
        BinaryDocValues titles = DocValues.getBinary(segment.reader(), Fields.SHOWN_TITLE);
        SortedNumericDocValues ids = DocValues.getSortedNumeric(segment.reader(), Fields.ORDER);
        if (!ids.advanceExact(place)) {
            throw new IOException("Document " + document + " has no number");
        }
        String joined = titles.advanceExact(place) ? titles.binaryValue().utf8ToString() : "";
        return new Titles(
                new PublicationId(ids.nextValue()), joined.isEmpty() ? List.of() : List.of(joined.split(BETWEEN, -1)));
    }
}
