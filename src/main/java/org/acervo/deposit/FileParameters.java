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
import org.acervo.vocabulary.Languages;
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
    private final List<Finding> malformed;

    /** @param given by name; an empty text takes back what was said */
    FileParameters(Map<String, String> given) {
        this(given, List.of());
    }

    /** @param malformed what is wrong with it already */
    FileParameters(Map<String, String> given, List<Finding> malformed) {
        this.given = Map.copyOf(given);
        this.malformed = List.copyOf(malformed);
    }

    /**
     * What is said now.
     *
     * @throws Refused with everything that cannot be read, or that cannot be said of a file
     */
    FileDetails over(FileDetails before, Languages languages) {
        List<Finding> findings = new ArrayList<>(malformed);
        FileDetails details = new FileDetails(
                text(LANGUAGE, before.language()),
                text(DESCRIPTION, before.description()),
                position(before.position(), findings),
                embargo(before.embargo(), findings));
        if (!findings.isEmpty()) {
            findings.addAll(details.findings(languages));
            throw new Refused(findings);
        }
        return details;
    }

    private @Nullable String text(String name, @Nullable String before) {
        return given.getOrDefault(name, before == null ? "" : before);
    }

    private @Nullable Integer position(@Nullable Integer before, List<Finding> findings) {
        String text = given.get(POSITION);
        if (text == null || text.isEmpty()) {
            return before;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException none) {
            findings.add(Finding.of(Rule.WRONG_KIND, "/" + POSITION, text, "1"));
            return before;
        }
    }

    private @Nullable LocalDate embargo(@Nullable LocalDate before, List<Finding> findings) {
        String text = given.get(EMBARGO);
        if (text == null) {
            return before;
        }
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            findings.add(Finding.of(Rule.MALFORMED_DATE, "/" + EMBARGO, text, "2030-01-31"));
            return before;
        }
    }
}
