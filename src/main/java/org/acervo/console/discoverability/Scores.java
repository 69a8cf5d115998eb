package org.acervo.console.discoverability;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.acervo.catalog.Discoverability.Guide;
import org.acervo.catalog.Discoverability.Trait;
import org.acervo.console.discoverability.DiscoverabilityPage.Score;

/** Shares of what guides ask for that documents have. */
final class Scores {

    private static final int WHOLE = 100;

    private final Locale locale;

    Scores(Locale locale) {
        this.locale = locale;
    }

    /** The share of all traits, then that of each guide; of no document none. */
    List<Score> of(long documents, Map<Trait, Integer> lacked) {
        List<Score> scores = new ArrayList<>();
        scores.add(share(documents, Trait.values().length, lacked, trait -> true));
        for (Guide guide : Guide.values()) {
            scores.add(share(
                    documents, guide.traits(), lacked, trait -> trait.guides().contains(guide)));
        }
        return scores;
    }

    private Score share(long documents, int traits, Map<Trait, Integer> lacked, Predicate<Trait> asked) {
        if (documents == 0) {
            return new Score(0, "–");
        }
        long missing = lacked.entrySet().stream()
                .filter(each -> asked.test(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        // nothing is whole while something is missing
        double share = 1 - (double) missing / (documents * traits);
        int percent = (int) Math.floor(share * WHOLE + 1e-9);
        return new Score(percent, NumberFormat.getPercentInstance(locale).format(percent / (double) WHOLE));
    }
}
