package org.acervo.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Proposes titles while somebody types: by the beginnings of words, which are terms of the index. */
final class Suggesting {

    /** So many titles are looked at; with one or two letters there are very many. */
    private static final int MOST = 200;

    private static final int MOST_WORDS = 8;

    /** So many titles are read for each that is proposed: several may be the same, or fit in another language only. */
    private static final int READ_FOR_EACH = 4;

    private Suggesting() {}

    static List<Suggestion> suggest(IndexSearcher searcher, String typed, Criteria criteria, int limit)
            throws IOException {
        Words words = new Words();
        List<String> beginnings = WordsAnalyzer.split(typed.length() > 200 ? typed.substring(0, 200) : typed).stream()
                .map(words::fold)
                .limit(MOST_WORDS)
                .toList();
        if (beginnings.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String each : beginnings) {
            String term = each.substring(0, Math.min(each.length(), BeginningsAnalyzer.LONGEST));
            query.add(new TermQuery(new Term(Fields.BEGINNING, term)), Occur.FILTER);
        }
        First first = new First(beginnings.get(0), criteria);
        // one segment after the other: a few documents are enough, and the rest is never looked at
        IndexReader reader = searcher.getIndexReader();
        IndexSearcher alone = new IndexSearcher(reader);
        alone.setQueryCache(null);
        alone.search(query.build(), first);
        return titled(first.best(READ_FOR_EACH * limit), reader, beginnings, words, limit);
    }

    private static List<Suggestion> titled(
            List<Candidate> candidates, IndexReader reader, List<String> beginnings, Words words, int limit)
            throws IOException {
        Map<String, Suggestion> titles = new LinkedHashMap<>();
        for (Candidate each : candidates) {
            if (titles.values().stream().filter(Suggesting::begins).count() < limit) {
                add(titles, Titles.of(reader, each.document()), beginnings, words);
            }
        }
        return titles.values().stream()
                .sorted(Comparator.comparing((Suggestion each) -> !begins(each))
                        .thenComparingInt(each -> Run.plain(each.title()).length()))
                .limit(limit)
                .toList();
    }

    private static boolean begins(Suggestion title) {
        return title.title().get(0).marked();
    }

    private static void add(Map<String, Suggestion> titles, Titles found, List<String> beginnings, Words words) {
        for (String each : found.all()) {
            String title = each.substring(each.indexOf(Fields.SEPARATOR) + 1);
            List<Run> runs = runs(title, beginnings, words);
            boolean fits = beginnings.stream().allMatch(beginning -> runs.stream()
                    .anyMatch(run -> run.marked() && words.fold(run.text()).startsWith(beginning)));
            if (fits) {
                titles.putIfAbsent(title, new Suggestion(found.id(), runs));
            }
        }
    }

    private static List<Run> runs(String title, List<String> beginnings, Words words) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (String word : WordsAnalyzer.split(title)) {
            int start = title.indexOf(word, at);
            String folded = words.fold(word);
            if (start >= at && beginnings.stream().anyMatch(folded::startsWith)) {
                if (start > at) {
                    runs.add(new Run(title.substring(at, start), false));
                }
                runs.add(new Run(word, true));
                at = start + word.length();
            }
        }
        if (at < title.length()) {
            runs.add(new Run(title.substring(at), false));
        }
        return runs;
    }

    /**
     * A document whose title may be proposed; to read one takes long.
     *
     * @param begins whether its first title begins with what was typed first
     * @param length of that title
     */
    private record Candidate(int document, boolean begins, long length) {}

    /** The first documents, no more than are wanted. */
    private static final class First extends SimpleCollector {

        private final Criteria criteria;
        private final BytesRef beginning;
        private final BytesRef end;
        private final List<Candidate> candidates = new ArrayList<>();
        private SortedSetDocValues keys = DocValues.emptySortedSet();
        private NumericDocValues lengths = DocValues.emptyNumeric();
        private long first;
        private long afterLast;
        private int base;
        private Criteria.@Nullable Test test;

        First(String beginning, Criteria criteria) {
            this.criteria = criteria;
            this.beginning = new BytesRef(beginning);
            this.end = new BytesRef(beginning + Character.toString(Character.MAX_CODE_POINT));
        }

        List<Candidate> best(int most) {
            return candidates.stream()
                    .sorted(Comparator.comparing((Candidate each) -> !each.begins())
                            .thenComparingLong(Candidate::length))
                    .limit(most)
                    .toList();
        }

        /** Keys are compared by their places in the order of all: to read one takes longer than to compare hundreds. */
        @Override
        protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            base = segment.docBase;
            if (candidates.size() >= MOST) {
                throw new CollectionTerminatedException();
            }
            test = criteria.in(Columns.of(segment.reader()));
            keys = DocValues.getSortedSet(segment.reader(), Fields.TITLE_KEY);
            lengths = DocValues.getNumeric(segment.reader(), Fields.TITLE_LENGTH);
            first = place(beginning);
            afterLast = place(end);
        }

        private long place(BytesRef key) throws IOException {
            long found = keys.lookupTerm(key);
            return found < 0 ? -1 - found : found;
        }

        @Override
        public void collect(int document) throws IOException {
            if (test == null || !test.isHit(document)) {
                return;
            }
            long place = keys.advanceExact(document) ? keys.nextOrd() : -1;
            candidates.add(new Candidate(
                    base + document,
                    first <= place && place < afterLast,
                    lengths.advanceExact(document) ? lengths.longValue() : 0));
            if (candidates.size() >= MOST) {
                throw new CollectionTerminatedException();
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
