package org.acervo.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import me.desair.tus.server.util.Utils;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The parts of uploads, as the library keeps them, made safe against an end in the middle of one: the library notes how far
 * an upload has come only when a request ends, and then refuses to go on where more has come than was noted; it writes its
 * note in place; and it keeps the bytes to itself until the last has come, or never comes.
 */
final class PartStorage extends DiskStorageService {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final PartLocks locks;

    PartStorage(Path folder, PartLocks locks) {
        super(folder.toString());
        this.folder = folder;
        this.locks = locks;
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
        UploadInfo info = note(id);
        if (info != null && info.getId() != null && info.isUploadInProgress()) {
            info.setOffset(come(info));
        }
        return info;
    }

    private long come(UploadInfo info) throws IOException {
        try {
            return Files.size(data(info.getId()));
        } catch (NoSuchFileException hasBecomeAFile) {
            return info.getOffset();
        }
    }

    /** One reader at a time: the library locks the file, and the JVM lets no two of its threads lock one. */
    private synchronized @Nullable UploadInfo note(@Nullable UploadId id) throws IOException {
        try {
            return super.getUploadInfo(id);
        } catch (NoSuchFileException notYetOrNoLonger) {
            return null;
        }
    }

    /** Waits until the bytes that have come are on the disk. */
    void settle(UploadId id) throws IOException {
        if (Files.exists(data(id))) {
            Durable.sync(data(id));
        }
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

    /**
     * Keeps the bytes of a part one by one as they come.
     *
     * @throws Refused where another request takes the upload meanwhile, the part breaks off, or it is too long
     */
    @Override
    public UploadInfo append(UploadInfo upload, InputStream part) throws IOException {
        UploadId id = upload.getId();
        Long length = upload.getLength();
        new Room(folder).require(length == null ? 0 : Math.max(0, length - upload.getOffset()));
        try (FileChannel data = FileChannel.open(data(id), StandardOpenOption.WRITE)) {
            data.position(upload.getOffset());
            try {
                copy(part, data, locks.held(id), length);
            } finally {
                data.force(true);
            }
            upload.setOffset(data.position());
        }
        update(upload);
        return upload;
    }

    private void copy(InputStream part, FileChannel data, PartLocks.Hold hold, @Nullable Long length)
            throws IOException {
        long most = length == null ? getMaxUploadSize() : length;
        byte[] buffer = new byte[BUFFER];
        for (int read = hold.read(part, buffer); read >= 0; read = hold.read(part, buffer)) {
            long left = most - data.position();
            if (read > left) {
                Rule rule = length == null ? Rule.FILE_TOO_LARGE : Rule.UPLOAD_PART_TOO_LONG;
                throw new Refused(Finding.of(rule, "", null, Long.toString(length == null ? most : left)));
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                data.write(bytes);
            }
        }
    }
}
