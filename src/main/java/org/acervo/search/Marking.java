package org.acervo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.acervo.vocabulary.InterfaceLanguage;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/** Marks what was looked for in titles and descriptions. Used by one thread. */
final class Marking {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SNIPPET = 280;
    private static final int BEFORE = 60;
    private static final int READ = 20_000;

    private final Query query;
    private final InterfaceLanguage language;
    private final Set<Character> initials;
    private final Map<Kind, FieldHighlighter> highlighters = new HashMap<>();

    /** A kind of texts that are marked in the same way. */
    private record Kind(WordsAnalyzer words, boolean whole) {}

    /** A text with its language. */
    record Marked(@Nullable String lang, List<Run> runs) {
        boolean isMarked() {
            return runs.stream().anyMatch(Run::marked);
        }
    }

    Marking(Query query, InterfaceLanguage language) {
        this.query = query;
        this.language = language;
        this.initials = initials(query);
    }

    /** Those of the stems that are looked for: most words of a text have another, and it takes long to stem a word. */
    private static Set<Character> initials(Query query) {
        Set<Character> initials = new HashSet<>();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query unused, Term... terms) {
                for (Term each : terms) {
                    Words.initial(each.text()).ifPresent(initials::add);
                }
            }
        });
        return initials;
    }

    /** The title in the language of the reader, or the first. */
    Marked title(List<String> stored) {
        Marked first = null;
        for (String each : stored) {
            Marked title = marked(each, true);
            if (first == null || isOurs(title) && !isOurs(first)) {
                first = title;
            }
        }
        return first == null ? new Marked(null, List.of()) : first;
    }

    /** The best passage of the first text with something marked, or the beginning of one in the reader's language. */
    Marked snippet(String[] stored) {
        Marked best = null;
        for (String each : stored) {
            Marked passage = marked(each, false);
            boolean better = best == null
                    || passage.isMarked() && !best.isMarked()
                    || passage.isMarked() == best.isMarked() && isOurs(passage) && !isOurs(best);
            best = better ? passage : best;
        }
        return best == null ? new Marked(null, List.of()) : best;
    }

    private boolean isOurs(Marked text) {
        String lang = text.lang();
        return lang != null && InterfaceLanguage.find(lang) == language;
    }

    private Marked marked(String stored, boolean whole) {
        int end = stored.indexOf(Fields.SEPARATOR);
        String lang = end <= 0 ? null : stored.substring(0, end);
        int longest = whole ? LONGEST_TITLE : READ;
        String text = cut(stored.substring(end + 1), longest);
        Kind kind = new Kind(WordsAnalyzer.of(lang), whole);
        try {
            Object runs = text.isEmpty()
                    ? null
                    : highlighters.computeIfAbsent(kind, this::highlighter).highlightFieldForDoc(null, -1, text);
            return new Marked(lang, runs instanceof Passages found ? found.runs() : plain(text, whole));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private FieldHighlighter highlighter(Kind kind) {
        return new Highlighter(
                        UnifiedHighlighter.builderWithoutSearcher(kind.words().withStemsOf(initials))
                                .withFieldMatcher(field -> !field.equals(Fields.LABELLED))
                                .withWeightMatches(false)
                                .withMaxLength(READ + 1)
                                .withMaxNoHighlightPassages(0)
                                .withBreakIterator(() -> kind.whole()
                                        ? new WholeBreakIterator()
                                        : BreakIterator.getSentenceInstance(Locale.ROOT))
                                .withFormatter(new Runs(kind.whole())))
                .of(query);
    }

    /** Gives what marks one text after the other; to make that takes longer than to use it. */
    private static final class Highlighter extends UnifiedHighlighter {

        Highlighter(Builder builder) {
            super(builder);
        }

        /** Phrases are looked for as such, and the words beside them too, only where every kind of query is known. */
        @Override
        protected @Nullable Collection<Query> preSpanQueryRewrite(Query query) {
            if (query instanceof Gathered gathered) {
                return List.of(gathered.query());
            }
            return query instanceof Bonus bonus ? List.of(bonus.query()) : null;
        }

        FieldHighlighter of(Query query) {
            return getFieldHighlighter(Fields.TEXT, query, extractTerms(query), 1);
        }
    }

    private static List<Run> plain(String text, boolean whole) {
        String shown = whole ? text : cut(text, LONGEST_SNIPPET);
        return shown.isEmpty() ? List.of() : List.of(new Run(shown, false));
    }

    /** At most so many UTF-16 units, with an ellipsis where something is left out. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }

    /** What the formatter gives. */
    private record Passages(List<Run> runs) {}

    /** Makes runs of the best passage. */
    private static final class Runs extends PassageFormatter {

        private final boolean whole;

        Runs(boolean whole) {
            this.whole = whole;
        }

        @Override
        public Object format(Passage[] passages, String text) {
            Passage passage = passages[0];
            int[] window = window(passage, text);
            List<Run> runs = new ArrayList<>();
            int at = window[0];
            if (at > passage.getStartOffset()) {
                runs.add(new Run("…", false));
            }
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(window[1], passage.getMatchEnds()[i]);
                if (start < end) {
                    add(runs, text.substring(at, start), false);
                    add(runs, text.substring(start, end), true);
                    at = end;
                }
            }
            add(runs, text.substring(at, Math.max(at, window[1])), false);
            if (window[1] < passage.getEndOffset()) {
                runs.add(new Run("…", false));
            }
            return new Passages(runs);
        }

        /** Of a very long passage only what is around the first match. */
        private int[] window(Passage passage, String text) {
            int start = passage.getStartOffset();
            int end = passage.getEndOffset();
            if (!whole && end - start > LONGEST_SNIPPET) {
                start = boundary(text, Math.max(start, passage.getMatchStarts()[0] - BEFORE));
                end = boundary(text, Math.min(end, start + LONGEST_SNIPPET));
            }
            return new int[] {start, end};
        }

        private static int boundary(String text, int at) {
            boolean splits = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
            return splits ? at - 1 : at;
        }

        private static void add(List<Run> runs, String text, boolean marked) {
            if (!text.isEmpty()) {
                runs.add(new Run(text, marked));
            }
        }
    }
}
