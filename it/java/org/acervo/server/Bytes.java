package org.acervo.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for bytes in files. */
public final class Bytes {

    private Bytes() {}

    /** The files below a folder whose content, or whose path, has the bytes. */
    public static List<String> filesWith(Path folder, byte[] searched) throws IOException {
        List<String> found = new ArrayList<>();
        String name = new String(searched, StandardCharsets.ISO_8859_1);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.toList();
        }
        for (Path each : files) {
            String path = folder.relativize(each).toString();
            if (path.contains(name) || Files.isRegularFile(each) && contains(each, searched)) {
                found.add(path);
            }
        }
        return found;
    }

    private static boolean contains(Path file, byte[] searched) throws IOException {
        byte[] block = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int read = in.read(block, kept, block.length - kept);
                    read > 0;
                    read = in.read(block, kept, block.length - kept)) {
                int length = kept + read;
                if (indexOf(block, length, searched) >= 0) {
                    return true;
                }
                kept = Math.min(length, searched.length - 1);
                System.arraycopy(block, length - kept, block, 0, kept);
            }
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
        return false;
    }

    private static int indexOf(byte[] block, int length, byte[] searched) {
        for (int at = 0; at <= length - searched.length; at++) {
            int i = 0;
            while (i < searched.length && block[at + i] == searched[i]) {
                i++;
            }
            if (i == searched.length) {
                return at;
            }
        }
        return -1;
    }
}
