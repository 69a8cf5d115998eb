package org.acervo.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.acervo.search.Thesaurus;
import org.acervo.vocabulary.InterfaceLanguage;

/** The thesaurus that the operator keeps as {@code config/thesaurus.json}. */
public final class ThesaurusFile {

    private ThesaurusFile() {}

    /**
     * Reads a thesaurus; where there is no file, it knows nothing.
     *
     * @throws MalformedConfiguration with everything that is wrong in the file
     */
    public static Thesaurus read(Path file) {
        if (!Files.exists(file)) {
            return Thesaurus.EMPTY;
        }
        List<String> problems = new ArrayList<>();
        List<Thesaurus.Concept> concepts =
                new ConfigurationFile(file, problems).entries("code", ThesaurusFile::concept);
        if (!problems.isEmpty()) {
            throw new MalformedConfiguration(problems);
        }
        return new Thesaurus(concepts);
    }

    private static Thesaurus.Concept concept(ConfigurationEntry entry) {
        Map<InterfaceLanguage, List<String>> terms = new EnumMap<>(InterfaceLanguage.class);
        String code = entry.code("code");
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            terms.put(language, entry.texts(language.tag()));
        }
        return new Thesaurus.Concept(code, terms);
    }
}
