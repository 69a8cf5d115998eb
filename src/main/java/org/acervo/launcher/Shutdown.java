package org.acervo.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What must be stopped when this process ends, by itself or by a signal: one after the other, the last started first.
 *
 * <p>There is one shutdown hook for all of it, because the virtual machine runs several at the same time.
 */
final class Shutdown {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean begun;

    /** Makes an empty list that is worked off when the virtual machine ends. */
    static Shutdown install() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "Acervo shutdown"));
        return shutdown;
    }

    /**
     * Ends this process, in order, when the one that started it has ended. Maven does not pass on the signal that ends
     * it.
     */
    static void followParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(() -> endAfter(parent), "Acervo watches its parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    @Permitted("the end of the parent is the end of this process")
    private static void endAfter(ProcessHandle parent) {
        parent.onExit().join();
        System.exit(0);
    }

    /** Adds what must be stopped before all that was added earlier. If the end has begun, it is stopped now. */
    void first(Runnable step) {
        boolean late;
        synchronized (this) {
            late = begun;
            if (!late) {
                steps.push(step);
            }
        }
        if (late) {
            step.run();
        }
    }

    /** Whether the end has begun. */
    synchronized boolean begun() {
        return begun;
    }

    private void run() {
        for (Runnable step = next(); step != null; step = next()) {
            step.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        begun = true;
        return steps.poll();
    }
}
