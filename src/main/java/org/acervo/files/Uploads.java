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
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.acervo.catalog.Refused;

/**
 * Uploads in parts that can be taken up again where they broke off: tus 1.0.0 with creation, checksum, termination and
 * expiration. Each belongs to who has created it. Of two requests for one the later goes first where the earlier only waits
 * for bytes. Thread-safe.
 */
public final class Uploads {

    /** The path under which they are. */
    public static final String PATH = "/api/v1/uploads";

    private static final Duration LAST = Duration.ofDays(7);

    private final PartLocks locks = new PartLocks();
    private final PartStorage storage;
    private final TusFileUploadService service;

    /**
     * @param folder in the file system of the staging area
     * @param largest the most bytes of a file
     */
    Uploads(Path folder, long largest) {
        storage = new PartStorage(folder, locks);
        service = new TusFileUploadService()
                .withUploadIdFactory(new UuidUploadIdFactory())
                .withUploadUri(PATH)
                .withUploadStorageService(storage)
                .withUploadLockingService(locks)
                .withMaxUploadSize(largest)
                .withUploadExpirationPeriod(LAST.toMillis())
                .disableTusExtension("concatenation");
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
     * @throws Refused where another request goes first
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, String owner) throws IOException {
        UploadInfo known = storage.getUploadInfo(request.getRequestURI(), owner);
        if (known == null) { // so nobody can stop the request of another
            service.process(request, response, owner);
            return;
        }
        try (PartLocks.Hold hold = locks.take(known.getId())) {
            // What the request before has left off at is told now, and must still be there tomorrow
            storage.settle(hold.id());
            service.process(request, response, owner);
        }
    }

    /** How many bytes are still to come; empty where that is not known. */
    public OptionalLong left(String path, String owner) throws IOException {
        UploadInfo info = storage.getUploadInfo(path, owner);
        return info == null || !info.hasLength()
                ? OptionalLong.empty()
                : OptionalLong.of(info.getLength() - info.getOffset());
    }

    /**
     * Ends an upload that has come whole, once: what the end has led to is remembered with it, also where the answer is
     * lost and it is asked for again.
     *
     * @param end makes of it what it was for, and gives the address of that; asked again until it succeeds
     * @return the address; empty where the upload has not come whole, or is none of the owner's
     * @throws IOException where the disk does not take it, here and below
     */
    public Optional<String> end(String path, String owner, Function<Complete, String> end) throws IOException {
        UploadInfo known = storage.getUploadInfo(path, owner);
        if (known == null) {
            return Optional.empty();
        }
        try (PartLocks.Hold hold = locks.take(known.getId())) {
            UploadInfo info = storage.getUploadInfo(hold.id());
            return info == null || info.isUploadInProgress() ? Optional.empty() : Optional.of(end(info, end));
        }
    }

    private String end(UploadInfo info, Function<Complete, String> end) throws IOException {
        Path place = storage.place(info.getId());
        Path address = place.resolve("address");
        Path data = storage.data(info.getId());
        if (Files.exists(address)) {
            return Files.readString(address, StandardCharsets.UTF_8);
        }
        String led = end.apply(new Complete(info.getLength(), info.getMetadata(), data));
        storage.update(info); // without its bytes only the note says that all have come
        Files.writeString(address, led, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Durable.sync(address);
        Durable.sync(place);
        Files.deleteIfExists(data);
        return led;
    }

    /** Forgets an upload. */
    public void forget(String path, String owner) throws IOException {
        UploadInfo known = storage.getUploadInfo(path, owner);
        if (known != null) {
            forget(known.getId());
        }
    }

    private void forget(UploadId id) throws IOException {
        try (PartLocks.Hold hold = locks.take(id)) {
            Durable.delete(storage.place(hold.id()));
        }
    }

    /**
     * Forgets all of which that was said, whoever has created them and however far they have come.
     *
     * @return whether all are gone; one on which a request works just now may be left
     */
    public boolean forget(Predicate<Map<String, String>> said) {
        boolean all = true;
        try {
            for (UploadId each : storage.all()) {
                UploadInfo info = storage.getUploadInfo(each);
                if (info != null && said.test(info.getMetadata())) {
                    all &= isForgotten(each);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all;
    }

    private boolean isForgotten(UploadId id) throws IOException {
        try {
            forget(id);
            return true;
        } catch (Refused inUse) {
            return false;
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
