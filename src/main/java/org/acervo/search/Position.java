package org.acervo.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list of hits, after a hit. It holds what the list is ordered by, so that going on costs the same however
 * deep it is.
 *
 * @param key what the hit was ordered by, as {@link Sort} has it
 * @param id of the hit
 */
public record Position(String key, long id) {

    private static final int LONGEST = 600;

    /** The form in addresses: letters, digits, hyphens and underscores. */
    public String code() {
        byte[] bytes = (id + " " + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The position of a code; empty where the text is none. */
    public static Optional<Position> ofCode(String code) {
        if (code.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8);
            int blank = text.indexOf(' ');
            return blank < 1
                    ? Optional.empty()
                    : Optional.of(new Position(text.substring(blank + 1), Long.parseLong(text, 0, blank, 10)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
