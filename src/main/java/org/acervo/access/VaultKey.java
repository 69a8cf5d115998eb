package org.acervo.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The key of the {@link Vault}: the one that is set, else one of the data directory, made when it is first needed, that
 * only its owner can read. It is never in the database. Thread-safe.
 */
final class VaultKey implements Supplier<byte[]> {

    private static final String SETTING = "ACERVO_SECRET_KEY";

    private final Optional<String> set;
    private final Path file;
    private byte @Nullable [] known;

    /**
     * @param set the setting, in base64
     * @param file where the key lies that is made where none is set
     */
    VaultKey(Optional<String> set, Path file) {
        this.set = set;
        this.file = file;
    }

    @Override
    public synchronized byte[] get() {
        byte[] key = known;
        if (key == null) {
            key = set.isPresent() ? key(set.get(), SETTING) : kept();
            known = key;
        }
        return key;
    }

    private byte[] kept() {
        try {
            return key(Files.readString(file), file.toString());
        } catch (NoSuchFileException none) {
            return made();
        } catch (IOException unreadable) {
            throw new Vault.UnreadableSecret(unreadable);
        }
    }

    /** Written beside its place and linked there, so that two processes that make one at once agree on the first. */
    private byte[] made() {
        byte[] fresh = new byte[Vault.KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(fresh) + "\n");
            try {
                Files.createLink(file, unfinished);
            } catch (FileAlreadyExistsException quicker) {
                return key(Files.readString(file), file.toString());
            } finally {
                Files.delete(unfinished);
            }
            return fresh;
        } catch (IOException failed) {
            throw new Vault.UnreadableSecret(failed);
        }
    }

    private static byte[] key(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == Vault.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new Vault.UnreadableSecret(where + " is no key: expected " + Vault.KEY_BYTES + " bytes in base64");
    }
}
