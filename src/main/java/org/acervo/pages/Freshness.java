package org.acervo.pages;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends an answer only to who has not got it yet (RFC 9110 section 13). */
public final class Freshness {

    private static final int LENGTH = 24;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private Freshness() {}

    /**
     * The answer with its validators, or without its body where the client has that.
     *
     * @param whole the answer with its headers
     * @param modified when what it tells last changed, or null where that is not known
     * @param noneMatch the header If-None-Match, which goes before any date, or null
     */
    public static Response.ResponseBuilder of(
            Response.ResponseBuilder whole,
            byte[] body,
            @Nullable Instant modified,
            @Nullable String noneMatch,
            Request request) {
        EntityTag tag = new EntityTag(digest(body));
        whole.entity(body).tag(tag);
        Response.ResponseBuilder unchanged;
        if (modified == null) {
            unchanged = request.evaluatePreconditions(tag);
        } else {
            Instant second = modified.truncatedTo(ChronoUnit.SECONDS);
            whole.header("Last-Modified", HTTP_DATE.format(second.atOffset(ZoneOffset.UTC)));
            unchanged = noneMatch == null
                    ? request.evaluatePreconditions(Date.from(second), tag)
                    : request.evaluatePreconditions(tag);
        }
        return unchanged == null
                ? whole
                : whole.status(unchanged.build().getStatus()).entity(null);
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
