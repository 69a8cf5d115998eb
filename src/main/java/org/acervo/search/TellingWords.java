package org.acervo.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * takes as long as to search for it, and each text has hundreds, so that the numbers are remembered while the index hardly
 * changes; they need not be exact. Thread-safe.
 */
final class TellingWords {

    private static final int MOST = 25;
    private static final int SHORTEST = 4;
    private static final int READ = 20_000;
    private static final int LARGEST_SHARE = 20;

    /** In a large library a word of so many publications tells little, and takes the longer to look up. */
    private static final int MOST_PUBLICATIONS = 1_000;

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
     * A query for publications with some of the telling words of texts, each text with its language before
     * {@link Fields#SEPARATOR}.
     */
    Query of(IndexReader reader, Collection<String> texts) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String each : texts) {
            int start = each.indexOf(Fields.SEPARATOR);
            String text = each.substring(start + 1, Math.min(each.length(), start + 1 + READ));
            count(text, WordsAnalyzer.of(each.substring(0, start)), counts);
        }
        forget(reader.maxDoc());
        int all = Math.max(1, reader.numDocs());
        int most = Math.min(MOST_PUBLICATIONS, all * LARGEST_SHARE / 100);
        Map<String, Double> weights = new HashMap<>();
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            int frequency = frequency(each.getKey(), reader);
            if (frequency > 1 && frequency <= most) {
                weights.put(each.getKey(), each.getValue() * (1 + Math.log((all + 1.0) / (frequency + 1))));
            }
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        weights.entrySet().stream()
                .map(each -> new Telling(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::word))
                .limit(MOST)
                .forEach(each -> query.add(new TermQuery(new Term(Fields.TEXT, each.word())), Occur.SHOULD));
        return query.build();
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
        frequencies.put(word, frequency);
        return frequency;
    }
}
