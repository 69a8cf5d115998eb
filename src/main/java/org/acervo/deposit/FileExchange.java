package org.acervo.deposit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.files.ContentDigest;
import org.acervo.files.Incoming;
import org.jspecify.annotations.Nullable;

/** What a request says of a file, beside its content. */
public class FileExchange {

    private static final String DRY_RUN = "dryRun";
    private static final String STANDING = "standing";

    @Context
    private HttpServletRequest request;

    /** @throws Refused for a parameter that cannot be read, or is none */
    boolean dryRun(Exchange exchange) {
        Set<String> allowed = new HashSet<>(FileParameters.NAMES);
        allowed.add(DRY_RUN);
        exchange.allowParameters(request.getMethod().equals("PUT") ? allowed : Set.of(DRY_RUN));
        return Boolean.TRUE.equals(exchange.choice(DRY_RUN, Map.of("true", true, "false", false)));
    }

    /** Whether the file that belongs to the publication is meant, and not the one that is proposed. */
    boolean kept(Exchange exchange) {
        exchange.allowParameters(Set.of(STANDING));
        return Boolean.TRUE.equals(exchange.choice(STANDING, Map.of("kept", true, "proposed", false)));
    }

    /** What the parameters say, by the names of {@link FileParameters}. */
    Map<String, String> said(Exchange exchange) {
        Map<String, String> said = new HashMap<>();
        for (String name : FileParameters.NAMES) {
            String value = exchange.parameter(name);
            if (value != null) {
                said.put(name, value);
            }
        }
        return said;
    }

    /** Whether there must not be a file of that name yet. */
    boolean onlyNew() {
        String header = request.getHeader("If-None-Match");
        if (header != null && !header.strip().equals("*")) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, "If-None-Match", header, "*"));
        }
        return header != null;
    }

    /**
     * What is announced of a content.
     *
     * @throws Refused for a checksum that cannot be read, a part of a content, or one in another encoding
     */
    Incoming incoming(String name) {
        String part = request.getHeader("Content-Range");
        if (part != null) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, "Content-Range", part, "POST /api/v1/uploads"));
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new Refused(Finding.of(Rule.UNSUPPORTED_TYPE, "Content-Encoding", encoding, "identity"));
        }
        return new Incoming(name, request.getContentLengthLong(), digests());
    }

    private List<ContentDigest> digests() {
        List<ContentDigest> digests = new ArrayList<>();
        for (String header : new String[] {"Content-Digest", "Repr-Digest"}) {
            String field = header(header);
            if (field != null) {
                digests.addAll(ContentDigest.parse(field));
            }
        }
        String old = header("Digest");
        if (old != null) {
            digests.addAll(ContentDigest.parseOld(old));
        }
        return digests;
    }

    private @Nullable String header(String name) {
        List<String> values = java.util.Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
