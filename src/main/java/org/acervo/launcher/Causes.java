package org.acervo.launcher;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Why something failed that says so only in the log. It listens from its making to its closing.
 *
 * <p>The first exception in the log is the one that tells: those that follow come from what it left undone.
 */
final class Causes extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private @Nullable Throwable first;
    private String lastMessage = "the log says why";

    /** Begins to listen. */
    static Causes listen() {
        Causes causes = new Causes();
        causes.root.addHandler(causes);
        return causes;
    }

    /** The first cause, in one line. */
    synchronized String first() {
        return first == null ? lastMessage : told(first);
    }

    /** The cause of the causes of {@code thrown}, in one line. */
    static String told(Throwable thrown) {
        Throwable cause = thrown;
        for (Throwable next = cause.getCause(); next != null && next != cause; next = cause.getCause()) {
            cause = next;
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return (cause.getClass().getSimpleName() + message)
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (entry.getLevel().intValue() < Level.SEVERE.intValue()) {
            return;
        }
        if (first == null) {
            first = entry.getThrown();
        }
        if (entry.getMessage() != null) {
            lastMessage = entry.getMessage();
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
