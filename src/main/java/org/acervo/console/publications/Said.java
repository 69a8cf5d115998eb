package org.acervo.console.publications;

import org.jspecify.annotations.Nullable;

/** A text with its language as a BCP 47 tag, or null where that is the page's or not known. */
public record Said(String text, @Nullable String lang) {}
