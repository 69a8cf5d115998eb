package org.acervo.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one address; what makes no sense becomes a finding. */
final class SearchParameters {

    /** In UTF-16 units. */
    private static final int LONGEST_TEXT = 2_000;

    /** Each link of a public page repeats the text, and pages for the public are light. */
    private static final int LONGEST_PUBLIC_TEXT = 300;

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 200;
    private static final int LAST_YEAR = 9999;

    private final InterfaceLanguage language;
    private final Viewer viewer;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Facet, SortedSet<String>> chosen = new EnumMap<>(Facet.class);

    SearchParameters(InterfaceLanguage language, Viewer viewer) {
        this.language = language;
        this.viewer = viewer;
    }

    Search.Read read(Map<String, ? extends Collection<String>> parameters) {
        String text = "";
        Integer from = null;
        Integer to = null;
        Sort sort = Sort.RELEVANCE;
        int size = Search.PAGE;
        Position after = null;
        for (Map.Entry<String, ? extends Collection<String>> each : parameters.entrySet()) {
            String name = each.getKey();
            switch (name) {
                case "q" -> text = text(each.getValue());
                case "from" -> from = one(each, value -> number(value, LAST_YEAR));
                case "to" -> to = one(each, value -> number(value, LAST_YEAR));
                case "sort" ->
                    sort = or(
                            one(
                                    each,
                                    Sort::ofCode,
                                    Stream.of(Sort.values()).map(Sort::code).toList()),
                            sort);
                case "size" -> size = or(one(each, value -> number(value, Search.MOST)), size);
                case "after" -> after = one(each, Position::ofCode);
                case "lang", "preview", "done" -> {}
                default -> facet(name, each.getValue());
            }
        }
        return new Search.Read(new Search(text, chosen, from, to, sort, size, after, language, viewer), findings);
    }

    private String text(Collection<String> values) {
        String all = String.join(" ", values).strip();
        int longest = viewer.works() ? LONGEST_TEXT : LONGEST_PUBLIC_TEXT;
        if (all.length() <= longest) {
            return all;
        }
        findings.add(Finding.of(Rule.TOO_LONG, "/q", all, String.valueOf(longest)));
        boolean splits = Character.isHighSurrogate(all.charAt(longest - 1));
        return all.substring(0, splits ? longest - 1 : longest).strip();
    }

    private void facet(String name, Collection<String> values) {
        Optional<Facet> facet = Facet.ofParameter(name);
        if (facet.isEmpty()) {
            findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "/" + name, name));
            return;
        }
        SortedSet<String> all = chosen.computeIfAbsent(facet.get(), key -> new TreeSet<>());
        for (String value : values) {
            if (value.length() > LONGEST_VALUE || all.size() >= MOST_VALUES) {
                findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "/" + name, value));
            } else if (!value.isBlank()) {
                all.add(value.strip());
            }
        }
    }

    private <T> @Nullable T one(
            Map.Entry<String, ? extends Collection<String>> parameter, Function<String, Optional<T>> read) {
        return one(parameter, read, List.of());
    }

    /** The first value that is not blank: a form sends its empty fields too. */
    private <T> @Nullable T one(
            Map.Entry<String, ? extends Collection<String>> parameter,
            Function<String, Optional<T>> read,
            List<String> expected) {
        for (String value : parameter.getValue()) {
            if (!value.isBlank()) {
                Optional<T> meant = read.apply(value.strip());
                if (meant.isPresent()) {
                    return meant.get();
                }
                findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "/" + parameter.getKey(), value, expected));
            }
        }
        return null;
    }

    private static Optional<Integer> number(String text, int most) {
        boolean isNumber = text.length() <= 4 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber
                ? Optional.of(Integer.parseInt(text)).filter(number -> number >= 1 && number <= most)
                : Optional.empty();
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }
}
