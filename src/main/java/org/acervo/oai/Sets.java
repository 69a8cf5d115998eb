package org.acervo.oai;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * The sets of the repository with their names: the families, then every set that was ever minted, so that the list only
 * grows at its end. A set whose code has left the vocabulary goes by its spec. Thread-safe.
 */
public final class Sets {

    private final Disseminations disseminations;
    private final Supplier<Vocabularies> vocabularies;
    private final Supplier<List<Collection>> collections;
    private final boolean tombstones;

    /** What was described last, and from what. */
    private record Described(
            Vocabularies vocabularies,
            List<Collection> collections,
            List<SetSpec> sets,
            List<SetDescription> descriptions) {

        boolean isOf(Vocabularies now, List<Collection> known, List<SetSpec> asked) {
            return vocabularies == now && collections.equals(known) && sets.equals(asked);
        }
    }

    private volatile @Nullable Described last;

    /**
     * @param vocabularies as they are at the moment of the call
     * @param collections as they are at the moment of the call
     * @param tombstones whether a record that leaves a set is shown as deleted in it
     */
    public Sets(
            Disseminations disseminations,
            Supplier<Vocabularies> vocabularies,
            Supplier<List<Collection>> collections,
            boolean tombstones) {
        this.disseminations = disseminations;
        this.vocabularies = vocabularies;
        this.collections = collections;
        this.tombstones = tombstones;
    }

    /** All sets; what is in the list keeps its place for ever. */
    public List<SetSpec> all() {
        List<SetSpec> families = Arrays.stream(Family.values()).map(Family::set).toList();
        return Stream.concat(families.stream(), disseminations.sets().stream().filter(not(families::contains)))
                .toList();
    }

    /** Sets as people know them, in the order given. */
    public List<SetDescription> describe(List<SetSpec> sets) {
        Vocabularies now = vocabularies.get();
        List<Collection> known =
                sets.stream().anyMatch(set -> set.family() == Family.COLLECTION) ? collections.get() : List.of();
        Described described = last; // the labels of all languages and countries take longer than the rest of an answer
        if (described == null || !described.isOf(now, known, sets)) {
            described = new Described(
                    now,
                    known,
                    sets,
                    sets.stream().map(set -> describe(set, now, known)).toList());
            last = described;
        }
        return described.descriptions();
    }

    private SetDescription describe(SetSpec set, Vocabularies vocabularies, List<Collection> collections) {
        Family family = set.family();
        String code = set.code();
        List<Labels> descriptions = new ArrayList<>();
        Labels name = Labels.same(set.value());
        if (family != null && code == null) {
            name = SetTexts.plural(family);
            descriptions.add(SetTexts.everything(family));
        } else if (family != null && code != null) {
            Optional<Labels> label = label(family, code, vocabularies, collections);
            if (label.isPresent()) {
                name = each(in -> SetTexts.joined(SetTexts.singular(family), label.get(), in));
                descriptions.add(description(family, code, label.get(), vocabularies, collections));
            }
        }
        if (tombstones) {
            descriptions.add(SetTexts.TOMBSTONES);
        }
        return new SetDescription(set, name, descriptions);
    }

    /** What the code means, empty where it means nothing any more. */
    private static Optional<Labels> label(
            Family family, String code, Vocabularies vocabularies, List<Collection> collections) {
        return switch (family) {
            case MISSION -> vocabularies.missions().find(code).map(mission -> mission.labels());
            case THEME -> vocabularies.themes().find(code).map(theme -> theme.labels());
            case TYPE -> vocabularies.types().find(code).map(type -> type.labels());
            case LANGUAGE ->
                vocabularies
                        .languages()
                        .normalise(code)
                        .map(tag -> each(in -> vocabularies.languages().label(tag, in)));
            case COUNTRY ->
                Optional.of(code)
                        .filter(vocabularies.places()::isKnown)
                        .map(known -> each(in -> vocabularies.places().label(known, in)));
            case COLLECTION -> find(collections, code).map(Collection::labels);
            case OPENAIRE -> Optional.empty();
        };
    }

    private static Labels description(
            Family family, String code, Labels label, Vocabularies vocabularies, List<Collection> collections) {
        Optional<Labels> own =
                switch (family) {
                    case THEME -> vocabularies.themes().find(code).map(theme -> theme.description());
                    case COLLECTION -> find(collections, code).map(Collection::description);
                    case MISSION, TYPE, LANGUAGE, COUNTRY, OPENAIRE -> Optional.empty();
                };
        return own.filter(text -> !text.en().isBlank())
                .orElseGet(() -> each(in -> SetTexts.joined(SetTexts.member(family), label, in)));
    }

    private static Optional<Collection> find(List<Collection> collections, String code) {
        return collections.stream()
                .filter(collection -> collection.code().equals(code))
                .findFirst();
    }

    private static Labels each(Function<InterfaceLanguage, String> text) {
        return new Labels(
                text.apply(InterfaceLanguage.EN),
                text.apply(InterfaceLanguage.ES),
                text.apply(InterfaceLanguage.FR),
                text.apply(InterfaceLanguage.PT));
    }
}
