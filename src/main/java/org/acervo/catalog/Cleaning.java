package org.acervo.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.acervo.vocabulary.Vocabularies;

/**
 * Brings a document into the form in which it is kept, before the rules look at it: composed Unicode without characters
 * that XML forbids, no stray white space, canonical language tags, codes, identifiers and addresses, agents that say what
 * they are, nothing blank and nothing twice. What it cannot bring into form it leaves for the rules to find. Cleaning
 * what is clean changes nothing.
 */
public final class Cleaning {

    private static final int FEW = 8;

    /** No element may have nearly as many values; such a list stays as it is, for the rules to refuse in one finding. */
    private static final int FAR_TOO_MANY = 1_000;

    private final StatementCleaning cleaning;
    private final List<Finding> warnings = new ArrayList<>(0);
    private final Map<Element, List<Integer>> places = new EnumMap<>(Element.class);
    private boolean changed;

    private Cleaning(Vocabularies vocabularies) {
        this.cleaning = new StatementCleaning(vocabularies, warnings);
    }

    /** Cleans a document; nothing of it makes this fail. */
    public static Cleaned clean(DublinCore given, Vocabularies vocabularies) {
        return new Cleaning(vocabularies).run(given);
    }

    /** What people write beside a document, such as a reason, as it is kept: cleaned as a description is. */
    public static String remark(String text) {
        return CleanText.lines(CleanText.characters(text, new HashSet<>()));
    }

    private Cleaned run(DublinCore given) {
        List<Statement> kept = new ArrayList<>();
        for (Element element : Element.ALL) {
            List<Statement> all = given.all(element);
            if (!all.isEmpty()) {
                keep(element, all, kept);
            }
        }
        return new Cleaned(changed ? new DublinCore(kept) : given, warnings, places);
    }

    private void keep(Element element, List<Statement> all, List<Statement> kept) {
        if (all.size() > FAR_TOO_MANY) {
            kept.addAll(all);
            return;
        }
        int start = kept.size();
        List<Integer> indexes = new ArrayList<>(all.size());
        Set<Statement> seen = all.size() > FEW ? new HashSet<>() : Set.of();
        for (int i = 0; i < all.size(); i++) {
            Statement clean = cleaning.clean(all.get(i), i);
            changed |= !Objects.equals(clean, all.get(i));
            if (clean == null) {
                continue;
            }
            boolean repeated = all.size() > FEW
                    ? !seen.add(clean)
                    : kept.subList(start, kept.size()).contains(clean);
            if (repeated) {
                changed = true;
                warnings.add(repeated(clean, i));
            } else {
                kept.add(clean);
                indexes.add(i);
            }
        }
        if (indexes.size() < all.size()) {
            places.put(element, indexes);
        }
    }

    private static Finding repeated(Statement statement, int index) {
        return Finding.of(Rule.REPEATED_VALUE, statement.element().pointer(index), statement.value());
    }
}
