package org.acervo.deposit.bulk;

import java.io.Closeable;
import java.io.IOException;
import org.acervo.catalog.Refused;
import org.jspecify.annotations.Nullable;

/** A sheet that is read from its first row to its last, in constant memory. Not thread-safe. */
interface Sheet extends Closeable {

    /** The most rows, the one of the headings not counted. */
    int MOST_ROWS = 100_000;

    /** The most columns. */
    int MOST_COLUMNS = 200;

    /** The longest cell, in UTF-16 units. */
    int LONGEST_CELL = 200_000;

    /**
     * The next row that is not blank, or null after the last.
     *
     * @throws Refused where the sheet cannot be read on
     */
    @Nullable
    SheetRow next() throws IOException;
}
