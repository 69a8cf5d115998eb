package org.acervo.site;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public page that staff write for, by its path below the root: {@code home}, {@code about}, {@code news}, or
 * {@code themes/}, {@code missions/}, {@code collections/} or {@code series/} and a code.
 */
public record SitePage(String path) {

    private static final Pattern FORM =
            Pattern.compile("home|about|news|(themes|missions|collections|series)/[\\p{L}\\p{N}_.-]{1,250}");

    /** The front page. */
    public static final SitePage HOME = new SitePage("home");

    /** The page about the programme. */
    public static final SitePage ABOUT = new SitePage("about");

    public SitePage {
        if (!FORM.matcher(path).matches()) {
            throw new IllegalArgumentException("No page: " + path);
        }
    }

    /** The page of a path; empty where it cannot be one. */
    public static Optional<SitePage> of(String path) {
        return FORM.matcher(path).matches() ? Optional.of(new SitePage(path)) : Optional.empty();
    }

    /** Whether staff give it its name: that of any other page stands in a vocabulary or is the product's own. */
    public boolean isNamed() {
        return path.startsWith("series/");
    }
}
