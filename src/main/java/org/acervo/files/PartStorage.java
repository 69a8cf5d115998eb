package org.acervo.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import me.desair.tus.server.util.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The parts of uploads, as the library keeps them, made safe against an end in the middle of one: the library notes how far
 * an upload has come only when a request ends, and then refuses to go on where more has come than was noted; and it writes
 * its note in place.
 */
final class PartStorage extends DiskStorageService {

    private final Path folder;

    PartStorage(Path folder) {
        super(folder.toString());
        this.folder = folder;
    }

    /** All uploads. */
    List<UploadId> all() throws IOException {
        Path uploads = folder.resolve("uploads");
        if (!Files.exists(uploads)) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(uploads)) {
            return places.map(each -> new UploadId(each.getFileName().toString()))
                    .toList();
        }
    }

    /** The folder of one upload. */
    Path place(UploadId id) {
        return folder.resolve("uploads").resolve(id.toString());
    }

    /** Where the bytes of an upload lie. */
    Path data(UploadId id) {
        return place(id).resolve("data");
    }

    /** What is known of an upload: what lies there has come, whatever was noted. */
    @Override
    public @Nullable UploadInfo getUploadInfo(@Nullable UploadId id) throws IOException {
        UploadInfo info = super.getUploadInfo(id);
        if (info != null && info.getId() != null && info.isUploadInProgress() && Files.exists(data(info.getId()))) {
            info.setOffset(Files.size(data(info.getId())));
        }
        return info;
    }

    /** Notes what is known of an upload, as a whole: the library would leave half a note where the server ends meanwhile. */
    @Override
    public void update(UploadInfo upload) throws IOException {
        Path note = place(upload.getId()).resolve("info");
        Path whole = note.resolveSibling("info.new");
        Utils.writeSerializable(upload, whole);
        Durable.sync(whole);
        Files.move(whole, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public UploadInfo append(UploadInfo upload, InputStream part) throws IOException, TusException {
        Long length = upload.getLength();
        new Room(folder).require(length == null ? 0 : Math.max(0, length - upload.getOffset()));
        try {
            return super.append(upload, part);
        } finally {
            if (Files.exists(data(upload.getId()))) {
                Durable.sync(data(upload.getId()));
            }
        }
    }
}
