package org.acervo.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Picks the words that tell a publication from others: those it says often and few others say. To look up how many say a word
 * takes as long as to search for it, and each text has hundreds, so that the numbers of those that are not rare are remembered
 * while the index hardly changes. Thread-safe.
 */
final class TellingWords {

    /** So many of each title, and of each text: a long text must not drown the others. */
    private static final int MOST_OF_TITLE = 8;

    private static final int MOST_OF_TEXT = 12;
    private static final int SHORTEST = 4;
    private static final int READ = 20_000;
    private static final int LARGEST_SHARE = 20;

    /** In a large library a word of so many publications tells little, and takes the longer to look up. */
    private static final int MOST_PUBLICATIONS = 1_000;

    /** A word of fewer publications is looked up each time: whether it is of one or of two decides everything. */
    private static final int RARE = 10;

    /** So many words of the index are remembered. */
    private static final int REMEMBERED = 100_000;

    private final Map<String, Integer> frequencies = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });
    private volatile int documents;

    /** A word and its weight. */
    private record Telling(String word, double weight) {}

    /**
     * A query for publications with some of the telling words of titles and texts, each with its language before
     * {@link Fields#SEPARATOR}.
     */
    Query of(IndexReader reader, Collection<String> titles, Collection<String> texts) throws IOException {
        forget(reader.maxDoc());
        Set<String> words = new LinkedHashSet<>();
        for (String each : titles) {
            words.addAll(telling(reader, each, MOST_OF_TITLE));
        }
        for (String each : texts) {
            words.addAll(telling(reader, each, MOST_OF_TEXT));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(each -> query.add(new TermQuery(new Term(Fields.TEXT, each)), Occur.SHOULD));
        return query.build();
    }

    private List<String> telling(IndexReader reader, String marked, int most) throws IOException {
        int start = marked.indexOf(Fields.SEPARATOR);
        String text = marked.substring(start + 1, Math.min(marked.length(), start + 1 + READ));
        Map<String, Integer> counts = new HashMap<>();
        count(text, WordsAnalyzer.of(marked.substring(0, start)), counts);
        int all = Math.max(1, reader.numDocs());
        int frequent = Math.min(MOST_PUBLICATIONS, all * LARGEST_SHARE / 100);
        List<Telling> words = new ArrayList<>();
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            int frequency = frequency(each.getKey(), reader);
            if (frequency > 1 && frequency <= frequent) {
                double rarity = 1 + Math.log((all + 1.0) / (frequency + 1));
                words.add(new Telling(each.getKey(), each.getValue() * rarity));
            }
        }
        return words.stream()
                .sorted(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::word))
                .limit(most)
                .map(Telling::word)
                .toList();
    }

    private static void count(String text, WordsAnalyzer analyzer, Map<String, Integer> counts) throws IOException {
        try (TokenStream tokens = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (term.length() >= SHORTEST) {
                    counts.merge(term.toString(), 1, Integer::sum);
                }
            }
            tokens.end();
        }
    }

    /** Forgets all where a hundredth of the index has changed since. */
    private void forget(int now) {
        if (Math.abs(now - documents) > documents / 100) {
            documents = now;
            frequencies.clear();
        }
    }

    private int frequency(String word, IndexReader reader) throws IOException {
        Integer known = frequencies.get(word);
        if (known != null) {
            return known;
        }
        int frequency = reader.docFreq(new Term(Fields.TEXT, word));
        if (frequency >= RARE) {
            frequencies.put(word, frequency);
        }
        return frequency;
    }
}
