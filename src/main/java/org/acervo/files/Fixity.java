package org.acervo.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.PublicationFile;

/**
 * Reads every content again from time to time, slowly, and compares it with its SHA-256. It remembers in the database what
 * was read when, so it goes on where it was. Only one runs at a time; its findings can be asked for by all.
 */
public final class Fixity {

    private static final Logger LOG = Logger.getLogger(Fixity.class.getName());
    private static final int BLOCK = 20;
    private static final int BUFFER = 1 << 18;

    private final Preservations preservations;
    private final Contents contents;
    private final Duration interval;
    private final long bytesPerSecond;
    private volatile List<PublicationFile> damaged = List.of();

    /**
     * @param interval how often each content is read
     * @param bytesPerSecond how fast, at most
     */
    Fixity(Preservations preservations, Contents contents, Duration interval, long bytesPerSecond) {
        this.preservations = preservations;
        this.contents = contents;
        this.interval = interval;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Reads what is due. */
    public synchronized void run() {
        List<Preservations.Checked> due = preservations.unchecked(interval, BLOCK);
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            due.forEach(this::check);
            damaged = preservations.damaged();
            due = preservations.unchecked(interval, BLOCK);
        }
        damaged = preservations.damaged();
    }

    /** The files whose content was not as it should be when it was read last; none before the first run. */
    public List<PublicationFile> damaged() {
        return damaged;
    }

    private void check(Preservations.Checked due) {
        PublicationFile file = due.file();
        String fault = fault(due);
        if (Thread.currentThread().isInterrupted()) {
            return; // what could not be read to its end says nothing
        }
        if (!fault.isEmpty()) {
            LOG.log(Level.SEVERE, "The file {0} of publication {1} is damaged: {2}", new Object[] {
                file.name(), file.publication(), fault
            });
        }
        preservations.checked(file, !fault.isEmpty());
    }

    /** What is wrong with a content, or nothing. */
    private String fault(Preservations.Checked due) {
        try (FileChannel content =
                contents.open(new HeldFile(due.file(), "", due.location().orElse(null), false))) {
            String found = sha256(content);
            return found.equals(due.file().sha256()) ? "" : "its SHA-256 is " + found;
        } catch (IOException | UncheckedIOException lost) {
            return "it cannot be read (" + lost + ")";
        }
    }

    private String sha256(FileChannel content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            long begin = System.nanoTime();
            long read = 0;
            int n;
            while ((n = content.read(buffer)) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
                read += n;
                rest(begin, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Waits until so much may have been read. */
    private void rest(long begin, long read) throws IOException {
        long ahead = read * 1_000 / bytesPerSecond - (System.nanoTime() - begin) / 1_000_000;
        if (ahead > 0) {
            try {
                Thread.sleep(ahead);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The server stops");
            }
        }
    }
}
