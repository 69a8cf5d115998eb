/** The pages of duplicates: what waits and may be there already, and what was said of pairs. */
@NullMarked
package org.acervo.console.duplicates;

import org.jspecify.annotations.NullMarked;
