package org.acervo.console.changes;

import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Form;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.acervo.console.Fields;
import org.acervo.publishing.Amendment;

/** A change of many publications as a form says it. */
final class Wish {

    private Wish() {}

    /** @throws Refused where something needed is missing; pointers name fields */
    static Amendment read(Fields form) {
        return switch (form.get("kind")) {
            case "into" -> Amendment.into(needed(form, "collection"));
            case "outOf" -> Amendment.outOf(needed(form, "collection"));
            case "add" -> new Amendment.Add(statement(form, "value", "valueLang"));
            case "remove" -> new Amendment.Remove(statement(form, "value", "valueLang"));
            case "replace" -> replace(form);
            case "rewrite" -> rewrite(form);
            default -> throw new Refused(Finding.of(Rule.REQUIRED, "/kind", null));
        };
    }

    private static Amendment replace(Fields form) {
        Statement old = statement(form, "old", "oldLang");
        Statement next = statement(form, "value", "valueLang");
        return new Amendment.Replace(old, next);
    }

    private static Amendment rewrite(Fields form) {
        Optional<Element> element = Element.ofMember(form.get("element")).filter(each -> each.form() == Form.TEXT);
        String found = form.get("old");
        if (found.isEmpty()) {
            throw new Refused(Finding.of(Rule.REQUIRED, "/old", null));
        }
        return new Amendment.Rewrite(element.orElse(null), found, form.get("value"));
    }

    private static Statement statement(Fields form, String value, String lang) {
        Element element = Element.ofMember(form.get("element"))
                .orElseThrow(() -> new Refused(Finding.of(Rule.REQUIRED, "/element", null)));
        String language = element.form().hasLanguage() ? form.get(lang).strip() : "";
        return new Statement(element, needed(form, value), language.isEmpty() ? null : language, Map.of());
    }

    private static String needed(Fields form, String name) {
        String value = form.get(name).strip();
        if (value.isEmpty()) {
            throw new Refused(Finding.of(Rule.REQUIRED, "/" + name, null));
        }
        return value;
    }
}
