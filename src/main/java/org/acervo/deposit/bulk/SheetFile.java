package org.acervo.deposit.bulk;

import java.io.IOException;
import java.nio.file.Path;

/** A spreadsheet on the disk that can be read again and again. */
interface SheetFile {

    Path path();

    SheetFormat format();

    /** From the first row. */
    Sheet open() throws IOException;
}
