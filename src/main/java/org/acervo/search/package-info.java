/** Finds publications: the index that follows the database, the language of the search box, and pages of hits with counts. */
@NullMarked
package org.acervo.search;

import org.jspecify.annotations.NullMarked;
