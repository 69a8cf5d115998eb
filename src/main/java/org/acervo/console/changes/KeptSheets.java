package org.acervo.console.changes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that were tried and may be carried out: of each account the last one, on the disk of this server, for an hour, and
 * only as long as they are of a reasonable size. Nothing has a name that a stranger has chosen. Thread-safe.
 */
final class KeptSheets {

    private static final Logger LOG = Logger.getLogger(KeptSheets.class.getName());
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String NAME = ".name";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int LONGEST_NAME = 200;

    private final Path folder;
    private final long most;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param most the bytes of the largest file that is kept */
    KeptSheets(Path folder, long most, Clock clock) {
        this.folder = folder;
        this.most = most;
        this.clock = clock;
    }

    /** A file that was kept. */
    record Kept(Path file, String name) {}

    /** Reads what somebody else reads too, and keeps it. */
    final class Copying extends FilterInputStream {

        private final @Nullable OutputStream out;
        private final String id;
        private final Path file;
        private long size;
        private boolean broken;

        private Copying(InputStream in, String id, Path file, @Nullable OutputStream out) {
            super(in);
            this.id = id;
            this.file = file;
            this.out = out;
        }

        /** Whether there is all of it; empty where it is too large or the disk would not have it. */
        Optional<String> kept() throws IOException {
            byte[] rest = new byte[1 << 13];
            int read = 0;
            while (read >= 0 && isWhole()) {
                read = read(rest, 0, rest.length);
            }
            if (out != null) {
                out.close();
            }
            if (!isWhole()) {
                forget(file);
                return Optional.empty();
            }
            return Optional.of(id);
        }

        private boolean isWhole() {
            return out != null && !broken && size <= most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read > 0) {
                size += read;
                write(bytes, from, read);
            }
            return read;
        }

        /** A full disk must not stop the trial. */
        private void write(byte[] bytes, int from, int length) {
            if (out != null && isWhole()) {
                try {
                    out.write(bytes, from, length);
                } catch (IOException full) {
                    LOG.log(Level.INFO, "A sheet could not be kept", full);
                    broken = true;
                }
            }
        }
    }

    /** Begins to keep what is read from a stream, in the place of what the account had. */
    Copying copy(String account, String name, InputStream in) {
        sweep();
        remove(account);
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Path file = file(account, id);
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file.resolveSibling(file.getFileName() + NAME),
                    name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
            return new Copying(in, id, file, Files.newOutputStream(file));
        } catch (IOException unwritable) {
            LOG.log(Level.INFO, "A sheet could not be kept", unwritable);
            return new Copying(in, id, file, null);
        }
    }

    /** A file of an account; empty where it is gone, or was another account's. */
    Optional<Kept> find(String account, String id) {
        sweep();
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path file = file(account, id);
        try {
            return Files.exists(file)
                    ? Optional.of(new Kept(file, Files.readString(file.resolveSibling(file.getFileName() + NAME))))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Deletes what an account has. */
    void remove(String account) {
        each(owner(account) + "-", file -> true);
    }

    /** Deletes all there is. */
    boolean clear() {
        return each("", file -> true);
    }

    /** Deletes what is too old. */
    void sweep() {
        Instant oldest = clock.instant().minus(KEPT);
        each("", file -> Files.getLastModifiedTime(file).toInstant().isBefore(oldest));
    }

    private interface Condition {
        boolean holds(Path file) throws IOException;
    }

    private boolean each(String beginning, Condition condition) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, beginning + "*")) {
            boolean all = true;
            for (Path file : files) {
                try {
                    if (condition.holds(file)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException quicker) {
                    LOG.log(Level.FINE, "Another request has deleted it", quicker);
                } catch (IOException stays) {
                    LOG.log(Level.WARNING, "A kept sheet could not be deleted", stays);
                    all = false;
                }
            }
            return all;
        } catch (NoSuchFileException | java.nio.file.NotDirectoryException none) {
            return true;
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Kept sheets could not be looked through", unreadable);
            return false;
        }
    }

    private static void forget(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + NAME));
    }

    private Path file(String account, String id) {
        return folder.resolve(owner(account) + "-" + id);
    }

    private static String owner(String account) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java platform has SHA-256", never);
        }
    }
}
