package org.acervo.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.acervo.catalog.PublicationFile;
import org.jspecify.annotations.Nullable;

/** Where contents are read: in OCFL once they are there, until then in the staging area. Thread-safe. */
public final class Contents {

    private final PublicationFiles files;
    private final Staging staging;
    private final OcflStore store;

    Contents(PublicationFiles files, Staging staging, OcflStore store) {
        this.files = files;
        this.staging = staging;
        this.store = store;
    }

    /**
     * Opens the content of a file, to be read at any position. It stays readable until it is closed, whatever becomes of
     * the file.
     *
     * @throws UncheckedIOException where the content is lost
     */
    public FileChannel open(HeldFile file) {
        try {
            return FileChannel.open(path(file), StandardOpenOption.READ);
        } catch (IOException movedOrLost) {
            try {
                return FileChannel.open(path(again(file)), StandardOpenOption.READ);
            } catch (IOException lost) {
                lost.addSuppressed(movedOrLost);
                throw new UncheckedIOException("The content of a file is lost", lost);
            }
        }
    }

    /** Where the content of a file lies just now; null where it is lost. It may be moved from there at any time. */
    @Nullable
    Path locate(HeldFile file) {
        try {
            Path path = path(file);
            return Files.exists(path) ? path : path(again(file));
        } catch (NoSuchFileException moved) {
            try {
                return path(again(file));
            } catch (NoSuchFileException lost) {
                return null;
            }
        }
    }

    /** The file as it is kept now: its content may just have been preserved. */
    private HeldFile again(HeldFile file) {
        PublicationFile wanted = file.file();
        return files.of(wanted.publication()).stream()
                .filter(each -> each.file().name().equals(wanted.name())
                        && each.file().sha256().equals(wanted.sha256())
                        && each.location() != null)
                .findFirst()
                .orElse(file);
    }

    private Path path(HeldFile file) throws NoSuchFileException {
        String location = file.location();
        String sha256 = file.file().sha256();
        return location != null
                ? store.path(location)
                : staging.find(sha256).orElseThrow(() -> new NoSuchFileException(sha256));
    }
}
