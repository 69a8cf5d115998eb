package org.acervo.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which request works on which upload: one at a time. A request that only waits for bytes, as one does whose line has
 * dropped without a word, lets go of its upload as soon as another wants it; it may not touch it from then on. This holds
 * within one process, which is what owns the data. Thread-safe.
 */
final class PartLocks implements UploadLockingService {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Map<UploadId, Hold> holds = new HashMap<>();
    private final long grace;
    private final long patience;

    PartLocks() {
        this(GRACE, PATIENCE);
    }

    /**
     * @param grace how long a request may still end by itself what it has begun
     * @param patience how long one waits for another that does not only wait for bytes
     */
    PartLocks(Duration grace, Duration patience) {
        this.grace = grace.toNanos();
        this.patience = patience.toNanos();
    }

    /**
     * Takes an upload for one request.
     *
     * @throws Refused with {@link Rule#UPLOAD_LOCKED} where another request does not let go of it
     * @throws InterruptedIOException where the server stops
     */
    synchronized Hold take(UploadId id) throws InterruptedIOException {
        long begin = System.nanoTime();
        for (Hold other = holds.get(id); other != null; other = holds.get(id)) {
            long waited = System.nanoTime() - begin;
            other.wanted |= waited >= grace;
            if (other.wanted && other.waitsForBytes) {
                break;
            }
            if (waited >= patience) {
                throw locked();
            }
            await();
        }
        Hold mine = new Hold(id);
        holds.put(id, mine);
        return mine;
    }

    private void await() throws InterruptedIOException {
        try {
            wait(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server stops");
        }
    }

    /** What was taken last of an upload, and not yet given back. */
    synchronized Hold held(UploadId id) {
        Hold hold = holds.get(id);
        if (hold == null) {
            throw new IllegalStateException("Nobody holds " + id);
        }
        return hold;
    }

    private static Refused locked() {
        return new Refused(Finding.of(Rule.UPLOAD_LOCKED, "", null));
    }

    /** That a request has an upload to itself, until it is closed. */
    final class Hold implements AutoCloseable {

        private final UploadId id;
        private boolean waitsForBytes;
        private boolean wanted;

        private Hold(UploadId id) {
            this.id = id;
        }

        UploadId id() {
            return id;
        }

        /**
         * Waits for the next bytes of a part, as {@link InputStream#read(byte[])} does.
         *
         * @throws Refused with {@link Rule#UPLOAD_LOCKED} where another request has taken the upload meanwhile, with
         *     {@link Rule#UPLOAD_BROKE_OFF} where nothing more comes
         */
        int read(InputStream part, byte[] into) {
            offer();
            try {
                return part.read(into);
            } catch (IOException brokeOff) {
                throw new Refused(Finding.of(Rule.UPLOAD_BROKE_OFF, "", null));
            } finally {
                keep();
            }
        }

        private void offer() {
            synchronized (PartLocks.this) {
                if (wanted) {
                    close();
                    throw locked();
                }
                waitsForBytes = true;
            }
        }

        private void keep() {
            synchronized (PartLocks.this) {
                waitsForBytes = false;
                if (holds.get(id) != this) {
                    throw locked();
                }
            }
        }

        @Override
        public void close() {
            synchronized (PartLocks.this) {
                holds.remove(id, this);
                PartLocks.this.notifyAll();
            }
        }
    }

    @Override
    public synchronized boolean isLocked(UploadId id) {
        return holds.containsKey(id);
    }

    /** Nothing more: whoever asks the library works on the upload alone already. */
    @Override
    public @Nullable UploadLock lockUploadByUri(String address) {
        return null;
    }

    @Override
    public void cleanupStaleLocks() {
        // they end with their requests
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        // addresses are read by others
    }
}
