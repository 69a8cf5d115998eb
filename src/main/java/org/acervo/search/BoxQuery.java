package org.acervo.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.acervo.catalog.Finding;
import org.acervo.vocabulary.InterfaceLanguage;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Makes a query of what was typed into the box. Used once, by one thread. */
final class BoxQuery {

    private static final float SAME_MEANING = 0.4f;
    private static final int MOST_SHOWN = 16;

    private final Thesaurus thesaurus;
    private final Words words = new Words();
    private final WordQueries queries;
    private final FieldQueries fields;
    private final List<Finding> findings;
    private final Set<String> alsoFound = new LinkedHashSet<>();
    private final Set<String> typed = new LinkedHashSet<>();
    private final List<Unit> units = new ArrayList<>();
    private boolean negative;

    /** Something that was typed, and each way in which it can be found. */
    record Unit(String typed, List<Way> ways) {}

    /** One way in which something is found; only who asks for reasons needs the query. */
    record Way(Supplier<Query> query, String found, Reason.Place place, Reason.Kind kind) {}

    /**
     * A query.
     *
     * @param matching finds what is meant
     * @param typed the words without fields and signs, as they were typed
     */
    record Built(Query matching, List<String> alsoFound, List<String> typed, List<Unit> units, List<Finding> findings) {

        boolean isAll() {
            return matching instanceof MatchAllDocsQuery;
        }
    }

    private BoxQuery(Thesaurus thesaurus, FacetValues facets, List<Finding> findings) {
        this.thesaurus = thesaurus;
        this.findings = new ArrayList<>(findings);
        this.queries = new WordQueries(words, facets.labels());
        this.fields = new FieldQueries(facets, queries, this.findings);
    }

    static Built of(String text, Thesaurus thesaurus, FacetValues facets) {
        BoxReader.Meaning meaning = BoxReader.read(text);
        BoxQuery query = new BoxQuery(thesaurus, facets, meaning.findings());
        Part part = meaning.part();
        Query matching = part == null ? null : query.of(part);
        if (part != null && matching == null && isOnlyNot(part)) {
            matching = new MatchAllDocsQuery();
        }
        return new Built(
                matching == null ? new MatchAllDocsQuery() : matching,
                query.alsoFound.stream().limit(MOST_SHOWN).toList(),
                List.copyOf(query.typed),
                query.units,
                query.findings);
    }

    private static boolean isOnlyNot(Part part) {
        return part instanceof Part.Not;
    }

    /** The query of a part, or null where there is nothing to look for. */
    private @Nullable Query of(Part part) {
        if (part instanceof Part.All all) {
            return all(all.parts());
        } else if (part instanceof Part.Any any) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            any.parts().forEach(each -> add(query, of(each), Occur.SHOULD));
            return orNull(query);
        } else if (part instanceof Part.In in) {
            return fields.of(in.field(), in.part());
        } else if (part instanceof Part.Phrase phrase) {
            return phrase(phrase);
        } else if (part instanceof Part.Pattern pattern) {
            return queries.pattern(pattern.text());
        } else if (part instanceof Part.Near near) {
            typed.add(near.text());
            return queries.near(near.text(), near.edits());
        }
        return all(List.of(part)); // a word, or what must not be there
    }

    private @Nullable Query all(List<Part> parts) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean anyTelling = parts.stream().anyMatch(this::isTelling);
        boolean anyPositive = false;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Part.Not not) {
                add(query, negated(not.part()), Occur.MUST_NOT);
            } else if (part instanceof Part.Word) {
                List<String> run = run(parts, i);
                Thesaurus.Match match = thesaurus.match(run, words);
                int length = Math.max(1, match.length());
                anyPositive |= add(query, words(run.subList(0, length), match, anyTelling), Occur.MUST);
                i += length - 1;
            } else {
                anyPositive |= add(query, of(part), Occur.MUST);
            }
        }
        BooleanQuery built = query.build();
        if (!anyPositive && !built.clauses().isEmpty()) {
            query.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return orNull(query);
    }

    private @Nullable Query negated(Part part) {
        boolean before = negative;
        negative = true;
        Query query = of(part);
        negative = before;
        return query;
    }

    /** The words that stand side by side from a place on. */
    private static List<String> run(List<Part> parts, int from) {
        List<String> run = new ArrayList<>();
        for (int i = from; i < parts.size() && parts.get(i) instanceof Part.Word word; i++) {
            List<String> split = WordsAnalyzer.split(word.text());
            run.add(split.isEmpty() ? word.text() : split.get(0));
        }
        return run;
    }

    private boolean isTelling(Part part) {
        return !(part instanceof Part.Word word) || !Words.isStopWord(words.fold(word.text()));
    }

    /** Words that must all be there, or what the thesaurus has for them. */
    private @Nullable Query words(List<String> run, Thesaurus.Match match, boolean anyTelling) {
        String all = String.join(" ", run);
        List<Way> ways = new ArrayList<>();
        BooleanQuery.Builder together = new BooleanQuery.Builder();
        for (String word : run) {
            if (!anyTelling || !Words.isStopWord(words.fold(word))) {
                add(together, queries.word(word, ways), Occur.MUST);
                noteTyped(word);
            }
        }
        Query plain = orNull(together);
        if (match.length() == 0 || plain == null) {
            note(all, ways);
            return plain;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(plain, Occur.SHOULD);
        String typedKey = words.fold(all);
        Predicate<String> others = term -> !words.fold(term).equals(typedKey);
        Set<Term> alone = queries.alone(run, match.concepts(), others);
        for (Thesaurus.Concept concept : match.concepts()) {
            concept.terms().forEach((language, terms) -> terms.stream()
                    .filter(others)
                    .forEach(term -> any.add(same(term, language, alone, ways), Occur.SHOULD)));
        }
        note(all, ways);
        return new Gathered(any.build(), false);
    }

    /** @param alone the words any of which is enough */
    private Query same(String term, InterfaceLanguage language, Set<Term> alone, List<Way> ways) {
        if (!negative) {
            alsoFound.add(term);
        }
        Query query = new BoostQuery(queries.term(term, language, ways), SAME_MEANING);
        return queries.isFoundBy(alone, term, language) ? new Bonus(query) : query;
    }

    private @Nullable Query phrase(Part.Phrase phrase) {
        List<Way> ways = new ArrayList<>();
        Query query = queries.phrase(phrase.text(), ways);
        note(phrase.text(), ways);
        return query;
    }

    private void noteTyped(String word) {
        if (!negative) {
            typed.add(word);
        }
    }

    private void note(String text, List<Way> ways) {
        if (!negative && !ways.isEmpty()) {
            units.add(new Unit(text, List.copyOf(ways)));
        }
    }

    private static boolean add(BooleanQuery.Builder query, @Nullable Query part, Occur occur) {
        if (part != null) {
            query.add(part, occur);
        }
        return part != null;
    }

    private static @Nullable Query orNull(BooleanQuery.Builder query) {
        BooleanQuery built = query.build();
        if (built.clauses().isEmpty()) {
            return null;
        }
        boolean isOne = built.clauses().size() == 1 && built.clauses().get(0).getOccur() != Occur.MUST_NOT;
        return isOne ? built.clauses().get(0).getQuery() : built;
    }

    /** What finds nothing. */
    static Query nothing() {
        return new MatchNoDocsQuery();
    }
}
