package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Nearest;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Languages;
import org.jspecify.annotations.Nullable;

/** What headings may say: the name of a column in any of the four languages or as a member of JSON, and a language. */
final class ColumnNames {

    private static final Pattern BETWEEN = Pattern.compile("[@_:/\\s-]+");
    private static final Pattern BRACKETS = Pattern.compile("(.+?)\\s*[\\[(]\\s*([^\\])]+)\\s*[\\])]");

    private final Map<String, ColumnName> byText = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Languages known;

    ColumnNames(Languages known) {
        this.known = known;
        for (ColumnName name : ColumnName.ALL) {
            byText.put(Folded.of(name.code()), name);
        }
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            for (ColumnName name : ColumnName.ALL) {
                texts(name, language).forEach(text -> byText.putIfAbsent(Folded.of(text), name));
            }
            for (InterfaceLanguage named : InterfaceLanguage.values()) {
                languages.put(Folded.of(known.label(named.tag(), language)), named.tag());
            }
        }
    }

    /** What a column is called in a language: its label first, then other names for it. */
    private static List<String> texts(ColumnName name, InterfaceLanguage language) {
        List<String> texts = new ArrayList<>();
        for (String text : Words.in(language).text("column." + name.code()).split("\\|", -1)) {
            texts.add(text.strip());
        }
        return texts;
    }

    /** What people read above a column. */
    static String label(ColumnName name, InterfaceLanguage language) {
        return texts(name, language).get(0);
    }

    /** The labels of all columns in a language; those that are like a heading come first. */
    static List<String> labels(String heading, InterfaceLanguage language) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        ColumnName.ALL.forEach(name -> names.put(label(name, language), Set.copyOf(texts(name, language))));
        Set<String> labels = new LinkedHashSet<>(Nearest.alike(heading, names));
        ColumnName.ALL.forEach(name -> labels.add(label(name, language)));
        return List.copyOf(labels);
    }

    /**
     * The language that most headings are in; a member of JSON says nothing of it.
     *
     * @param reader the language that is taken where headings say no more of another
     */
    static InterfaceLanguage language(List<String> headings, InterfaceLanguage reader) {
        InterfaceLanguage best = reader;
        for (InterfaceLanguage each : InterfaceLanguage.values()) {
            best = count(headings, each) > count(headings, best) ? each : best;
        }
        return best;
    }

    private static long count(List<String> headings, InterfaceLanguage language) {
        Set<String> words = new HashSet<>();
        ColumnName.ALL.forEach(name -> texts(name, language).forEach(text -> words.add(Folded.of(text))));
        ColumnName.ALL.forEach(name -> words.remove(Folded.of(name.code())));
        return headings.stream()
                .filter(each -> words.contains(Folded.of(each.split("[\\[(@]", 2)[0])))
                .count();
    }

    /** The column of a heading; empty where it says nothing that is known. */
    Optional<Column> find(String heading) {
        String text = heading.strip().replaceAll("[*:]+$", "").strip();
        ColumnName whole = byText.get(Folded.of(text));
        if (whole != null) {
            return Optional.of(new Column(whole, null));
        }
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            return find(brackets.group(1), brackets.group(2));
        }
        Matcher between = BETWEEN.matcher(text);
        while (between.find()) {
            Optional<Column> found = find(text.substring(0, between.start()), text.substring(between.end()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Column> find(String heading, String lang) {
        ColumnName name = byText.get(Folded.of(heading));
        String language = language(lang);
        return name != null && language != null && name.hasLanguage()
                ? Optional.of(new Column(name, language))
                : Optional.empty();
    }

    private @Nullable String language(String text) {
        String named = languages.get(Folded.of(text));
        return named != null ? named : known.normalise(text.strip()).orElse(null);
    }
}
