package org.acervo.console.changes;

import java.util.List;
import org.acervo.console.publications.Difference;
import org.acervo.console.publications.Said;

/**
 * A change of many publications as its page shows it.
 *
 * @param what what is done, in words
 * @param status a code: {@code freezing}, {@code frozen}, {@code running}, {@code done}, {@code undoing}, {@code undone}
 * @param total how many publications were written down
 * @param done how many were looked at, out of {@code all}, while it is under way
 * @param counts of each outcome
 * @param previews how the first ones would change
 * @param seen how many of the first ones would change, and out of how many
 * @param told how many of these are public, so that harvesters are told of them
 * @param entries what became of the first publications, those that were refused first; without those that had nothing to
 *     change
 * @param problems why what was asked for was not done
 */
public record ChangeView(
        String id,
        String what,
        String status,
        String owner,
        String created,
        String total,
        long done,
        long all,
        List<Count> counts,
        List<Preview> previews,
        String seen,
        String told,
        List<Entry> entries,
        List<String> problems) {

    /** How many publications had an outcome. */
    public record Count(String name, String number) {}

    /** How one publication would change. */
    public record Preview(String id, Said title, List<Difference> changes) {}

    /** What became of one publication, and why. */
    public record Entry(String id, Said title, String outcome, List<String> why) {}

    /** A change in the list of all. */
    public record Line(String id, String what, String status, String owner, String created, String total) {}

    /** Something to choose. */
    public record Choice(String code, String name, boolean chosen) {}

    /**
     * The form of a new one.
     *
     * @param search the address of the search, without its question mark
     * @param picked ids that were chosen one by one; none means all hits
     * @param count how many publications it is about
     * @param old what is looked for, or replaced
     */
    public record Begin(
            String search,
            List<String> picked,
            String count,
            List<Choice> kinds,
            List<Choice> elements,
            List<Choice> collections,
            String value,
            String lang,
            String old,
            String oldLang,
            List<String> problems) {}
}
