package org.acervo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {
    private Folders() {}

    /** Leaves {@code folder} empty and the owner's, whatever was there. */
    static void empty(Path folder) throws IOException {
        delete(folder);
        OwnerOnly.createFolder(folder);
    }

    /** Removes {@code folder} with all that is in it, if it is there. Links are removed, not followed. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
