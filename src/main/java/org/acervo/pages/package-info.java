/** What all pages for people share: the frame around them, their words, their language, style sheet and headers, and the engine that fills templates. */
@NullMarked
package org.acervo.pages;

import org.jspecify.annotations.NullMarked;
