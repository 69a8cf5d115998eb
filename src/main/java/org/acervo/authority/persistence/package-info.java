/** The edits of terms in the database. */
@NullMarked
package org.acervo.authority.persistence;

import org.jspecify.annotations.NullMarked;
