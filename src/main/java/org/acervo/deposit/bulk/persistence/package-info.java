/** The jobs of deposits by spreadsheet, and their rows, in MariaDB. */
@NullMarked
package org.acervo.deposit.bulk.persistence;

import org.jspecify.annotations.NullMarked;
