package org.acervo.deposit;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match} (RFC 9110 section 13.1.1): the versions to which a change is made.
 *
 * @param any whether any version will do
 * @param tags the strong ones, with their quotes; a weak one never matches
 */
public record IfMatch(boolean any, Set<String> tags) {

    public IfMatch {
        tags = Set.copyOf(tags);
    }

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(,|$)");

    /** @throws Refused where there is none, or it cannot be read */
    static IfMatch parse(@Nullable String header) {
        if (header == null) {
            throw new Refused(Finding.of(Rule.IF_MATCH_REQUIRED, "", null, "If-Match: \"3\""));
        }
        if (header.strip().equals("*")) {
            return new IfMatch(true, Set.of());
        }
        Set<String> tags = new HashSet<>();
        Matcher tag = TAG.matcher(header);
        int end = 0;
        while (end < header.length() && tag.find(end) && tag.start() == end) {
            end = tag.end();
            if (tag.group(1) == null) {
                tags.add(tag.group(2));
            }
        }
        if (end < header.length() || header.isBlank()) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, "If-Match", header, "\"3\"", "*"));
        }
        return new IfMatch(false, tags);
    }

    /** The same where a change may be made without one: then any version will do. */
    public static IfMatch optional(@Nullable String header) {
        return header == null ? new IfMatch(true, Set.of()) : parse(header);
    }

    /**
     * @param tag the one of what there is, with its quotes
     * @throws Refused where none of those meant is that
     */
    public void require(String tag) {
        if (!any && !tags.contains(tag)) {
            throw new Refused(Finding.of(Rule.STALE_VERSION, "", null, tag));
        }
    }

    /** The ETag of a publication. */
    static String tag(Publication publication) {
        return "\"" + publication.version() + "\"";
    }

    /**
     * The version of the publication that the change is made to.
     *
     * @throws StaleVersion where none of those meant is the current one
     */
    int version(Publication current) {
        if (!any && !tags.contains(tag(current))) {
            throw new StaleVersion(current.id(), current.version());
        }
        return current.version();
    }
}
