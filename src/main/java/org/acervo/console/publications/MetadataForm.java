package org.acervo.console.publications;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.console.Fields;

/**
 * Metadata as fields of a form and back, without loss. The i-th statement of an element is the field {@code title.0}, with
 * {@code title.0.lang} and, for what is said beside it, {@code creator.0.kind}; what is chosen from a list of boxes is the
 * repeated field {@code theme}.
 */
final class MetadataForm {

    private static final Pattern NAME = Pattern.compile("([A-Za-z]{1,20})\\.([0-9]{1,4})(?:\\.([a-z]{1,12}))?");
    private static final String LANG = "lang";
    private static final String VALUE = "";

    private MetadataForm() {}

    /** What was typed; rows in which nothing was are left out. */
    static DublinCore read(Fields fields) {
        Map<Element, TreeMap<Integer, Map<String, String>>> rows = new EnumMap<>(Element.class);
        fields.asMap().forEach((name, values) -> {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                Element.ofMember(matcher.group(1))
                        .ifPresent(element -> rows.computeIfAbsent(element, each -> new TreeMap<>())
                                .computeIfAbsent(Integer.valueOf(matcher.group(2)), each -> new LinkedHashMap<>())
                                .put(matcher.group(3) == null ? VALUE : matcher.group(3), values.get(0)));
            }
        });
        List<Statement> statements = new ArrayList<>();
        for (Element element : Element.ALL) {
            rows.getOrDefault(element, new TreeMap<>()).values().forEach(row -> add(element, row, statements));
            fields.all(element.member()).stream()
                    .filter(each -> !each.isBlank())
                    .forEach(each -> statements.add(Statement.of(element, each)));
        }
        return new DublinCore(statements);
    }

    private static void add(Element element, Map<String, String> row, List<Statement> statements) {
        String value = row.getOrDefault(VALUE, "");
        Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
        for (Qualifier qualifier : element.form().qualifiers()) {
            String said = row.getOrDefault(qualifier.member(), "");
            if (!said.isBlank()) {
                qualifiers.put(qualifier, said);
            }
        }
        String lang = element.form().hasLanguage() ? row.getOrDefault(LANG, "") : "";
        if (!value.isBlank() || !qualifiers.isEmpty() && !isOnlyChosen(qualifiers)) {
            statements.add(new Statement(element, value, lang.isBlank() ? null : lang, qualifiers));
        }
    }

    /** What a list offers by itself says nothing without a value. */
    private static boolean isOnlyChosen(Map<Qualifier, String> qualifiers) {
        return qualifiers.keySet().stream()
                .allMatch(each -> each == Qualifier.KIND || each == Qualifier.SCHEME || each == Qualifier.TYPE);
    }

    /** The fields of a text. */
    static Fields write(DublinCore text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Element element : Element.ALL) {
            List<Statement> all = text.all(element);
            for (int i = 0; i < all.size(); i++) {
                Statement each = all.get(i);
                String name = name(element, i);
                fields.put(name, List.of(each.value()));
                String lang = each.lang();
                if (lang != null) {
                    fields.put(name + "." + LANG, List.of(lang));
                }
                each.qualifiers()
                        .forEach((qualifier, said) -> fields.put(name + "." + qualifier.member(), List.of(said)));
            }
        }
        return new Fields(fields);
    }

    /** The name of the field of a statement. */
    static String name(Element element, int index) {
        return element.member() + "." + index;
    }
}
