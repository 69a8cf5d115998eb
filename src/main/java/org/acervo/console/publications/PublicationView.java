package org.acervo.console.publications;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A publication as those who work on it see it.
 *
 * @param version the one that is shown, which a decision is made on
 * @param beside the state of the text that is worked on beside the public one, or null
 * @param gone why it was withdrawn, or null
 * @param address of its public page, or null where it has none
 * @param steps what may be done now
 * @param revised what the text that is worked on changes of the public one
 * @param work who works on it, for those who decide, or null
 * @param suspects publications that may be the same
 * @param picture for those who choose it, or null
 * @param queue the queue that the one who looks comes from, as its address says it, or nothing
 * @param asked the step whose refusal is shown, or nothing
 * @param typed what was typed for it
 * @param problems why it was refused
 */
public record PublicationView(
        String id,
        int version,
        Said title,
        String state,
        String look,
        @Nullable String beside,
        @Nullable String gone,
        @Nullable String address,
        List<Fact> facts,
        List<File> files,
        List<Problem> blocking,
        List<Problem> remarks,
        @Nullable Step returned,
        List<Step> history,
        Set<String> steps,
        List<Place> places,
        List<Similar> similar,
        List<Difference> revised,
        @Nullable Work work,
        List<Suspect> suspects,
        @Nullable Picture picture,
        String queue,
        String asked,
        Map<String, String> typed,
        List<String> problems) {

    /** What is said of one element. */
    public record Fact(String label, List<Said> values) {}

    /**
     * Who works on it.
     *
     * @param holder the name of who holds it, or nothing
     * @param free whether it can be taken
     */
    public record Work(String holder, boolean mine, boolean free) {}

    /**
     * What it is shown with.
     *
     * @param shown the address of the picture below the root, or nothing
     * @param alts of each language its tag and name, and what the picture shows
     */
    public record Picture(String shown, List<Map<String, String>> alts, String credit) {}

    /** A publication that may be the same, and in what it is alike. */
    public record Suspect(String id, Said title, String state, String look, List<String> why) {}

    /** @param size in words */
    public record File(String name, String link, String type, String size, String standing) {}

    /** @param field the member of the form that it is about, or nothing */
    public record Problem(String field, String label, String text) {}

    /** A publication that says much the same. */
    public record Similar(String id, Said title) {}

    /** A field for which a reason may be given. */
    public record Place(String pointer, String label) {}

    /** A reason that was given for a field. */
    public record Why(String label, String text) {}

    /** A step of the history, with the file that it was done to. */
    public record Step(
            String action,
            String at,
            String actor,
            @Nullable String onBehalfOf,
            @Nullable String reason,
            @Nullable String file,
            List<Why> why,
            List<Difference> changes) {}
}
