package org.acervo.console.discoverability;

import java.util.List;

/**
 * What the page shows; numbers are written as the reader writes them.
 *
 * @param mission the code of the one that is looked at closely, or nothing for all
 * @param name of that mission, or nothing
 * @param guides the codes of the guides, in the order of the columns
 * @param more the address of the next documents to mend, or nothing
 */
public record DiscoverabilityPage(
        String mission,
        String name,
        boolean catchingUp,
        List<String> guides,
        List<Line> lines,
        List<Missing> missing,
        List<Document> documents,
        String more) {

    /**
     * One mission, or all of them.
     *
     * @param link to the same page for it
     * @param scores the whole, then guide by guide
     */
    public record Line(String name, String link, boolean current, String documents, List<Score> scores) {}

    /**
     * A share of what is asked for.
     *
     * @param percent 0 to 100
     * @param text the same, as the reader writes it
     */
    public record Score(int percent, String text) {}

    /**
     * A trait that documents lack.
     *
     * @param guides codes
     * @param link to a search for these documents
     */
    public record Missing(String trait, List<String> guides, String count, String link) {}

    /** A document that lacks something. */
    public record Document(String id, String title, String lang, Score score, List<Repair> repairs) {}

    /**
     * What is to be mended.
     *
     * @param link to the place where it is
     */
    public record Repair(String trait, String link) {}
}
