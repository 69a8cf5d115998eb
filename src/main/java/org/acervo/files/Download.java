package org.acervo.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import org.acervo.catalog.PublicationFile;
import org.jspecify.annotations.Nullable;

/**
 * Sends contents over HTTP: whole or in part, only where the client has not got it yet, and so that a browser runs nothing
 * of it. It needs the same little memory whatever the size, and nothing of the database while it sends. Thread-safe.
 */
public final class Download {

    private static final int BUFFER = 65_536;
    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    /** What a browser may show by itself; everything else it saves. */
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "text/plain", "image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff");

    /** A browser's own viewer of PDF does not start in a sandbox. */
    private static final String POLICY =
            "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Contents contents;

    Download(Contents contents) {
        this.contents = contents;
    }

    /** Who may keep the answer. */
    public enum Cache {
        /** Everyone, as long as they ask before they use it again. */
        SHARED("public, no-cache"),
        /** Only who has asked. */
        PRIVATE("private, no-cache");

        private final String directive;

        Cache(String directive) {
            this.directive = directive;
        }
    }

    /**
     * The answer to who may have the file.
     *
     * @param request as JAX-RS has it, for the preconditions of RFC 9110 section 13
     * @param http the same as a servlet has it
     * @throws java.io.UncheckedIOException where the content is lost
     */
    public Response answer(HeldFile held, Cache cache, Request request, HttpServletRequest http) {
        PublicationFile file = held.file();
        Instant modified = file.added().truncatedTo(ChronoUnit.SECONDS);
        EntityTag tag = new EntityTag(file.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(Date.from(modified), tag);
        if (unchanged != null) {
            return head(unchanged, file, tag, modified, cache).build();
        }
        ByteRange range = range(http, file, modified);
        if (range != null && range.length() == 0) {
            return head(Response.status(UNSATISFIABLE), file, tag, modified, cache)
                    .header("Content-Range", "bytes */" + file.size())
                    .build();
        }
        boolean whole = range == null;
        ByteRange part = range == null ? new ByteRange(0, file.size() - 1) : range;
        Response.ResponseBuilder answer = head(Response.status(whole ? 200 : PARTIAL), file, tag, modified, cache)
                .header("Content-Type", type(file))
                .header("Content-Length", part.length())
                .header("Content-Disposition", disposition(file))
                .header("Repr-Digest", digest(file));
        if (!whole) {
            answer.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.size());
        }
        return http.getMethod().equals("HEAD")
                ? answer.build()
                : answer.entity(stream(contents.open(held), part)).build();
    }

    private static Response.ResponseBuilder head(
            Response.ResponseBuilder answer, PublicationFile file, EntityTag tag, Instant modified, Cache cache) {
        boolean sandbox = !file.mediaType().equals("application/pdf");
        return answer.tag(tag)
                .header("Last-Modified", date(modified))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", cache.directive)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", sandbox ? POLICY + "; sandbox" : POLICY)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Referrer-Policy", "same-origin");
    }

    /** The part that is asked for, unless it is one of another content (RFC 9110 section 13.1.5). */
    private static @Nullable ByteRange range(HttpServletRequest http, PublicationFile file, Instant modified) {
        String condition = http.getHeader("If-Range");
        boolean same = condition == null
                || condition.strip().equals("\"" + file.sha256() + "\"")
                || condition.strip().equals(date(modified));
        return same && http.getMethod().equals("GET") ? ByteRange.of(http.getHeader("Range"), file.size()) : null;
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(time.atOffset(ZoneOffset.UTC))
                .replaceFirst(", (\\d) ", ", 0$1 ");
    }

    private static String type(PublicationFile file) {
        return file.mediaType().startsWith("text/") ? file.mediaType() + "; charset=UTF-8" : file.mediaType();
    }

    private static String digest(PublicationFile file) {
        return new ContentDigest(ContentDigest.Algorithm.SHA_256, file.sha256()).field();
    }

    /** RFC 6266, with the name as every client reads it and as it is. */
    static String disposition(PublicationFile file) {
        StringBuilder plain = new StringBuilder();
        file.name()
                .codePoints()
                .forEach(c -> plain.append(c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : (char) c));
        return (SHOWN.contains(file.mediaType()) ? "inline" : "attachment") + "; filename=\"" + plain
                + "\"; filename*=UTF-8''" + ExtendedValue.of(file.name());
    }

    private static StreamingOutput stream(FileChannel content, ByteRange part) {
        return out -> {
            try (content) {
                send(content, part, out);
            }
        };
    }

    private static void send(FileChannel content, ByteRange part, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long position = part.first();
        while (position <= part.last()) {
            buffer.clear().limit((int) Math.min(BUFFER, part.last() - position + 1));
            int n = content.read(buffer, position);
            if (n < 0) {
                throw new EOFException("A content ends before its size");
            }
            out.write(buffer.array(), 0, n);
            position += n;
        }
    }
}
