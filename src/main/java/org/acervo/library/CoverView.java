package org.acervo.library;

/**
 * A picture as pages show it.
 *
 * @param small the address of the smaller size, relative to the page
 * @param large that of the larger one
 * @param alt in the language of the page; may be empty where the picture only repeats what is said beside it
 * @param chosen whether a person chose it
 */
public record CoverView(
        String small,
        int smallWidth,
        int smallHeight,
        String large,
        int largeWidth,
        int largeHeight,
        String alt,
        String credit,
        boolean chosen) {}
