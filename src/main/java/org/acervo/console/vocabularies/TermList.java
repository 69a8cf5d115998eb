package org.acervo.console.vocabularies;

import java.util.List;

/**
 * The terms of a vocabulary.
 *
 * @param q what labels and codes must have in them
 * @param behind whether counts say too little because the index is catching up
 * @param previous the address of the page before, or nothing
 * @param next the address of the next page, or nothing
 */
public record TermList(
        List<TermView.Tab> tabs,
        String list,
        String title,
        String q,
        List<Row> rows,
        String total,
        boolean behind,
        String previous,
        String next) {

    /**
     * A term.
     *
     * @param note where it comes from and what became of it, in words; nothing where it is as delivered
     * @param search the address of the search that finds what uses it
     */
    public record Row(
            String code, String label, String note, boolean retired, String all, String published, String search) {}
}
