package org.acervo.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** The fields of a document in the index. */
final class Fields {

    /** The publication, as a term. */
    static final String ID = "id";
    /** The publication, as a number to sort by. */
    static final String ORDER = "order";
    /** All that is said of a publication, in words and stems. */
    static final String TEXT = "text";
    /** The titles among it. */
    static final String TITLE = "title";
    /** The texts of its files. */
    static final String FILE = "file";

    static final String AUTHOR = "author";
    static final String PUBLISHER = "publisher";
    static final String SUBJECT = "subject";
    static final String SERIES = "series";
    /** The codes of the terms whose labels count among the words, as {@link LabelIndex#term} writes them. */
    static final String LABELLED = "labelled";
    /** Identifiers without blanks, hyphens and capitals. */
    static final String IDENTIFIER = "identifier";
    /** The beginnings of the words of titles. */
    static final String BEGINNING = "beginning";
    /** The first title, to sort by. */
    static final String TITLE_KEY = "titlekey";
    /** How long the first title is: of two, the shorter is proposed first. */
    static final String TITLE_LENGTH = "titlelength";
    /** The day of issue as a number, 20210228. */
    static final String DATE = "date";

    static final String YEAR = "year";
    /** Milliseconds since 1970. */
    static final String CHANGED = "changed";
    /** Who may see it, as bits. */
    static final String SCOPE = "scope";
    /** The rebuilding that it comes from. */
    static final String RUN = "run";
    /** What a hit shows; only stored. */
    static final String CARD = "card";
    /** The {@link Titles}. */
    static final String SHOWN_TITLE = "showntitle";
    /** A description with its language; only stored. */
    static final String SHOWN_TEXT = "showntext";

    /** Between parts of a stored or joined value. */
    static final String SEPARATOR = "\u001f";

    /** The bit of {@link #SCOPE} of what the public sees. */
    static final int PUBLIC = 1;
    /** The bit of {@link #SCOPE} of what is worked on. */
    static final int WORKING = 2;

    private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType TERMS = words(IndexOptions.DOCS);

    private Fields() {}

    /** The field with the codes of a facet, joined. */
    static String of(Facet facet) {
        return "facet-" + facet.parameter();
    }

    /** A text in words and stems of its language. */
    static Field words(String field, String text, @Nullable String lang) {
        return new Text(field, text, WordsAnalyzer.of(lang));
    }

    /** A term as it is, for finding only. */
    static Field term(String field, String term) {
        return new Field(field, term, untokenized());
    }

    private static FieldType untokenized() {
        return org.apache.lucene.document.StringField.TYPE_NOT_STORED;
    }

    /** The beginnings of the words of a text, for finding only. */
    static Field beginnings(String text) {
        return new Beginnings(text);
    }

    private static FieldType words(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    /** A value that brings the analyzer of its language. */
    private static final class Text extends Field {

        private final WordsAnalyzer words;

        Text(String name, String text, WordsAnalyzer words) {
            super(name, text, WORDS);
            this.words = words;
        }

        @Override
        public TokenStream tokenStream(Analyzer unused, @Nullable TokenStream reuse) {
            return words.tokenStream(name(), stringValue());
        }
    }

    private static final class Beginnings extends Field {

        Beginnings(String text) {
            super(BEGINNING, text, TERMS);
        }

        @Override
        public TokenStream tokenStream(Analyzer unused, @Nullable TokenStream reuse) {
            return BeginningsAnalyzer.ONLY.tokenStream(name(), stringValue());
        }
    }
}
