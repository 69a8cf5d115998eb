package org.acervo.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The person's side of a command: results go to standard output, progress and complaints to standard error.
 *
 * <p>Safe for several threads.
 */
final class Terminal {
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private boolean unfinishedLine;
    private long lastProgress = System.nanoTime() - QUIET.toNanos();

    /** @param interactive whether {@code err} is a terminal, on which a line can be written over */
    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** The terminal of this process, in UTF-8 whatever the platform's charset. */
    static Terminal ofProcess() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), errorIsTerminal());
    }

    /** Prints a result. */
    synchronized void say(String line) {
        endProgress();
        out.println(line);
        out.flush();
    }

    /** Prints a complaint. */
    synchronized void complain(String line) {
        endProgress();
        err.println(line);
        err.flush();
    }

    /**
     * Shows how far the work is: always in the same line of a terminal; elsewhere, say in a log, a new line every few
     * seconds at most.
     */
    synchronized void progress(String line) {
        if (interactive) {
            err.print(CLEAR_LINE + line);
            unfinishedLine = true;
        } else if (System.nanoTime() - lastProgress >= QUIET.toNanos()) {
            err.println(line);
            lastProgress = System.nanoTime();
        }
        err.flush();
    }

    private void endProgress() {
        if (unfinishedLine) {
            err.println();
            err.flush();
            unfinishedLine = false;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    private static boolean errorIsTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noProc) {
            return false;
        }
    }
}
