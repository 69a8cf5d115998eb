package org.acervo.console.publications;

import java.util.List;

/**
 * What a mission's officer comes for: what waits for them, what others have, what the public sees.
 *
 * @param sections those that have anything, the most urgent first
 * @param total all publications that they work on, as a number in words
 * @param behind whether the newest changes may be missing among what is counted
 */
public record Overview(List<Section> sections, String total, boolean behind) {

    /**
     * Publications of one kind.
     *
     * @param key of its title
     * @param count how many there are, as a number in words
     * @param all the way to the list of all, or nothing where all are shown
     */
    public record Section(String key, String title, String count, String all, List<Item> items) {}

    /**
     * A publication.
     *
     * @param look the class of its state
     * @param facts mission, age and the like, in words
     * @param reason why it was returned, or nothing
     * @param remarks why, by field
     * @param missing what still keeps it from being published
     * @param step the way to what is to be done, below the console, or nothing
     * @param name of that
     */
    public record Item(
            String id,
            Said title,
            String state,
            String look,
            List<String> facts,
            String reason,
            List<Remark> remarks,
            List<String> missing,
            String step,
            String name) {}

    /** What was said of a field. */
    public record Remark(String field, String text) {}
}
