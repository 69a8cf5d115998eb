package org.acervo.deposit.bulk;

import java.io.IOException;
import java.nio.file.Path;

/** A spreadsheet on the disk that can be read again and again. */
interface SheetFile {

    /** What a spreadsheet may be. */
    enum Format {
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("csv", "text/csv");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        String extension() {
            return extension;
        }

        String mediaType() {
            return mediaType;
        }
    }

    Path path();

    Format format();

    /** From the first row. */
    Sheet open() throws IOException;
}
