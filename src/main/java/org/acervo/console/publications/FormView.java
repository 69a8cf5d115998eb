package org.acervo.console.publications;

import java.util.List;
import org.acervo.console.publications.PublicationView.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The form of a publication's metadata.
 *
 * @param id of the publication, or null of one that is new
 * @param action where the form is sent, below the root of the console
 * @param version the one that was seen when the form was opened
 * @param problems all that must be mended before what was asked for can be done
 * @param conflict what somebody else has changed meanwhile, from theirs to what was typed; null where nobody has
 * @param returned why it was returned, or null
 * @param autosaves whether what is typed may be kept at once
 * @param proposes whether something in it was proposed by a file
 * @param reading the way to look again, where a file is still being read
 * @param published whether saving changes what the public sees, at once or after approval
 * @param queue the queue that the one who edits comes from, or nothing
 * @param approves whether it can be published from here
 */
public record FormView(
        @Nullable String id,
        String action,
        int version,
        List<Problem> problems,
        @Nullable List<Difference> conflict,
        @Nullable String returned,
        boolean published,
        boolean autosaves,
        boolean proposes,
        @Nullable String reading,
        String queue,
        boolean approves,
        List<Section> sections,
        List<Choice> tongues) {

    /** @param open whether something is in it already */
    public record Section(String label, boolean open, List<Entry> entries) {}

    /**
     * An element.
     *
     * @param kind {@code choice}, {@code boxes} or {@code rows}
     * @param why for which reason it was returned, or null
     * @param more whether it may have another value
     * @param proposed whether its values come from a file and nobody has confirmed them
     */
    public record Entry(
            String member,
            String label,
            @Nullable String hint,
            String kind,
            boolean required,
            List<Choice> choices,
            List<Row> rows,
            boolean more,
            List<Problem> problems,
            @Nullable String why,
            boolean proposed) {}

    /** Something to choose. */
    public record Choice(String code, String label, boolean chosen) {}

    /**
     * One value.
     *
     * @param name of its field
     * @param lang null where it has no language
     */
    public record Row(
            String name, String value, @Nullable String lang, boolean tall, List<Part> parts, List<String> problems) {}

    /** What is said beside a value; by choice where there are choices. */
    public record Part(String name, String label, String value, List<Choice> choices) {}
}
