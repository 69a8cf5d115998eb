package org.acervo.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a UNIX domain socket can lie, given that the operating system takes paths of some 107 bytes at most. */
final class SocketPath {
    private static final int LONGEST = 100;

    private SocketPath() {}

    /**
     * The place for a socket that nothing listens on yet. What a killed process left there is removed.
     *
     * @param wish where it should be
     * @return {@code wish}, or, if that is too long, the same name in a new temporary folder of the owner's
     */
    static Path free(Path wish) throws IOException {
        if (wish.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return OwnerOnly.temporaryFolder().resolve(wish.getFileName());
        }
        Files.deleteIfExists(wish);
        return wish;
    }

    /** Removes a socket, and the folder that {@link #free} made for it. */
    static void remove(Path socket, Path wish) throws IOException {
        Files.deleteIfExists(socket);
        if (!socket.equals(wish)) {
            Files.deleteIfExists(socket.getParent());
        }
    }
}
