/** Publications in the console: one's own, one with its files, history and decisions, and the form of its metadata. */
@NullMarked
package org.acervo.console.publications;

import org.jspecify.annotations.NullMarked;
