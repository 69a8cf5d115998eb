package org.acervo.files;

import java.util.List;

/**
 * What is said of a file before its content comes.
 *
 * @param name as it was given
 * @param length how many bytes were announced, or -1
 * @param digests what the content must have; none where nothing is said
 */
public record Incoming(String name, long length, List<ContentDigest> digests) {

    public Incoming {
        digests = List.copyOf(digests);
    }

    /** A file of which nothing is said but its name. */
    public static Incoming named(String name) {
        return new Incoming(name, -1, List.of());
    }
}
