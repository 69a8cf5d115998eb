package org.acervo.launcher;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The arguments of a command that is about one thing.
 *
 * @param subject what it is about
 * @param values what was said by options, under the names that the repository has for them
 */
record Options(String subject, Map<String, String> values) {

    /**
     * Reads arguments in any order; a value stands behind its option, or joined to it by an equals sign.
     *
     * @param subject what the command is about, for whoever forgot it
     * @param valued the options with a value, each with the repository's name for it
     * @param flags the options without one; the repository's name is the same without hyphens
     * @throws Refusal if there is no such option, a value is missing or there is not one subject
     */
    static Options parse(
            String command, String subject, Map<String, String> valued, Set<String> flags, List<String> arguments)
            throws Refusal {
        Map<String, String> values = new TreeMap<>();
        String about = "";
        for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
            String[] words = left.next().split("=", 2);
            String option = words[0];
            if (valued.containsKey(option)) {
                values.put(valued.getOrDefault(option, option), value(option, words, left));
            } else if (flags.contains(option) && words.length == 1) {
                values.put(option.replaceFirst("^--", ""), "true");
            } else if (option.startsWith("-")) {
                throw Refusal.wrongUsage(command + " has no option " + option);
            } else if (!about.isEmpty() || words.length == 2) {
                throw Refusal.wrongUsage("%s takes one %s".formatted(command, subject));
            } else {
                about = checked(option);
            }
        }
        if (about.isBlank()) {
            throw Refusal.wrongUsage("%s takes one %s".formatted(command, subject));
        }
        return new Options(about, values);
    }

    private static String value(String option, String[] words, Iterator<String> left) throws Refusal {
        String value = words.length == 2 ? words[1] : left.hasNext() ? left.next() : "";
        if (value.isBlank() || words.length == 1 && value.startsWith("--")) {
            throw Refusal.wrongUsage(option + " needs a value");
        }
        return checked(value);
    }

    /** What goes to the repository is one line with tabs between. */
    private static String checked(String text) throws Refusal {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.wrongUsage("An argument holds a line break or another control character");
        }
        return text;
    }
}
