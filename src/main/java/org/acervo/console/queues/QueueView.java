package org.acervo.console.queues;

import java.util.List;
import org.acervo.console.publications.Said;

/**
 * A queue as its page shows it; what is unknown is empty text.
 *
 * @param query of the queue, as it travels with the pages of publications
 * @param total how many there are
 * @param problems why what was asked for was not done
 * @param previous the way to the page before, or nothing
 * @param next the way to the page after, or nothing
 */
public record QueueView(
        List<Tab> tabs,
        String kind,
        String query,
        String total,
        List<String> problems,
        List<Choice> missions,
        List<Choice> types,
        List<Choice> holders,
        List<Choice> orders,
        List<Row> rows,
        String previous,
        String next) {

    /** A queue in the line of queues. */
    public record Tab(String name, String count, String link, boolean current) {}

    /** Something to choose. */
    public record Choice(String code, String name, boolean chosen) {}

    /**
     * A publication that waits.
     *
     * @param at the moment that the age is counted from
     * @param decision what was decided and by whom
     * @param mine whether the one who looks holds it
     * @param free whether nobody does and it can be taken
     */
    public record Row(
            String id,
            Said title,
            String state,
            String look,
            String age,
            String at,
            String mission,
            String type,
            List<String> languages,
            String decision,
            String holder,
            boolean mine,
            boolean free) {}
}
