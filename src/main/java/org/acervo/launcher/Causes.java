package org.acervo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Why something failed that says so only in the log. It listens from its making to its closing, and keeps from the
 * terminal what others than the repository log meanwhile: long stack traces, of which one line matters.
 *
 * <p>The first exception in the log is the one that tells: those that follow come from what it left undone.
 */
final class Causes extends Handler implements AutoCloseable {
    private static final String OWN = "org.acervo";
    private static final int LONGEST = 400;

    private final Logger root = Logger.getLogger("");
    private final Map<Handler, Optional<Filter>> others = new LinkedHashMap<>();
    private final Formatter formatter = new SimpleFormatter();
    private final List<String> lines = new ArrayList<>();
    private @Nullable Throwable first;
    private String lastMessage = "nothing says why";

    private Causes() {}

    /** Begins to listen. */
    static Causes listen() {
        Causes causes = new Causes();
        for (Handler other : causes.root.getHandlers()) {
            causes.others.put(other, Optional.ofNullable(other.getFilter()));
            other.setFilter(Causes::isOwn);
        }
        causes.root.addHandler(causes);
        return causes;
    }

    /** The first cause, in one line. */
    synchronized String first() {
        return first == null ? lastMessage : told(first);
    }

    /** Writes all that was logged as a warning or worse. */
    synchronized void writeTo(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** The cause of the causes of {@code thrown}, in one line. */
    static String told(Throwable thrown) {
        Throwable cause = thrown;
        for (Throwable next = cause.getCause(); next != null && next != cause; next = cause.getCause()) {
            cause = next;
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String line = (cause.getClass().getSimpleName() + message)
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            lines.add(formatter.format(entry).stripTrailing());
        }
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            if (first == null) {
                first = entry.getThrown();
            }
            if (entry.getMessage() != null) {
                lastMessage = entry.getMessage();
            }
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root.removeHandler(this);
        others.forEach((other, filter) -> other.setFilter(filter.orElse(null)));
    }

    private static boolean isOwn(LogRecord entry) {
        return entry.getLoggerName() != null && entry.getLoggerName().startsWith(OWN);
    }
}
