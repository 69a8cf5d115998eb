package org.acervo.deposit.bulk;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does work side by side, a few pieces at a time. Work is given by one thread. */
final class Lanes {

    private static final int COUNT = 4;

    private final Executor executor;
    private final Semaphore free = new Semaphore(COUNT);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Lanes(Executor executor) {
        this.executor = executor;
    }

    /** Begins a piece of work as soon as there is a free lane; throws what an earlier piece has thrown. */
    void begin(Runnable work) {
        free.acquireUninterruptibly();
        try {
            rethrow();
            executor.execute(() -> run(work));
        } catch (RuntimeException | Error notBegun) {
            free.release();
            throw notBegun;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failed) { // thrown again where the work was given
            failure.compareAndSet(null, failed);
        } finally {
            free.release();
        }
    }

    /** Waits for all that was begun, whatever has become of it. */
    void await() {
        free.acquireUninterruptibly(COUNT);
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
