package org.acervo.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.acervo.vocabulary.InterfaceLanguage;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/** Queries for words: in what is said of a publication, and less weighty in the texts of its files. Used by one thread. */
final class WordQueries {

    private static final float STEM = 0.6f;
    private static final float IN_FILE = 0.4f;
    private static final float IN_TITLE = 2;
    private static final int NEARLY = 50;

    private final Words words;
    private final LabelIndex labels;

    WordQueries(Words words, LabelIndex labels) {
        this.words = words;
        this.labels = labels;
    }

    /** A word in any form and of any language. */
    Query word(String word, List<BoxQuery.Way> ways) {
        for (Reason.Place place : Reason.Place.values()) {
            String field = field(place);
            Query exact = new TermQuery(new Term(field, words.fold(word)));
            ways.add(new BoxQuery.Way(() -> withLabels(exact, place), word, place, Reason.Kind.WORD));
            ways.add(new BoxQuery.Way(() -> withLabels(stems(field, word), place), word, place, Reason.Kind.FORM));
        }
        return new Gathered(everywhere(forms(Fields.TEXT, word), forms(Fields.FILE, word), forms(Fields.TITLE, word)));
    }

    private static String field(Reason.Place place) {
        return switch (place) {
            case TITLE -> Fields.TITLE;
            case TEXT -> Fields.TEXT;
            case FILE -> Fields.FILE;
        };
    }

    private Query stems(String field, String word) {
        SynonymQuery.Builder query = new SynonymQuery.Builder(field);
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            words.stems(word, language).forEach(stem -> query.addTerm(new Term(field, stem)));
        }
        return query.build();
    }

    /** A word in any form and of any language, in one field. */
    Query forms(String field, String word) {
        SynonymQuery.Builder query = new SynonymQuery.Builder(field).addTerm(new Term(field, words.fold(word)), 1);
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            words.stems(word, language).forEach(stem -> query.addTerm(new Term(field, stem), STEM));
        }
        return query.build();
    }

    /** A term of the thesaurus, in the forms of its own language. */
    Query term(String term, InterfaceLanguage language, List<BoxQuery.Way> ways) {
        for (Reason.Place place : Reason.Place.values()) {
            ways.add(new BoxQuery.Way(
                    () -> withLabels(inForms(field(place), term, language), place),
                    term,
                    place,
                    Reason.Kind.THESAURUS));
        }
        return everywhere(inForms(Fields.TEXT, term, language), inForms(Fields.FILE, term, language));
    }

    private Query inForms(String field, String term, InterfaceLanguage language) {
        List<String> split = WordsAnalyzer.split(term);
        if (split.size() == 1) {
            SynonymQuery.Builder query = new SynonymQuery.Builder(field);
            terms(field, split.get(0), language).forEach(query::addTerm);
            return query.build();
        }
        MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
        split.forEach(word -> query.add(terms(field, word, language).toArray(Term[]::new)));
        return query.build();
    }

    private List<Term> terms(String field, String word, InterfaceLanguage language) {
        List<Term> terms = new ArrayList<>(List.of(new Term(field, words.fold(word))));
        words.stems(word, language).forEach(stem -> terms.add(new Term(field, stem)));
        return terms;
    }

    /**
     * What a text may have one of to be found: the forms of a word that was typed alone, and of terms that are one word.
     *
     * @param others the terms that are looked for beside what was typed
     */
    Set<Term> alone(List<String> typed, List<Thesaurus.Concept> meant, Predicate<String> others) {
        Set<Term> alone = new HashSet<>();
        if (typed.size() == 1) {
            for (InterfaceLanguage language : InterfaceLanguage.values()) {
                alone.addAll(terms(Fields.TEXT, typed.get(0), language));
            }
        }
        for (Thesaurus.Concept concept : meant) {
            concept.terms().forEach((language, terms) -> terms.stream()
                    .filter(others)
                    .map(WordsAnalyzer::split)
                    .filter(split -> split.size() == 1)
                    .forEach(split -> alone.addAll(terms(Fields.TEXT, split.get(0), language))));
        }
        return alone;
    }

    /** Whether a term of several words has one that finds, in any of its forms, all that the term finds. */
    boolean isFoundBy(Set<Term> alone, String term, InterfaceLanguage language) {
        List<String> split = WordsAnalyzer.split(term);
        return split.size() > 1
                && split.stream().anyMatch(word -> alone.containsAll(terms(Fields.TEXT, word, language)));
    }

    /** Just these words in this order, whatever their capitals and accents. */
    Query phrase(String text, List<BoxQuery.Way> ways) {
        for (Reason.Place place : Reason.Place.values()) {
            ways.add(new BoxQuery.Way(
                    () -> withLabels(phrase(field(place), text), place), text, place, Reason.Kind.WORD));
        }
        return everywhere(phrase(Fields.TEXT, text), phrase(Fields.FILE, text), phrase(Fields.TITLE, text));
    }

    /** Just these words in this order, in one field. */
    Query phrase(String field, String text) {
        List<Term> terms = WordsAnalyzer.split(text).stream()
                .map(word -> new Term(field, words.fold(word)))
                .toList();
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
        terms.forEach(query::add);
        return terms.size() == 1 ? new TermQuery(terms.get(0)) : query.build();
    }

    Query pattern(String text) {
        return anywhere(pattern(Fields.TEXT, text), pattern(Fields.FILE, text));
    }

    /** The pattern begins with letters, so that not the whole dictionary is looked through. */
    Query pattern(String field, String text) {
        return new WildcardQuery(new Term(field, words.fold(text)));
    }

    Query near(String text, int edits) {
        return anywhere(near(Fields.TEXT, text, edits), near(Fields.FILE, text, edits));
    }

    Query near(String field, String text, int edits) {
        return new FuzzyQuery(new Term(field, words.fold(text)), edits, 1, NEARLY, true);
    }

    private Query everywhere(Query inText, Query inFile) {
        return everywhere(inText, inFile, null);
    }

    /** @param inTitle finds nothing that is not in the text, but brings it to the front; or null */
    private Query everywhere(Query inText, Query inFile, @Nullable Query inTitle) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(inText, Occur.SHOULD);
        addLabels(query, inText);
        query.add(new BoostQuery(inFile, IN_FILE), Occur.SHOULD);
        if (inTitle != null) {
            query.add(new Bonus(new BoostQuery(inTitle, IN_TITLE)), Occur.SHOULD);
        }
        return query.build();
    }

    /** What is not the very word: a label with it counts no more than a text. */
    private Query anywhere(Query inText, Query inFile) {
        return new BooleanQuery.Builder()
                .add(inText, Occur.SHOULD)
                .add(new ConstantScoreQuery(labels.labelled(inText)), Occur.SHOULD)
                .add(new BoostQuery(inFile, IN_FILE), Occur.SHOULD)
                .build();
    }

    private Query withLabels(Query query, Reason.Place place) {
        return place == Reason.Place.TEXT ? withLabels(query) : query;
    }

    /** The same query, and what it finds among the labels of vocabularies. */
    Query withLabels(Query inWords) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(inWords, Occur.SHOULD);
        return addLabels(query, inWords) ? query.build() : inWords;
    }

    private boolean addLabels(BooleanQuery.Builder query, Query inWords) {
        Query labelled = labels.labelled(inWords);
        if (labelled instanceof MatchNoDocsQuery) {
            return false;
        }
        query.add(labelled, Occur.SHOULD);
        return true;
    }
}
