package org.acervo.library;

import org.jspecify.annotations.Nullable;

/**
 * A picture as pages show it.
 *
 * @param small the address of the smaller size, relative to the page
 * @param large that of the larger one
 * @param altLang the language of the alternative text where it is not that of the page, or null
 * @param alt in the language of the page if there is one; may be empty where the picture only repeats what is said beside it
 * @param chosen whether a person chose it
 */
public record CoverView(
        String small,
        int smallWidth,
        int smallHeight,
        String large,
        int largeWidth,
        int largeHeight,
        @Nullable String altLang,
        String alt,
        String credit,
        boolean chosen) {}
