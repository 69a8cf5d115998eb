/**
 * Deposits by spreadsheet: reading sheets and archives as people send them, jobs of many rows in which each row is a
 * transaction, the same sheet as the answer, and the template.
 */
@NullMarked
package org.acervo.deposit.bulk;

import org.jspecify.annotations.NullMarked;
