package org.acervo.publishing;

import java.util.List;
import org.acervo.catalog.Finding;

/**
 * What an import did.
 *
 * @param lines that were read, blank ones not counted
 * @param unchanged lines equal to their last import
 */
public record ImportReport(long lines, long created, long updated, long unchanged, long refused) {

    /** Nothing yet. */
    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, 0);

    /** Both together. */
    ImportReport plus(ImportReport more) {
        return new ImportReport(
                lines + more.lines,
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                refused + more.refused);
    }

    /** Hears of an import while it runs; called from one thread at a time. */
    public interface Listener {

        /** A line was refused, for these findings. */
        void refused(long line, List<Finding> findings);

        /** So much was done. */
        void progress(ImportReport soFar);
    }
}
