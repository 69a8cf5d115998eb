package org.acervo.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.acervo.catalog.PublicationFile;
import org.acervo.files.Extraction;
import org.jspecify.annotations.Nullable;

/** What is known of the texts of a publication's files. Immutable. */
final class FileTexts {

    /** Nothing. */
    static final FileTexts NONE = new FileTexts(List.of());

    private final Map<String, Extraction> byContent = new HashMap<>();

    FileTexts(Collection<Extraction> extractions) {
        extractions.forEach(each -> byContent.put(each.sha256(), each));
    }

    /** What became of some files' texts, as facet codes. */
    Collection<String> statuses(List<PublicationFile> files) {
        Collection<String> statuses = new TreeSet<>();
        for (PublicationFile file : files) {
            Extraction extraction = byContent.get(file.sha256());
            if (extraction != null) {
                statuses.add(extraction.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return statuses;
    }

    /** The text of a content, or null where there is none. */
    @Nullable
    String text(String sha256) {
        Extraction extraction = byContent.get(sha256);
        String text = extraction == null ? "" : extraction.text();
        return text.isEmpty() ? null : text;
    }
}
