/** How packages of tables speak with the database: plain statements, times in UTC, and what its failures mean. */
@NullMarked
package org.acervo.sql;

import org.jspecify.annotations.NullMarked;
