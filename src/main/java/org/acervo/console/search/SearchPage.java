package org.acervo.console.search;

import java.util.List;
import org.acervo.pages.YearBar;
import org.acervo.search.FilePassage;
import org.acervo.search.Run;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits as its template shows it. Links are queries of the page's own address; numbers and labels are in the
 * reader's words.
 *
 * @param text what was typed
 * @param meant what was probably meant, or nothing
 * @param meantLink the search for that
 * @param alsoFound other words that were looked for
 * @param problems what is wrong with what was typed
 * @param allLink the same without anything ticked; nothing where nothing is
 * @param next the following page, or nothing
 * @param preview the hit that is shown beside the list, or null
 * @param changes whether the one who looks may change many at once
 */
public record SearchPage(
        String text,
        String from,
        String to,
        String total,
        String millis,
        boolean catchingUp,
        String meant,
        String meantLink,
        String alsoFound,
        List<String> problems,
        List<Group> groups,
        List<YearBar> years,
        List<Order> orders,
        List<Row> rows,
        List<Choice> hindrances,
        List<Choice> exports,
        String allLink,
        String next,
        Saving saving,
        @Nullable Preview preview,
        boolean changes) {

    /**
     * The searches that are kept, and what it takes to keep this one.
     *
     * @param query of this search
     * @param own those of the reader, and what others share
     * @param shares whether the reader may share
     */
    public record Saving(String query, List<Kept> own, boolean shares) {}

    /**
     * A search that is kept.
     *
     * @param note who shares it, or nothing
     */
    public record Kept(String name, String link, String note, boolean current) {}

    /**
     * A facet.
     *
     * @param parameter of the address
     * @param shown the values that are always seen
     * @param more the others
     */
    public record Group(String parameter, String name, List<Value> shown, List<Value> more) {}

    /** A value of a facet that can be ticked. */
    public record Value(String code, String label, String count, boolean chosen) {}

    /** A link with its name. */
    public record Choice(String name, String link) {}

    /** An order of hits, by the code that addresses have. */
    public record Order(String code, String name, boolean current) {}

    /**
     * A hit; what is unknown is empty text.
     *
     * @param held who works on what waits for a decision, in words
     */
    public record Row(
            String id,
            String lang,
            List<Run> title,
            String snippetLang,
            List<Run> snippet,
            String state,
            String look,
            String mission,
            String type,
            String date,
            List<String> languages,
            String files,
            String held,
            List<FilePassage> passages,
            String previewLink,
            boolean previewed) {}
}
