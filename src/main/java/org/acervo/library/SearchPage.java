package org.acervo.library;

import java.util.List;
import org.acervo.pages.YearBar;

/**
 * A page of hits as its template shows it; numbers and labels are in the reader's words.
 *
 * @param text what was typed
 * @param total how many there are, in words
 * @param meant what was probably meant, or nothing
 * @param alsoFound other words that were looked for, or nothing
 * @param problems what is wrong with what was typed
 * @param chosen what narrows the search, each with the search without it
 * @param all the same search without anything that narrows it
 * @param kept all arguments of the address but the place, for forms
 * @param first the first page, or nothing where this is it
 * @param next the following page, or nothing
 * @param feed the same search for feed readers
 */
public record SearchPage(
        String text,
        String from,
        String to,
        String total,
        boolean catchingUp,
        Choice meant,
        String alsoFound,
        List<Problem> problems,
        List<Choice> chosen,
        String all,
        List<Group> groups,
        List<YearBar> years,
        List<Order> orders,
        List<Argument> kept,
        List<Card> cards,
        List<Choice> hindrances,
        String first,
        String next,
        String feed) {

    /** A link with its name; both may be nothing. */
    public record Choice(String name, String link) {
        static final Choice NONE = new Choice("", "");
    }

    /** A problem, and what was typed up to its place, there and after it; nothing where it has no place. */
    public record Problem(String text, String before, String at, String after) {}

    /** An argument of the address. */
    public record Argument(String name, String value) {}

    /**
     * A facet.
     *
     * @param shown the values that are always seen
     * @param more the others
     */
    public record Group(String name, List<Tick> shown, List<Tick> more) {}

    /** A value of a facet; its link takes it in, or out where it is chosen. */
    public record Tick(String label, String count, boolean chosen, String link) {}

    /** An order of hits. */
    public record Order(String name, String link, boolean current) {}
}
