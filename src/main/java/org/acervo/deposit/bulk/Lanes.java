package org.acervo.deposit.bulk;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does work side by side, a few pieces at a time. Work is given by one thread. A lane takes one thread until the end and piece
 * after piece: to begin something in the container costs more than many a piece.
 */
final class Lanes implements AutoCloseable {

    private static final int COUNT = 4;

    private static final Runnable END = () -> {};

    private final Executor executor;
    private final Semaphore free = new Semaphore(COUNT);
    private final BlockingQueue<Runnable> given = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private int open;

    Lanes(Executor executor) {
        this.executor = executor;
    }

    /**
     * Begins a piece of work as soon as there is a free lane; throws what an earlier piece has thrown.
     *
     * @throws RejectedExecutionException where there is no thread for even one lane
     */
    void begin(Runnable work) {
        free.acquireUninterruptibly();
        try {
            rethrow();
            if (open < COUNT) {
                open();
            }
        } catch (RuntimeException | Error notBegun) {
            free.release();
            throw notBegun;
        }
        given.add(work);
    }

    private void open() {
        try {
            executor.execute(this::lane);
            open++;
        } catch (RejectedExecutionException busy) {
            if (open == 0) {
                throw busy;
            }
        }
    }

    private void lane() {
        for (Runnable work = next(); work != END; work = next()) {
            try {
                work.run();
            } catch (RuntimeException | Error failed) { // thrown again where the work was given
                failure.compareAndSet(null, failed);
            } finally {
                free.release();
            }
        }
    }

    /** What was given must be done, or whoever gave it would wait for ever. */
    private Runnable next() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return given.take();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for all that was begun, whatever has become of it, and ends the lanes. */
    @Override
    public void close() {
        free.acquireUninterruptibly(COUNT);
        for (; open > 0; open--) {
            given.add(END);
        }
        free.release(COUNT);
    }

    /** Throws what a piece of work has thrown. */
    void rethrow() {
        Throwable failed = failure.get();
        if (failed instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failed instanceof Error error) {
            throw error;
        }
    }
}
