package org.acervo.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Rules.Purpose;
import org.acervo.vocabulary.FewVocabularies;

/** A record without fault, and what is found in it once it has one. */
final class GoodRecord {

    private final Rules rules =
            new Rules(FewVocabularies.all(), () -> new TreeSet<>(Set.of("mobility-tracking", "covid")));

    Rules rules() {
        return rules;
    }

    static List<Statement> statements() {
        return new ArrayList<>(List.of(
                Statement.of(Element.MISSION, "mexico"),
                Statement.of(Element.TYPE, "report"),
                Statement.of(Element.TITLE, "Título", "es"),
                Statement.of(Element.DESCRIPTION, "Resumen", "es"),
                Statement.of(Element.THEME, "migration-data"),
                Statement.of(Element.DATE, "2021-02"),
                Statement.of(Element.LINK, "https://example.org/")));
    }

    /** What is found with one statement more. */
    List<Finding> found(Statement statement) {
        List<Statement> record = statements();
        record.add(statement);
        return publish(record);
    }

    /** What is found with one value more, or with this one instead where there may be but one. */
    List<Finding> found(Element element, String value) {
        return found(element, value, Map.of());
    }

    List<Finding> found(Element element, String value, Map<Qualifier, String> qualifiers) {
        List<Statement> record = statements();
        if (element.most() == 1) {
            record.removeIf(each -> each.element() == element);
        }
        record.add(new Statement(element, value, null, qualifiers));
        return publish(record);
    }

    List<Finding> publish(List<Statement> statements) {
        return rules.check(new DublinCore(statements), Purpose.PUBLISH).stream()
                .map(each -> Finding.of(each.rule(), each.pointer(), each.given(), each.expected()))
                .toList(); // without the labels, which are looked at elsewhere
    }
}
