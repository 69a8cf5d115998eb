package org.acervo.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.PublicationFile;
import org.acervo.files.Cover.Picture;
import org.acervo.vocabulary.Labels;

/**
 * Draws documents, one at a time, in a process of its own. Who chooses a picture waits for the document that is being
 * drawn, and not for a whole library. Thread-safe.
 */
final class Pen {

    private static final Logger LOG = Logger.getLogger(Pen.class.getName());

    /** Fair, so that who waits is next, whatever else is still to be drawn. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Contents contents;
    private final TextParserProcess process;
    private final long largest;

    /** @param largest how many bytes a document may have to be drawn */
    Pen(Contents contents, TextParserProcess process, long largest) {
        this.contents = contents;
        this.process = process;
        this.largest = largest;
    }

    /** The first page of a file as the cover of its publication; a note that there is none where it cannot be drawn. */
    Cover firstPage(HeldFile held) {
        return cover(held, false, Labels.same(""), "")
                .orElseGet(
                        () -> Cover.none(held.file().publication(), held.file().sha256()));
    }

    /** A file as the cover of its publication; empty where it cannot be drawn. */
    Optional<Cover> cover(HeldFile held, boolean chosen, Labels alt, String credit) {
        PublicationFile file = held.file();
        Path path = file.size() > largest ? null : contents.locate(held);
        if (path == null) {
            return Optional.empty();
        }
        try {
            Picture[] drawn = draw(path, file.mediaType());
            return drawn.length == 0
                    ? Optional.empty()
                    : Optional.of(Cover.drawn(file.publication(), file.sha256(), chosen, drawn, alt, credit));
        } catch (TextParserProcess.Died died) {
            LOG.log(Level.WARNING, "No picture can be made of the content {0}", file.sha256());
            return Optional.empty();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /**
     * The large and the small picture, or none.
     *
     * @throws TextParserProcess.Died where the document killed the process, or something else did
     * @throws IOException where no process can be started
     */
    Picture[] draw(Path path, String type) throws IOException {
        lock.lock();
        try {
            return process.draw(path, type);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the process until the next document. */
    void rest() {
        lock.lock();
        try {
            process.close();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the process at once, whatever it is drawing. */
    void drop() {
        process.close();
    }
}
