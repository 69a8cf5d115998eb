package org.acervo.publishing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Form;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/** One change that can be made to any text. Made again it changes nothing more. Immutable. */
public sealed interface Amendment {

    /** The text after the change; the same where there is nothing to change. */
    DublinCore apply(DublinCore text);

    /** Puts a value behind the others of its element, where it is not there already. */
    record Add(Statement added) implements Amendment {
        @Override
        public DublinCore apply(DublinCore text) {
            List<Statement> all = new ArrayList<>(text.all(added.element()));
            if (all.stream().anyMatch(each -> matches(each, added))) {
                return text;
            }
            all.add(added);
            return text.with(added.element(), all);
        }
    }

    /** Takes a value away, wherever it {@linkplain Amendment#matches matches}. */
    record Remove(Statement removed) implements Amendment {
        @Override
        public DublinCore apply(DublinCore text) {
            List<Statement> all = new ArrayList<>(text.all(removed.element()));
            return all.removeIf(each -> matches(each, removed)) ? text.with(removed.element(), all) : text;
        }
    }

    /** Puts a value in the place of another; where it is there already, the other only goes. */
    record Replace(Statement old, Statement replacement) implements Amendment {
        public Replace {
            if (old.element() != replacement.element()) {
                throw new IllegalArgumentException("A value is replaced by one of the same element");
            }
        }

        @Override
        public DublinCore apply(DublinCore text) {
            List<Statement> all = new ArrayList<>();
            for (Statement each : text.all(old.element())) {
                Statement next = matches(each, old) ? replacement : each;
                if (!next.equals(replacement) || !all.contains(replacement)) {
                    all.add(next);
                }
            }
            return all.equals(text.all(old.element())) ? text : text.with(old.element(), all);
        }
    }

    /**
     * Replaces words wherever they stand, capital letters and accents as they are.
     *
     * @param element where, one that holds texts; null for all of these
     */
    record Rewrite(@Nullable Element element, String found, String replacement) implements Amendment {
        public Rewrite {
            if (found.isEmpty() || found.equals(replacement) || element != null && element.form() != Form.TEXT) {
                throw new Refused(Finding.of(Rule.REQUIRED, "/found", found));
            }
        }

        @Override
        public DublinCore apply(DublinCore text) {
            DublinCore next = text;
            for (Element each : Element.ALL) {
                if (each.form() == Form.TEXT && (element == null || element == each)) {
                    List<Statement> all = text.all(each).stream()
                            .map(this::rewritten)
                            .filter(statement -> !statement.value().isBlank())
                            .toList();
                    next = all.equals(text.all(each)) ? next : next.with(each, all);
                }
            }
            return next;
        }

        private Statement rewritten(Statement statement) {
            return new Statement(
                    statement.element(),
                    statement.value().replace(found, replacement),
                    statement.lang(),
                    statement.qualifiers());
        }
    }

    /**
     * Puts values in the place of others, whatever stands with them, as a term takes the place of another: language and
     * qualifiers stay but for identifiers, which were those of the other.
     *
     * @param now what the statements of the same places in {@code old} become, each of the same element
     */
    record Rename(List<Statement> old, List<Statement> now) implements Amendment {
        public Rename {
            old = List.copyOf(old);
            now = List.copyOf(now);
            if (old.size() != now.size()) {
                throw new IllegalArgumentException("Each value becomes another");
            }
        }

        @Override
        public DublinCore apply(DublinCore text) {
            DublinCore next = text;
            for (Element element :
                    old.stream().map(Statement::element).distinct().toList()) {
                List<Statement> before = next.all(element);
                List<Statement> after =
                        before.stream().map(this::renamed).distinct().toList();
                next = before.stream().allMatch(each -> renamed(each) == each) ? next : next.with(element, after);
            }
            return next;
        }

        private Statement renamed(Statement statement) {
            for (int i = 0; i < old.size(); i++) {
                if (matches(statement, old.get(i))) {
                    Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
                    qualifiers.putAll(statement.qualifiers());
                    qualifiers.remove(Qualifier.ID);
                    qualifiers.putAll(now.get(i).qualifiers());
                    return new Statement(statement.element(), now.get(i).value(), statement.lang(), qualifiers);
                }
            }
            return statement;
        }
    }

    /** Puts publications into a collection. */
    static Amendment into(String collection) {
        return new Add(Statement.of(Element.COLLECTION, collection));
    }

    /** Takes publications out of a collection. */
    static Amendment outOf(String collection) {
        return new Remove(Statement.of(Element.COLLECTION, collection));
    }

    /** Whether a statement has the value that is meant, and the language and qualifiers as far as these are given. */
    static boolean matches(Statement statement, Statement meant) {
        String lang = meant.lang();
        return statement.element() == meant.element()
                && statement.value().equals(meant.value())
                && (lang == null || lang.equals(statement.lang()))
                && meant.qualifiers().entrySet().stream()
                        .allMatch(each -> is(statement, each.getKey(), each.getValue()));
    }

    private static boolean is(Statement statement, Qualifier qualifier, String value) {
        return statement.is(qualifier, value);
    }

    /** The code of its kind. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
