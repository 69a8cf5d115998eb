package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;

/** Where the files of rows go. Thread-safe. */
interface RowFiles {

    /** A content that was taken in and may be attached as long as this is open. */
    interface Taken extends AutoCloseable {

        @Override
        void close();
    }

    /** What attaching has done. */
    record Attached(boolean changed, List<Finding> findings) {}

    /**
     * Takes a content in, outside of any transaction, for it takes its time.
     *
     * @param size in bytes
     * @throws org.acervo.catalog.Refused where such a file is not taken
     */
    Taken take(String name, long size, InputStream content) throws IOException;

    /**
     * Attaches a content within the transaction that is under way.
     *
     * @throws org.acervo.catalog.Refused where that is not possible
     */
    Attached attach(Actor actor, PublicationId publication, Taken content, FileWish wish);
}
