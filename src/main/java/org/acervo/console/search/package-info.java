/** The search page of the console: the box, what narrows it, the hits, and the hits as a file. */
@NullMarked
package org.acervo.console.search;

import org.jspecify.annotations.NullMarked;
