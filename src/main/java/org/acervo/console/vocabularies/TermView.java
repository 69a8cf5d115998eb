package org.acervo.console.vocabularies;

import java.util.List;

/**
 * The page of a term, or of a new one.
 *
 * @param list the code of its vocabulary
 * @param heading what it is called, or that it is new
 * @param fresh whether it is new
 * @param number what an edit is made to
 * @param used how many publications use it, in words; empty for a new one
 * @param search the address of the search that finds them; empty where there is none
 * @param origin where it comes from, in words
 * @param changed whether it can be given back to the files
 * @param retired whether it may no longer be used
 * @param successor what took its place, or nothing
 * @param change the change of many publications that this began, or nothing
 * @param left how many publications still use a retired one that has a successor, or nothing
 * @param effect what saving it would do, or nothing where that was not asked for
 * @param retirement what retiring it would do, or nothing where that was not asked for
 * @param successors what can take its place; empty where it cannot be retired
 */
public record TermView(
        List<Tab> tabs,
        String list,
        String heading,
        boolean fresh,
        String code,
        String number,
        String used,
        String search,
        String origin,
        boolean changed,
        boolean retired,
        String successor,
        String change,
        String left,
        String effect,
        String retirement,
        List<Choice> successors,
        boolean retirable,
        Form form,
        List<String> problems) {

    /** Another vocabulary. */
    public record Tab(String link, String name, boolean current) {}

    /** Something to choose. */
    public record Choice(String code, String name, boolean chosen) {}

    /** A language of the interface with what the term says in it. */
    public record Words(String tag, String language, String label, String description) {}

    /**
     * What is typed.
     *
     * @param likes broader types, none where the mapping stays
     * @param mapping how a type is mapped, or nothing
     */
    public record Form(
            List<Words> words,
            List<Choice> likes,
            String mapping,
            String acronym,
            String aliases,
            List<Choice> kinds,
            String country,
            String ror,
            String marc) {}
}
