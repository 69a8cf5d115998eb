package org.acervo.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * The folder where contents lie from their arrival until they are preserved, each under its SHA-256. What was received is
 * on the disk, folder entry and all. One process at a time owns it. Thread-safe.
 */
public final class Staging {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Path folder;
    private final Path arriving;
    private final Room room;
    private final MediaTypes types;
    private final long largest;
    private final Clock clock;

    /** How many hold on to a content. Guarded by itself, as is every removal. */
    private final Map<String, Integer> held = new HashMap<>();

    /**
     * @param folder made where it is not there
     * @param largest the most bytes of a file
     */
    public Staging(Path folder, MediaTypes types, long largest, Clock clock) {
        this.folder = folder;
        this.arriving = folder.resolve("arriving");
        this.room = new Room(folder);
        this.types = types;
        this.largest = largest;
        this.clock = clock;
        try {
            Files.createDirectories(arriving);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The most bytes of a file. */
    public long largest() {
        return largest;
    }

    /**
     * Looks at what can be known before the content comes.
     *
     * @return the name as it is kept
     * @throws Refused for a name that cannot be, or a length of nothing or too much
     */
    public String check(Incoming incoming) {
        String name = FileName.of(incoming.name());
        if (incoming.length() == 0) {
            throw new Refused(Finding.of(Rule.EMPTY_FILE, "", name));
        }
        if (incoming.length() > largest) {
            throw Reception.tooLarge(incoming.length(), largest);
        }
        return name;
    }

    /** @throws Refused where the disk has no room for it */
    public void requireRoom(Incoming incoming) {
        room.require(Math.max(0, incoming.length()));
    }

    /**
     * Receives a content, in constant memory, and answers once it is safe.
     *
     * @throws Refused where the file cannot be taken, or did not come whole; then nothing of it is kept
     */
    public Staged receive(Incoming incoming, InputStream content) {
        requireRoom(incoming);
        return stage(incoming, (reception, target) -> reception.take(content, target, room));
    }

    /**
     * Takes over a content that lies in the same file system already, without copying it; the file that is given stays.
     *
     * @throws Refused where the file cannot be taken; then nothing of it is kept here
     */
    public Staged adopt(Incoming incoming, Path content) {
        return stage(incoming, (reception, target) -> {
            Durable.link(content, target);
            reception.measure(target);
            Durable.sync(target);
        });
    }

    /** How a content comes to lie at a place. */
    private interface Arrival {
        void bring(Reception reception, Path target) throws IOException;
    }

    private Staged stage(Incoming incoming, Arrival arrival) {
        String name = check(incoming);
        Path temporary = arriving.resolve(UUID.randomUUID().toString());
        try {
            Reception reception = new Reception(incoming, largest);
            arrival.bring(reception, temporary);
            MediaTypes.Found found = types.inspect(name, reception.head());
            String sha256 = reception.sha256();
            Staged staged = new Staged(name, reception.size(), sha256, found.type(), found.warnings(), hold(sha256));
            try {
                Files.move(temporary, path(sha256), StandardCopyOption.ATOMIC_MOVE);
                Durable.sync(folder);
            } catch (IOException | RuntimeException failed) {
                staged.close();
                throw failed;
            }
            return staged;
        } catch (IOException failed) {
            throw Reception.failed(failed, folder);
        } finally {
            forget(temporary);
        }
    }

    /** Holds on to a content that is there, or will be at once. */
    private Runnable hold(String sha256) {
        synchronized (held) {
            held.merge(sha256, 1, Integer::sum);
        }
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                synchronized (held) {
                    held.computeIfPresent(sha256, (key, count) -> count == 1 ? null : count - 1);
                }
            }
        };
    }

    private static void forget(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where a content lies, if it does. */
    Optional<Path> find(String sha256) {
        Path path = path(sha256);
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    private Path path(String sha256) {
        return folder.resolve(sha256);
    }

    /** Removes a content unless somebody holds on to it. */
    void remove(String sha256) {
        synchronized (held) {
            if (!held.containsKey(sha256)) {
                forget(path(sha256));
            }
        }
    }

    /** The contents that came more than a day ago; what was arriving then and never came whole is removed. */
    List<String> old() {
        Instant limit = clock.instant().minus(A_DAY);
        list(arriving, limit).forEach(Staging::forget);
        return list(folder, limit).stream()
                .filter(Files::isRegularFile)
                .map(path -> path.getFileName().toString())
                .toList();
    }

    private static List<Path> list(Path folder, Instant before) {
        List<Path> old = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
                    old.add(each);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return old;
    }
}
