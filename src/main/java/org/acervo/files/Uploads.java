package org.acervo.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.exception.UploadAlreadyLockedException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import me.desair.tus.server.upload.disk.DiskLockingService;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * Uploads in parts that can be taken up again where they broke off: tus 1.0.0 with creation, checksum, termination and
 * expiration. Each belongs to who has created it. Thread-safe.
 */
public final class Uploads {

    /** The path under which they are. */
    public static final String PATH = "/api/v1/uploads";

    private static final Duration LAST = Duration.ofDays(7);
    private static final int LOCKS = 64;

    private final PartStorage storage;
    private final TusFileUploadService service;
    private final Object[] locks = new Object[LOCKS];

    /**
     * @param folder in the file system of the staging area
     * @param largest the most bytes of a file
     */
    Uploads(Path folder, long largest) {
        storage = new PartStorage(folder);
        service = new TusFileUploadService()
                .withUploadIdFactory(new UuidUploadIdFactory())
                .withUploadUri(PATH)
                .withUploadStorageService(storage)
                .withUploadLockingService(new DiskLockingService(folder.toString()))
                .withMaxUploadSize(largest)
                .withUploadExpirationPeriod(LAST.toMillis())
                .disableTusExtension("concatenation");
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * An upload that has come whole.
     *
     * @param metadata what was said of it when it was created
     */
    public record Complete(long length, Map<String, String> metadata, Path content) {

        public Complete {
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * Answers a request as the protocol wants it.
     *
     * @param owner who makes it
     * @throws IOException where it breaks off; what has come stays
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, String owner) throws IOException {
        service.process(request, response, owner);
    }

    /**
     * Ends an upload that has come whole, once: what the end has led to is remembered with it, also where the answer is
     * lost and it is asked for again.
     *
     * @param end makes of it what it was for, and gives the address of that; asked again until it succeeds
     * @return the address; empty where the upload has not come whole, or is none of the owner's
     */
    public Optional<String> end(String path, String owner, Function<Complete, String> end) {
        synchronized (locks[Math.floorMod(path.hashCode(), LOCKS)]) {
            Optional<UploadInfo> info = find(path, owner).filter(each -> !each.isUploadInProgress());
            return info.map(each -> end(each, end));
        }
    }

    private String end(UploadInfo info, Function<Complete, String> end) {
        Path place = storage.place(info.getId());
        Path address = place.resolve("address");
        Path data = storage.data(info.getId());
        try {
            if (Files.exists(address)) {
                return Files.readString(address, StandardCharsets.UTF_8);
            }
            String led = end.apply(new Complete(info.getLength(), info.getMetadata(), data));
            Files.writeString(address, led, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            Durable.sync(address);
            Durable.sync(place);
            Files.deleteIfExists(data);
            return led;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Optional<UploadInfo> find(String path, String owner) {
        try {
            return Optional.ofNullable(service.getUploadInfo(path, owner));
        } catch (UploadAlreadyLockedException locked) { // nobody may take a whole upload for one that became nothing
            throw new Refused(Finding.of(Rule.NOT_STORED, "", null));
        } catch (TusException none) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Forgets an upload. */
    public void forget(String path, String owner) {
        try {
            service.deleteUpload(path, owner);
        } catch (TusException gone) {
            return;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Forgets all of which that was said, whoever has created them and however far they have come. */
    public void forget(Predicate<Map<String, String>> said) {
        try {
            for (UploadId each : storage.all()) {
                UploadInfo info = storage.getUploadInfo(each);
                if (info != null && said.test(info.getMetadata())) {
                    Durable.delete(storage.place(each));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many bytes those are to have that have not come whole and of which that was said. */
    public long open(Predicate<Map<String, String>> said) {
        long bytes = 0;
        try {
            for (UploadId each : storage.all()) {
                UploadInfo info = storage.getUploadInfo(each);
                if (info != null && info.isUploadInProgress() && info.hasLength() && said.test(info.getMetadata())) {
                    bytes += info.getLength();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes;
    }

    /** Forgets those that nobody has taken up again for a week. */
    public void sweep() {
        try {
            service.cleanup();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
