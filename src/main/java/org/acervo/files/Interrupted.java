package org.acervo.files;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Mends an OCFL object whose writing was interrupted. A version comes into its object by one renaming, with its own copy of
 * the inventory; then that copy is put into the root of the object. So there may be a version too many, or a root
 * inventory that is missing or half written; nothing that was there before is ever touched.
 */
final class Interrupted {

    private static final String INVENTORY = "inventory.json";
    private static final String SIDECAR = "inventory.json.sha256";
    private static final int BUFFER = 65_536;

    private Interrupted() {}

    /**
     * Brings to its end, or undoes, what was interrupted in the folder of an object.
     *
     * @param work a folder in the same file system
     * @param known whether something of the object is known to be preserved, so that it is never taken for unfinished
     * @throws IOException also where such an object has no inventory that can be trusted
     */
    static void mend(Path object, Path work, boolean known) throws IOException {
        if (!Files.isDirectory(object)) {
            return;
        }
        int last = last(object);
        if (!isValid(object)) {
            int good = last;
            while (good > 0 && !isValid(version(object, good))) {
                good--;
            }
            if (good == 0 && (known || last > 1)) {
                throw new IOException("The inventory of " + object + " is damaged in all its copies");
            }
            if (good == 0) {
                Durable.delete(object);
                return;
            }
            for (String name : new String[] {INVENTORY, SIDECAR}) {
                Path copy = work.resolve(name);
                Files.copy(version(object, good).resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
                Durable.sync(copy);
                Files.move(copy, object.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (int extra = last; extra > head(object); extra--) {
            Durable.delete(version(object, extra));
        }
    }

    static Path version(Path object, int number) {
        return object.resolve("v" + number);
    }

    /** The number of the last version. */
    static int last(Path object) {
        int last = 0;
        while (Files.exists(version(object, last + 1))) {
            last++;
        }
        return last;
    }

    /** Whether the inventory in a folder is whole. */
    private static boolean isValid(Path folder) throws IOException {
        Path sidecar = folder.resolve(SIDECAR);
        if (!Files.exists(folder.resolve(INVENTORY)) || !Files.exists(sidecar)) {
            return false;
        }
        String digest =
                Files.readString(sidecar, StandardCharsets.UTF_8).strip().split("\\s+", 2)[0];
        return hasContent(folder.resolve(INVENTORY), digest);
    }

    private static int head(Path object) throws IOException {
        try (InputStream in = Files.newInputStream(object.resolve(INVENTORY));
                JsonReader reader = Json.createReader(in)) {
            return Integer.parseInt(reader.readObject().getString("head").substring(1));
        } catch (JsonException | NumberFormatException damaged) {
            throw new IOException("The inventory of " + object + " is damaged", damaged);
        }
    }

    /** Whether a file is there and has that content. */
    static boolean hasContent(Path file, String sha256) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in).equals(sha256);
        }
    }

    /** In lower-case hexadecimal. */
    static String sha256(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
