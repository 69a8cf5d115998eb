package org.acervo.deposit.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What a column of a sheet holds.
 *
 * @param lang the language of its texts, or null where its heading names none
 */
record Column(ColumnName name, @Nullable String lang) {}
