package org.acervo.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.PublicationFile;
import org.jspecify.annotations.Nullable;

/** What is known of the texts of a publication's files. Immutable. */
final class FileTexts {

    /** Nothing. */
    static final FileTexts NONE = new FileTexts();

    /** What became of some files' texts, as facet codes. */
    Collection<String> statuses(List<PublicationFile> files) {
        return Set.of();
    }

    /** The text of a content, or null where there is none. */
    @Nullable
    String text(String sha256) {
        return null;
    }

    /** The language in which a file's text is read, or null where it is not known. */
    @Nullable
    String language(PublicationFile file) {
        return file.language();
    }
}
