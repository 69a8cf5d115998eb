package org.acervo.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Remembers since when answers are as they are. A list shows what comes from many places, none of which alone knows when it
 * changed; but whoever asks with a date (RFC 9110 section 13.1.3) must never be told that nothing did when something has. So
 * an answer counts as changed when it was first seen, after a start of the server too. Thread-safe.
 */
public final class Sightings {

    private static final int MOST = 10_000;

    private record Seen(String content, Instant since) {}

    private final Clock clock;

    @SuppressWarnings("serial")
    private final Map<String, Seen> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    public Sightings(Clock clock) {
        this.clock = clock;
    }

    /** The answer with its validators, or without its body where the client has that. */
    public Response.ResponseBuilder answer(
            Response.ResponseBuilder whole,
            byte[] body,
            InterfaceLanguage language,
            HttpServletRequest http,
            Request request) {
        String address = language + " " + http.getRequestURI() + "?" + http.getQueryString();
        Instant since = since(Freshness.digest(address), Freshness.digest(body));
        return Freshness.of(whole, body, since, http.getHeader("If-None-Match"), request);
    }

    /**
     * Since when an address has its content, in whole seconds; null for the rest of a second in which it had another one,
     * since a date cannot tell them apart.
     */
    synchronized @Nullable Instant since(String address, String content) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Seen before = known.get(address);
        if (before == null || !before.content().equals(content)) {
            Instant since = before == null || before.since().isBefore(now)
                    ? now
                    : before.since().plusSeconds(1);
            known.put(address, new Seen(content, since));
            return since.isAfter(now) ? null : since;
        }
        return before.since().isAfter(now) ? null : before.since();
    }
}
