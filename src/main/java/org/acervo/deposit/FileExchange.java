package org.acervo.deposit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.acervo.access.Caller;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.files.ContentDigest;
import org.acervo.files.Incoming;
import org.acervo.publishing.FileCondition;
import org.jspecify.annotations.Nullable;

/** What a request says of a file, beside its content. */
public class FileExchange {

    private static final String STANDING = "standing";

    @Context
    private HttpServletRequest request;

    /**
     * The request; its content comes later.
     *
     * @throws Refused for a parameter that cannot be read, or is none
     */
    Asked asked(Caller caller, Exchange exchange) {
        Set<String> allowed = new HashSet<>(FileParameters.NAMES);
        allowed.add(Exchange.DRY_RUN);
        exchange.allowParameters(request.getMethod().equals("PUT") ? allowed : Set.of(Exchange.DRY_RUN));
        String path = request.getRequestURI() + new TreeMap<>(said(exchange));
        return exchange.asked(caller, path, new Asked.Body("", new byte[0]));
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

    /** What must be there: without a header whatever it be, since files come side by side. */
    FileCondition condition() {
        String none = request.getHeader("If-None-Match");
        String some = header("If-Match");
        if (none != null && (some != null || !none.strip().equals("*"))) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, "If-None-Match", none, "*"));
        }
        if (some == null) {
            return none == null ? FileCondition.WHATEVER : FileCondition.NOTHING;
        }
        IfMatch meant = IfMatch.parse(some);
        return meant.any()
                ? FileCondition.SOMETHING
                : FileCondition.oneOf(meant.tags().stream()
                        .map(tag -> tag.substring(1, tag.length() - 1))
                        .collect(Collectors.toSet()));
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
            throw new Refused(Finding.of(Rule.UNSUPPORTED_ENCODING, "Content-Encoding", encoding));
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
