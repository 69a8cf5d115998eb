package org.acervo.library;

import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import org.acervo.format.JsonMaker;
import org.jspecify.annotations.Nullable;

/**
 * A link that tells programs where they can go on (RFC 8288).
 *
 * @param type the media type of what it leads to, or null
 * @param profile a URI that says what is in it, or null
 */
record Signpost(
        String relation,
        String target,
        @Nullable String type,
        @Nullable String profile) {

    static Signpost of(String relation, String target) {
        return new Signpost(relation, target, null, null);
    }

    static Signpost of(String relation, String target, String type) {
        return new Signpost(relation, target, type, null);
    }

    /** Whether the text is an http or https URI, so that a header can carry it. */
    static boolean isAddress(@Nullable String text) {
        if (text == null || Facts.http(text) == null || !text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return false;
        }
        try {
            return new URI(text).getRawAuthority() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** As the header Link has it. */
    String header() {
        return "<" + target + ">; rel=\"" + relation + "\"" + (type == null ? "" : "; type=\"" + type + "\"")
                + (profile == null ? "" : "; profile=\"" + profile + "\"");
    }

    /** As a link set has it (RFC 9264 section 4.2.3); attributes that no standard defines are lists. */
    JsonObjectBuilder json() {
        JsonObjectBuilder json = JsonMaker.object().add("href", target);
        if (type != null) {
            json.add("type", type);
        }
        return profile == null ? json : json.add("profile", JsonMaker.array().add(profile));
    }
}
