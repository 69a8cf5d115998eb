package org.acervo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder with all that is in it. */
final class FileTree {

    private FileTree() {}

    /** The regular files, by their paths in the folder; none where there is no folder. */
    static Set<String> files(Path folder) throws IOException {
        Set<String> files = new TreeSet<>();
        for (Path each : all(folder)) {
            if (Files.isRegularFile(each)) {
                files.add(folder.relativize(each).toString());
            }
        }
        return files;
    }

    static void delete(Path folder) throws IOException {
        List<Path> all = all(folder);
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }
}
