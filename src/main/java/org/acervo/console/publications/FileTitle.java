package org.acervo.console.publications;

/** The title that a draft has as long as nothing is known of it but the name of its file. */
public final class FileTitle {

    private static final int LONGEST = 300;

    private FileTitle() {}

    /** What can be read of a name: without its extension, and with blanks where names have none; never empty. */
    public static String of(String name) {
        int dot = name.lastIndexOf('.');
        String bare = dot > 0 ? name.substring(0, dot) : name;
        String title = bare.replaceAll("[\\s_+\\p{Cntrl}]+|(?<=\\p{L})-(?=\\p{L})", " ")
                .strip();
        String kept = title.isEmpty() ? name.strip() : title;
        String shown = kept.isEmpty() ? "?" : kept;
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST));
    }
}
