package org.acervo.deposit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.publishing.FileDetails;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a file, member by member: absent ones stay as they are, empty ones say nothing any more. */
final class FileParameters {

    static final String LANGUAGE = "language";
    static final String DESCRIPTION = "description";
    static final String POSITION = "position";
    static final String EMBARGO = "embargo";

    /** The names of what can be said. */
    static final Set<String> NAMES = Set.of(LANGUAGE, DESCRIPTION, POSITION, EMBARGO);

    private final Map<String, String> given;
    private final List<Finding> findings = new ArrayList<>();

    /** @param given by name; an empty text takes back what was said */
    FileParameters(Map<String, String> given) {
        this.given = given;
    }

    /**
     * What is said now.
     *
     * @throws Refused with everything that cannot be read
     */
    FileDetails over(FileDetails before) {
        FileDetails details = new FileDetails(
                text(LANGUAGE, before.language()),
                text(DESCRIPTION, before.description()),
                position(before.position()),
                embargo(before.embargo()));
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
        return details;
    }

    private @Nullable String text(String name, @Nullable String before) {
        return given.getOrDefault(name, before == null ? "" : before);
    }

    private @Nullable Integer position(@Nullable Integer before) {
        String text = given.get(POSITION);
        if (text == null || text.isEmpty()) {
            return before;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException malformed) {
            findings.add(Finding.of(Rule.WRONG_KIND, "/" + POSITION, text, "1"));
            return before;
        }
    }

    private @Nullable LocalDate embargo(@Nullable LocalDate before) {
        String text = given.get(EMBARGO);
        if (text == null) {
            return before;
        }
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            findings.add(Finding.of(Rule.MALFORMED_DATE, "/" + EMBARGO, text, "2030-01-31"));
            return before;
        }
    }
}
