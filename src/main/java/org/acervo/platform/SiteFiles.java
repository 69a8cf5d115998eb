package org.acervo.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.site.SitePage;
import org.acervo.vocabulary.Labels;

/** The texts that public pages begin with, in files such as {@code config/site/about.en.md}. */
final class SiteFiles {

    private SiteFiles() {}

    /** The pages that have a text in any language; a language without a file has an empty one. */
    static Map<SitePage, Labels> read(Path folder) {
        Map<SitePage, Labels> texts = new HashMap<>();
        for (SitePage page : List.of(SitePage.HOME, SitePage.ABOUT)) {
            Labels text = Labels.of(language -> text(folder.resolve(page.path() + "." + language.tag() + ".md")));
            if (!text.distinct().equals(java.util.Set.of(""))) {
                texts.put(page, text);
            }
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
