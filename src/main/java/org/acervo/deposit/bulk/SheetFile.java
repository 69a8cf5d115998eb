package org.acervo.deposit.bulk;

import java.io.IOException;
import java.nio.file.Path;
import org.acervo.catalog.Refused;

/** A spreadsheet on the disk that can be read again and again. */
interface SheetFile {

    Path path();

    SheetFormat format();

    /**
     * Looks for what makes rows run together.
     *
     * @throws Refused where there is such a thing
     */
    default void check() throws IOException {}

    /** From the first row. */
    Sheet open() throws IOException;
}
