package org.acervo.search;

import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the index anew when somebody asks, once at a time, while searches go on. Thread-safe. */
public class Reindexing {

    private static final Logger LOG = Logger.getLogger(Reindexing.class.getName());

    /**
     * How far it is.
     *
     * @param running whether it goes on
     * @param done how many publications
     * @param total how many there were when it began, about
     * @param by who asked for it last; empty where nobody has since the start of the server
     * @param began when, or null
     * @param ended when, or null
     * @param failed whether it ended before its end
     */
    public record Progress(
            boolean running,
            long done,
            long total,
            String by,
            @Nullable Instant began,
            @Nullable Instant ended,
            boolean failed) {

        static final Progress NONE = new Progress(false, 0, 0, "", null, null, false);

        /** From 0 to 100. */
        public int percent() {
            return total == 0 ? running ? 0 : 100 : (int) Math.min(100, 100 * done / total);
        }
    }

    private final Indexer indexer;
    private final Clock clock;
    private volatile Progress progress = Progress.NONE;

    Reindexing(Indexer indexer, Clock clock) {
        this.indexer = indexer;
        this.clock = clock;
    }

    public Progress progress() {
        return progress;
    }

    /**
     * Begins, unless it goes on already.
     *
     * @param by who asks
     * @param total how many publications there are, about
     * @return whether it was begun
     */
    public synchronized boolean begin(String by, long total) {
        if (progress.running()) {
            return false;
        }
        progress = new Progress(true, 0, total, by, clock.instant(), null, false);
        Thread thread = new Thread(this::run, "reindexing");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    private void run() {
        boolean whole = false;
        try {
            note(indexer.reindex(so -> note(so, true, false)), true, false);
            whole = true;
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The index was not made anew to the end", failure);
        } finally { // whatever it ends with, an error too, it can be asked for again
            note(progress.done(), false, !whole);
        }
    }

    private void note(long done, boolean running, boolean failed) {
        Progress old = progress;
        Instant ended = running ? null : clock.instant();
        progress = new Progress(running, done, Math.max(done, old.total()), old.by(), old.began(), ended, failed);
    }
}
