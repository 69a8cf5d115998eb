package org.acervo.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/** Takes one content in: writes it down, counts it, computes its checksums and compares them with what was announced. */
final class Reception {

    private static final int BUFFER = 65_536;

    /** Where less than this is left, a failure to write is taken for a full disk. In bytes. */
    private static final long NOTHING_LEFT = 1 << 20;

    private final Incoming incoming;
    private final long largest;
    private final Map<ContentDigest.Algorithm, MessageDigest> digests = new EnumMap<>(ContentDigest.Algorithm.class);
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long size;
    private String sha256 = "";

    Reception(Incoming incoming, long largest) {
        this.incoming = incoming;
        this.largest = largest;
        digests.put(ContentDigest.Algorithm.SHA_256, digest(ContentDigest.Algorithm.SHA_256));
        incoming.digests().forEach(each -> digests.computeIfAbsent(each.algorithm(), Reception::digest));
    }

    private static MessageDigest digest(ContentDigest.Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.standardName());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Writes the content into a new file, which is on the disk then, as long as there is room. */
    void take(InputStream content, Path target, Room room) throws IOException {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            int n;
            while ((n = read(content, buffer)) >= 0) {
                room.require(size, size + n);
                note(buffer, n);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            compare();
            out.force(true);
        }
    }

    /** Reads a content that lies there. */
    void measure(Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            byte[] buffer = new byte[BUFFER];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                note(buffer, n);
            }
            compare();
        }
    }

    private void note(byte[] buffer, int n) {
        size += n;
        if (size > largest) {
            throw tooLarge(size, largest);
        }
        digests.values().forEach(each -> each.update(buffer, 0, n));
        head.write(buffer, 0, Math.min(n, MediaTypes.HEAD - head.size()));
    }

    private int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException brokeOff) {
            throw incomplete();
        }
    }

    private void compare() {
        if (incoming.length() >= 0 && size != incoming.length()) {
            throw incomplete();
        }
        if (size == 0) {
            throw new Refused(Finding.of(Rule.EMPTY_FILE, "", incoming.name()));
        }
        Map<ContentDigest.Algorithm, String> found = new EnumMap<>(ContentDigest.Algorithm.class);
        digests.forEach(
                (algorithm, digest) -> found.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        sha256 = found.getOrDefault(ContentDigest.Algorithm.SHA_256, "");
        for (ContentDigest announced : incoming.digests()) {
            ContentDigest actual =
                    new ContentDigest(announced.algorithm(), found.getOrDefault(announced.algorithm(), ""));
            if (!actual.equals(announced)) {
                throw new Refused(Finding.of(Rule.DIGEST_MISMATCH, "", announced.field(), actual.field()));
            }
        }
    }

    private Refused incomplete() {
        return new Refused(
                incoming.length() < 0
                        ? Finding.of(Rule.INCOMPLETE_UPLOAD, "", Long.toString(size))
                        : Finding.of(
                                Rule.INCOMPLETE_UPLOAD, "", Long.toString(size), Long.toString(incoming.length())));
    }

    static Refused tooLarge(long size, long largest) {
        return new Refused(Finding.of(Rule.FILE_TOO_LARGE, "", Long.toString(size), Long.toString(largest)));
    }

    /** What is to be told of a disk that did not take what it should. */
    static RuntimeException failed(IOException failure, Path folder) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left")
                || message.contains("quota exceeded")
                || folder.toFile().getUsableSpace() < NOTHING_LEFT;
        return full ? new Refused(Finding.of(Rule.STORAGE_FULL, "", null)) : new UncheckedIOException(failure);
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    /** The first bytes. */
    byte[] head() {
        return head.toByteArray();
    }
}
