package org.acervo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * What vocabularies call their terms, in four languages, as a small index of its own in memory. A publication is indexed with
 * the codes of its terms only; which codes are meant is asked here when somebody searches. So the labels are not in the large
 * index a hundred thousand times, and a new label is found at once. Immutable, thread-safe.
 */
final class LabelIndex {

    /** The facets whose labels are found like any word of a publication. */
    static final List<Facet> FACETS = List.of(Facet.THEME, Facet.TYPE, Facet.COUNTRY, Facet.MISSION);

    /** Up to so many codes are ranked by how rare they are; more only come of patterns, which rank nothing. */
    private static final int RANKED = 40;

    private final IndexSearcher searcher;
    private final List<BytesRef> terms;

    private LabelIndex(IndexReader reader, List<BytesRef> terms) {
        this.searcher = new IndexSearcher(reader);
        this.searcher.setQueryCache(null);
        this.terms = List.copyOf(terms);
    }

    /** The labels of everything that is known now. */
    static LabelIndex of(FacetValues facets) {
        List<BytesRef> terms = new ArrayList<>();
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try {
            // nothing is merged, so that the number of a document is its place among the terms
            IndexWriterConfig plain = new IndexWriterConfig(WordsAnalyzer.OTHER).setMergePolicy(NoMergePolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(memory, plain)) {
                for (Facet facet : FACETS) {
                    for (String code : facets.codes(facet)) {
                        Labels labels = facets.labels(facet, code).orElse(null);
                        if (labels != null) {
                            writer.addDocument(document(facet, labels));
                            terms.add(new BytesRef(term(facet, code)));
                        }
                    }
                }
            }
            return new LabelIndex(DirectoryReader.open(memory), terms);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static Document document(Facet facet, Labels labels) {
        Document document = new Document();
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            document.add(Fields.words(Fields.TEXT, labels.in(language), language.tag()));
            if (facet == Facet.THEME) {
                document.add(Fields.words(Fields.SUBJECT, labels.in(language), language.tag()));
            }
        }
        return document;
    }

    /** What stands for a code in {@link Fields#LABELLED}. */
    static String term(Facet facet, String code) {
        return facet.parameter() + ":" + code;
    }

    /** Finds the publications one of whose labels is found by a query for words in {@link Fields#TEXT} or {@link Fields#SUBJECT}. */
    Query labelled(Query words) {
        List<BytesRef> found = found(words);
        if (found.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        if (found.size() > RANKED) {
            return new TermInSetQuery(Fields.LABELLED, found);
        }
        SynonymQuery.Builder query = new SynonymQuery.Builder(Fields.LABELLED);
        found.forEach(each -> query.addTerm(new Term(Fields.LABELLED, each)));
        return query.build();
    }

    private List<BytesRef> found(Query words) {
        try {
            Weight weight = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE_NO_SCORES, 1);
            List<BytesRef> found = new ArrayList<>();
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(segment);
                DocIdSetIterator documents = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
                while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    found.add(terms.get(segment.docBase + documents.docID()));
                }
            }
            return found;
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** The words of all labels. */
    IndexReader words() {
        return searcher.getIndexReader();
    }
}
