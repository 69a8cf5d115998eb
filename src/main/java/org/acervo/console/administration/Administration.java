package org.acervo.console.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Vocabularies;

/** What the pages of administrators share: who may see them, and the choices of their forms. For one request. */
@Dependent
final class Administration {

    /** A choice of a form. */
    public record Choice(String code, String name) {}

    private final Desk desk;
    private final Vocabularies vocabularies;

    @Inject
    Administration(Desk desk, Vocabularies vocabularies) {
        this.desk = desk;
        this.vocabularies = vocabularies;
    }

    /**
     * The one who makes the request, for the audit trail.
     *
     * @throws Refused where that is no administrator
     */
    Source required() {
        desk.caller().require(Right.ADMINISTER);
        return desk.source();
    }

    List<Choice> missions() {
        List<Choice> choices = new ArrayList<>();
        vocabularies.missions().all().forEach(each -> choices.add(new Choice(each.code(), name(each))));
        return choices;
    }

    /** The names of missions, in the reader's language. */
    List<String> missions(Set<String> codes) {
        return new TreeSet<>(codes).stream().map(this::mission).toList();
    }

    /** The name of a mission; its code where it is no longer known. */
    String mission(String code) {
        return vocabularies.missions().find(code).map(this::name).orElse(code);
    }

    private String name(Mission mission) {
        return mission.labels().in(desk.language());
    }

    static List<Choice> languages() {
        return Arrays.stream(InterfaceLanguage.values())
                .map(each -> new Choice(each.tag(), each.locale().getDisplayLanguage(each.locale())))
                .toList();
    }

    /** What is wrong with a form, by the name of the field; under an empty name what no field has. */
    Map<String, String> problems(Refused refused) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (Finding finding : refused.findings()) {
            String[] steps = finding.pointer().split("/", -1);
            problems.merge(steps.length > 1 ? steps[1] : "", finding.message(desk.language()), (a, b) -> a + " " + b);
        }
        return problems;
    }
}
