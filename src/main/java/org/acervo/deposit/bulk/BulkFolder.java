package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.files.Room;

/**
 * Where uploads lie until some time after their jobs: a folder for each job, with what was sent and, taken out of an
 * archive, the sheet. Nothing in it has a name that a stranger has chosen. Thread-safe.
 */
final class BulkFolder {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final SecureRandom random = new SecureRandom();

    BulkFolder(Path root) {
        this.root = root;
    }

    /** Whether a text can be the id of a job. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A new id with a folder of its own. */
    String create() throws IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Files.createDirectories(root.resolve(id));
        return id;
    }

    /** What was sent. */
    Path upload(String id) {
        return root.resolve(id).resolve("upload");
    }

    /** The sheet of a job, in or beside what was sent. */
    Path sheet(String id, boolean archive) {
        return archive ? root.resolve(id).resolve("sheet") : upload(id);
    }

    /**
     * Writes all of a stream into a new file.
     *
     * @return its SHA-256, in hexadecimal
     * @throws Refused where it is larger than allowed, or the disk has no room for it
     */
    static String write(InputStream in, Path file, long most) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        Room room = new Room(Objects.requireNonNull(file.getParent()));
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                room.require(size, size + read);
                size += read;
                if (size > most) {
                    throw new Refused(Finding.of(Rule.TOO_LARGE, "", null, Long.toString(most)));
                }
                digest.update(buffer, 0, read);
                for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits until the folder and what is in it would survive a loss of power. */
    void sync(String id) throws IOException {
        for (Path folder : List.of(root.resolve(id), root)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The bytes of what was sent; 0 where it is not here. */
    long size(String id) {
        return upload(id).toFile().length();
    }

    /** Whether this node has what a job needs. */
    boolean has(String id) {
        return Files.exists(upload(id));
    }

    void remove(String id) {
        Path folder = root.resolve(id);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException gone) {
            // so be it
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The ids of the folders that were made before a time. */
    List<String> before(Instant time) throws IOException {
        List<String> ids = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
                for (Path folder : folders) {
                    if (isId(folder.getFileName().toString())
                            && Files.getLastModifiedTime(folder).toInstant().isBefore(time)) {
                        ids.add(folder.getFileName().toString());
                    }
                }
            }
        }
        return ids;
    }
}
