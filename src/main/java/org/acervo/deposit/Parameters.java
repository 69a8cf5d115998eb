package org.acervo.deposit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address, read one by one; what cannot be read counts as absent and is refused at the end, all of it
 * at once. An empty parameter is none. Not safe for use by several threads.
 */
public final class Parameters {

    private static final String BEFORE = "before";
    private static final String LIMIT = "limit";

    /** The names of what tells a page of a list whose last entry comes first. */
    public static final Set<String> OF_A_PAGE = Set.of(BEFORE, LIMIT);

    /**
     * A page of a list whose last entry comes first.
     *
     * @param before below which number the entries are
     * @param limit at most so many
     */
    public record Page(long before, int limit) {}

    private final MultivaluedMap<String, String> given;
    private final List<Finding> findings;

    /** @param findings what is wrong with the names already */
    Parameters(MultivaluedMap<String, String> given, List<Finding> findings) {
        this.given = given;
        this.findings = new ArrayList<>(findings);
    }

    /** The value of a parameter, or null where the address has none. */
    public @Nullable String text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /** The value of a parameter among some, or null where the address has none. */
    public <T> @Nullable T choice(String name, Map<String, T> choices) {
        String value = text(name);
        T chosen = value == null ? null : choices.get(value);
        if (value != null && chosen == null) {
            wrong(name, value, choices.keySet().stream().sorted().toList());
        }
        return chosen;
    }

    /** The value of a parameter that is a whole number. */
    public long number(String name, long absent, long least, long most) {
        String text = text(name);
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // told below
        }
        wrong(name, text, List.of(least + "–" + most));
        return absent;
    }

    /** The value of a parameter that is a time, or a day for its beginning, 00:00 UTC; null where the address has none. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            wrong(name, text, List.of("2026-11-21", "2026-11-21T08:00:00Z"));
            return null;
        }
    }

    /** @param usual how many entries where nobody says */
    public Page page(int usual, int most) {
        return new Page(number(BEFORE, Long.MAX_VALUE, 1, Long.MAX_VALUE), (int) number(LIMIT, usual, 1, most));
    }

    private void wrong(String name, String value, List<String> expected) {
        findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "?" + name, value, expected));
    }

    /** @throws Refused where anything is wrong */
    void refuse() {
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }
}
