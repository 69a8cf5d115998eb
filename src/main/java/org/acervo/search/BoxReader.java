package org.acervo.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed into the box: words, "phrases", {@code field:value}, AND OR NOT, {@code -word}, parentheses,
 * {@code 2015..2018}, {@code migra*}, {@code migrant~}. AND binds more than OR; words side by side must all be there. What
 * cannot be read becomes a finding, and the rest is looked for.
 */
final class BoxReader {

    /** Parts that are looked for, in one search. */
    static final int MOST_PARTS = 40;

    private static final int DEEPEST = 12;
    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";

    private final String text;
    private final List<Finding> findings = new ArrayList<>();
    private int at;
    private int depth;
    private int parts;

    private BoxReader(String text) {
        this.text = text;
    }

    /**
     * What was meant.
     *
     * @param part null where there is nothing to look for
     */
    record Meaning(@Nullable Part part, List<Finding> findings) {
        Meaning {
            findings = List.copyOf(findings);
        }
    }

    static Meaning read(String text) {
        BoxReader reader = new BoxReader(text);
        List<Part> all = new ArrayList<>();
        while (reader.at < text.length()) {
            Part part = reader.any();
            if (part != null) {
                all.add(part);
            }
            if (reader.peek() == ')') {
                reader.misplaced(")", reader.at);
                reader.at++;
            }
        }
        Part whole = all.isEmpty() ? null : all.size() == 1 ? all.get(0) : new Part.All(all);
        return new Meaning(whole, reader.findings);
    }

    /** Alternatives with OR between, up to a closing parenthesis or the end. */
    private @Nullable Part any() {
        List<Part> alternatives = new ArrayList<>();
        int operator = -1;
        while (true) {
            Part one = all();
            if (one != null) {
                alternatives.add(one);
            } else if (operator >= 0) {
                misplaced("OR", operator);
            }
            operator = at;
            if (!takes("OR")) {
                break;
            }
            if (one == null) {
                misplaced("OR", operator);
                operator = -1;
            }
        }
        return alternatives.isEmpty()
                ? null
                : alternatives.size() == 1 ? alternatives.get(0) : new Part.Any(alternatives);
    }

    private @Nullable Part all() {
        List<Part> together = new ArrayList<>();
        int operator = -1;
        while (true) {
            blanks();
            int start = at;
            if (takes("AND")) {
                if (together.isEmpty() || operator >= 0) {
                    misplaced("AND", start);
                }
                operator = start;
            } else if (isAtEnd() || peek() == ')' || isWord("OR")) {
                break;
            } else {
                Part part = negatable();
                if (part != null) {
                    together.add(part);
                }
                operator = -1;
            }
        }
        if (operator >= 0 && !together.isEmpty()) {
            misplaced("AND", operator);
        }
        return together.isEmpty() ? null : together.size() == 1 ? together.get(0) : new Part.All(together);
    }

    private @Nullable Part negatable() {
        int start = at;
        boolean sign = peek() == '-' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        if (sign) {
            at++;
        } else if (!takes("NOT")) {
            if (peek() == '+') {
                at++;
            }
            return one();
        }
        blanks();
        if (isAtEnd() || peek() == ')' || isWord("OR") || isWord("AND")) {
            misplaced(sign ? "-" : "NOT", start);
            return null;
        }
        Part part = ++depth > DEEPEST ? tooComplex() : negatable();
        depth--;
        return part == null ? null : new Part.Not(part);
    }

    private @Nullable Part one() {
        if (isAtEnd() || Character.isWhitespace(peek())) {
            return null;
        }
        if (peek() == '(') {
            return parenthesized();
        }
        if (isQuote(peek())) {
            return phrase();
        }
        int start = at;
        while (!isAtEnd() && !Character.isWhitespace(peek()) && "()".indexOf(peek()) < 0 && !isQuote(peek())) {
            at++;
            if (text.charAt(at - 1) == ':' && isField(start)) {
                return inField(start);
            }
        }
        return word(start, text.substring(start, at), null);
    }

    private @Nullable Part tooComplex() {
        findings.removeIf(each -> each.rule() == Rule.QUERY_TOO_COMPLEX);
        findings.add(Finding.of(Rule.QUERY_TOO_COMPLEX, "/q/" + at, null, String.valueOf(MOST_PARTS)));
        at = text.length();
        return null;
    }

    private @Nullable Part parenthesized() {
        int start = at++;
        if (++depth > DEEPEST) {
            depth--;
            tooComplex();
            return null;
        }
        Part inside = any();
        depth--;
        if (peek() == ')') {
            at++;
        } else if (!isAtEnd() || findings.stream().noneMatch(each -> each.rule() == Rule.QUERY_TOO_COMPLEX)) {
            findings.add(Finding.of(Rule.QUERY_UNCLOSED, "/q/" + start, "(", String.valueOf(start + 1)));
        }
        return inside;
    }

    private @Nullable Part phrase() {
        int start = at++;
        while (!isAtEnd() && !isQuote(peek())) {
            at++;
        }
        String inside = text.substring(start + 1, at);
        if (isAtEnd()) {
            findings.add(Finding.of(
                    Rule.QUERY_UNCLOSED, "/q/" + start, text.substring(start, start + 1), String.valueOf(start + 1)));
            return WordsAnalyzer.split(inside).isEmpty()
                    ? null
                    : counted(new Part.All(WordsAnalyzer.split(inside).stream()
                            .limit(MOST_PARTS)
                            .map(each -> (Part) new Part.Word(each))
                            .toList()));
        }
        at++;
        return WordsAnalyzer.split(inside).isEmpty() ? null : counted(new Part.Phrase(inside));
    }

    /** A name before a colon, with something after it that is no blank, slash or colon. */
    private boolean isField(int start) {
        String name = text.substring(start, at - 1);
        boolean isName = !name.isEmpty() && name.chars().allMatch(Character::isLetter);
        return isName && !isAtEnd() && !Character.isWhitespace(peek()) && "/:)".indexOf(peek()) < 0;
    }

    private @Nullable Part inField(int start) {
        String name = text.substring(start, at - 1);
        Optional<BoxField> field = BoxField.named(name);
        if (field.isEmpty()) {
            findings.add(Finding.of(Rule.QUERY_UNKNOWN_FIELD, "/q/" + start, name, BoxField.NAMES));
            Part value = one();
            Part named = counted(new Part.Word(name));
            return value == null || named == null ? value : new Part.All(List.of(named, value));
        }
        if (peek() == '(' || isQuote(peek())) {
            Part inside = one();
            return inside == null ? null : new Part.In(field.get(), inside);
        }
        int value = at;
        while (!isAtEnd() && !Character.isWhitespace(peek()) && "()".indexOf(peek()) < 0) {
            at++;
        }
        Part part = word(value, text.substring(value, at), field.get());
        return part == null ? null : new Part.In(field.get(), part);
    }

    private @Nullable Part word(int start, String word, @Nullable BoxField field) {
        Part read = BoxWord.read(start, word, field, findings);
        return read == null ? null : counted(read);
    }

    private @Nullable Part counted(Part part) {
        int weight = part instanceof Part.Phrase phrase
                ? WordsAnalyzer.split(phrase.text()).size()
                : 1;
        parts += part instanceof Part.All several ? several.parts().size() : weight;
        if (parts > MOST_PARTS) {
            tooComplex();
            return null;
        }
        return part;
    }

    private void misplaced(String what, int where) {
        findings.add(Finding.of(Rule.QUERY_MISPLACED, "/q/" + where, what, String.valueOf(where + 1)));
    }

    private boolean takes(String operator) {
        blanks();
        if (!isWord(operator)) {
            return false;
        }
        at += operator.length();
        return true;
    }

    private boolean isWord(String operator) {
        int end = at + operator.length();
        return text.startsWith(operator, at)
                && (end == text.length()
                        || Character.isWhitespace(text.charAt(end))
                        || "()\"".indexOf(text.charAt(end)) >= 0);
    }

    private void blanks() {
        while (!isAtEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private boolean isAtEnd() {
        return at >= text.length();
    }

    /** The next character, or 0 at the end. */
    private char peek() {
        return isAtEnd() ? 0 : text.charAt(at);
    }

    private static boolean isQuote(char c) {
        return c != 0 && QUOTES.indexOf(c) >= 0;
    }
}
