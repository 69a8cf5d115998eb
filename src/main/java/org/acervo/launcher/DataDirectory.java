package org.acervo.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder with everything the repository keeps. One process at a time owns it: the one that holds the lock on
 * {@code acervo.lock}, which the operating system takes back when the process ends, however it ends.
 */
final class DataDirectory {
    private final Path root;
    /** Kept, because closing its channel gives it back. */
    private @Nullable FileLock lock;

    private DataDirectory(Path root) {
        this.root = root;
    }

    /**
     * Opens a data directory, making it first if it is not there.
     *
     * @throws Refusal if that cannot be, or nothing can be written in it
     */
    static DataDirectory open(Path root) throws Refusal {
        try {
            Files.createDirectories(root);
        } catch (FileAlreadyExistsException e) {
            throw unusable(root, "it is not a folder", e);
        } catch (IOException e) {
            throw unusable(root, "it cannot be made (" + told(e) + ")", e);
        }
        if (!Files.isWritable(root)) {
            throw Refusal.failed("The data directory %s cannot be used: it cannot be written".formatted(root));
        }
        return new DataDirectory(root);
    }

    Path root() {
        return root;
    }

    /** The embedded database's folder. */
    Path database() {
        return root.resolve("mariadb");
    }

    /** The server's own working files, which are of no use to the next start. */
    Path server() {
        return root.resolve("payara");
    }

    /** Where the socket for commands lies, unless its path is too long. */
    Path control() {
        return root.resolve("control.sock");
    }

    /** Where a start that failed is described. */
    Path log() {
        return root.resolve("start.log");
    }

    /** Where the owner describes itself. */
    Path run() {
        return root.resolve("run.properties");
    }

    /**
     * Takes the lock, for as long as this process lives, and removes what a killed owner told of itself.
     *
     * @return whether this process owns the directory now; if not, another does
     * @throws Refusal if the lock file cannot be written
     */
    boolean own() throws Refusal {
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("acervo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            forget();
            return true;
        } catch (IOException e) {
            throw unusable(root, "its lock cannot be had (" + told(e) + ")", e);
        }
    }

    /** Removes what the owner told of itself. */
    void forget() throws IOException {
        Files.deleteIfExists(run());
    }

    /** What the owner tells of itself; empty as long as it has not come so far. */
    Optional<Run> owner() {
        try {
            return Optional.of(Run.read(run()));
        } catch (IOException | IllegalArgumentException notYet) {
            return Optional.empty();
        }
    }

    /** The refusal of a process that finds the directory in use. */
    Refusal inUse() {
        String owner = owner().filter(run -> run.pid() > 0)
                .map(run -> "acervo %s, process %d,".formatted(run.command(), run.pid()))
                .orElse("another acervo process");
        return Refusal.failed("The data directory %s is in use: %s works in it".formatted(root, owner));
    }

    private static Refusal unusable(Path root, String reason, IOException cause) {
        return Refusal.failed("The data directory %s cannot be used: %s".formatted(root, reason), cause);
    }

    private static String told(IOException e) {
        String name = e.getClass().getSimpleName().replaceAll("Exception$", "");
        return name + ": " + e.getMessage();
    }
}
