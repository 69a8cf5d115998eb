package org.acervo.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes sure that what was written is still there when the power fails. */
final class Durable {

    private Durable() {}

    /** Waits until a file, or the entries of a folder, are on the disk. */
    static void sync(Path path) throws IOException {
        StandardOpenOption mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** The same for a folder with all that is in it. */
    static void syncTree(Path folder) throws IOException {
        for (Path each : walk(folder)) {
            sync(each);
        }
    }

    /** The same for a folder and those that it lies in, up to one that is known to be there. */
    static void syncUp(Path folder, Path known) throws IOException {
        Path each = folder;
        while (each != null && each.startsWith(known)) {
            sync(each);
            each = each.getParent();
        }
    }

    /** Gives a file a second name, which costs nothing; where the file system has no such thing, makes a copy. */
    static void link(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(file, name);
        }
    }

    /** Deletes a folder with all that is in it, or a file; nothing where there is none. */
    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            List<Path> all = walk(path);
            for (int i = all.size() - 1; i >= 0; i--) {
                Files.deleteIfExists(all.get(i));
            }
        }
    }

    /** A folder before what is in it. */
    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }
}
