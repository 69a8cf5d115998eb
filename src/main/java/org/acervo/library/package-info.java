/** The public library: the front page, a page for each publication with what it relates to, and tombstones of those withdrawn. */
@NullMarked
package org.acervo.library;

import org.jspecify.annotations.NullMarked;
