package org.acervo.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.Languages;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a file.
 *
 * @param language BCP 47, or null where it is that of the publication
 * @param description in the language of the file, or null
 * @param position the order among the files, from 1; null where it stays, or comes last
 * @param embargo the day at whose beginning, 00:00 UTC, it opens; null where it is open from the start
 */
public record FileDetails(
        @Nullable String language,
        @Nullable String description,
        @Nullable Integer position,
        @Nullable LocalDate embargo) {

    /** Nothing is said. */
    public static final FileDetails NONE = new FileDetails(null, null, null, null);

    private static final int LONGEST = 2_000;
    private static final int LAST = 10_000;

    /** A file of which this is said now. */
    PublicationFile of(PublicationFile file, Standing standing) {
        return new PublicationFile(
                file.publication(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                language,
                description,
                position == null ? file.position() : position,
                embargo,
                standing,
                file.added());
    }

    static FileDetails of(PublicationFile file) {
        return new FileDetails(file.language(), file.description(), file.position(), file.embargo());
    }

    /** @throws Refused with every finding */
    FileDetails checked(Languages languages) {
        List<Finding> findings = findings(languages);
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
        String tag = tag();
        String text = text();
        return new FileDetails(
                tag == null ? null : languages.normalise(tag).orElse(null),
                text.isEmpty() ? null : text,
                position,
                embargo);
    }

    private @Nullable String tag() {
        return language == null || language.isBlank() ? null : language.strip();
    }

    private String text() {
        return description == null ? "" : Cleaning.remark(description);
    }

    /** What cannot be said of a file, with pointers such as {@code /language}. */
    public List<Finding> findings(Languages languages) {
        List<Finding> findings = new ArrayList<>();
        String tag = tag();
        if (tag != null && languages.normalise(tag).isEmpty()) {
            findings.add(Finding.of(Rule.MALFORMED_LANGUAGE, "/language", tag, "es", "en", "pt-BR"));
        }
        String text = text();
        if (text.length() > LONGEST) {
            findings.add(Finding.of(Rule.TOO_LONG, "/description", text, Integer.toString(LONGEST)));
        }
        if (position != null && (position < 1 || position > LAST)) {
            findings.add(Finding.of(Rule.WRONG_KIND, "/position", position.toString(), "1 … " + LAST));
        }
        return findings;
    }
}
