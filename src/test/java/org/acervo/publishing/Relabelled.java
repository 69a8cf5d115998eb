package org.acervo.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.acervo.platform.VocabularyFiles;
import org.acervo.vocabulary.Vocabularies;

/** The vocabularies of the configuration folder after somebody has edited them. */
final class Relabelled {

    private Relabelled() {}

    /** @param folder for the edited files */
    static Vocabularies vocabularies(Path folder, String label, String other) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config", "vocabularies"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        folder.resolve(file.getFileName().toString()),
                        Files.readString(file).replace(label, other));
            }
        }
        return VocabularyFiles.read(folder);
    }
}
