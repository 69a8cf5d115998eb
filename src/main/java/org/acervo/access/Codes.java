package org.acervo.access;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Nearest;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The codes that may stand somewhere, and what is said of others. */
final class Codes {

    private final List<String> known;
    private final Function<@Nullable String, List<String>> nearest;
    private final List<Term> terms;

    Codes(List<String> known) {
        this(known, given -> Nearest.codes(given, known), List.of());
    }

    private Codes(
            List<String> known, Function<@Nullable String, List<String>> nearest, Collection<? extends Term> terms) {
        this.known = known;
        this.nearest = nearest;
        this.terms = List.copyOf(terms);
    }

    /** Those of the missions. */
    static Codes missions(Vocabularies vocabularies) {
        Vocabulary<?> missions = vocabularies.missions();
        return new Codes(missions.codes(), given -> Nearest.terms(given, missions.all()), missions.all());
    }

    /** The codes, nearest to a given text first. */
    List<String> near(@Nullable String given) {
        return nearest.apply(given);
    }

    void check(String pointer, String given, List<Finding> findings) {
        if (!known.contains(given)) {
            findings.add(
                    Finding.of(Rule.UNKNOWN_CODE, pointer, given, near(given)).labelled(terms));
        }
    }

    void checkAll(String pointer, List<String> given, List<Finding> findings) {
        for (int i = 0; i < given.size(); i++) {
            check(pointer + "/" + i, given.get(i), findings);
        }
    }
}
