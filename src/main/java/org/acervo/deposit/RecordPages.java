package org.acervo.deposit;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.access.Caller;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/** Answers those who read publications, in the form that they accept. Thread-safe. */
final class RecordPages {

    private static final int FEW = 50;
    private static final int MOST = 200;
    private static final String AFTER = "after";
    private static final Set<String> FILTERS =
            Set.of("state", "revision", "type", "mission", "sourceId", "modifiedSince", "limit", AFTER);
    private static final Map<String, State> STATES =
            Arrays.stream(State.values()).collect(Collectors.toMap(State::code, state -> state));

    private final Records records;
    private final Documents documents;
    private final Repository repository;

    RecordPages(Records records, Documents documents, Repository repository) {
        this.records = records;
        this.documents = documents;
        this.repository = repository;
    }

    /** One publication, for who may see it. */
    Response get(@Nullable Caller caller, String id, Exchange exchange, Request request) {
        exchange.allowParameters(Set.of("version"));
        Records.Version version = exchange.choice(
                "version", Map.of("public", Records.Version.PUBLIC, "working", Records.Version.WORKING));
        Records.Seen seen = records.find(caller, id, version == null ? Records.Version.WORKING : version);
        Variant variant = request.selectVariant(Exchange.VARIANTS);
        if (variant == null) {
            throw new NotAcceptableException();
        }
        String type = variant.getMediaType().toString();
        String prefix = MediaTypes.PREFIXES.get(type);
        return ok(
                        prefix == null
                                ? records.json(seen, exchange.language()).toString()
                                : documents.write(records.item(seen), prefix),
                        type)
                .header("ETag", IfMatch.tag(seen.publication()))
                .build();
    }

    Response history(Caller caller, String id, Exchange exchange) {
        exchange.allowParameters(Set.of());
        return ok(records.history(caller, id).toString(), MediaTypes.JSON).build();
    }

    /** What the caller reaches, a page at a time. */
    Response list(Caller caller, Exchange exchange) {
        exchange.allowParameters(FILTERS);
        String mission = exchange.parameter("mission");
        Listing wanted = new Listing(
                mission == null ? null : Set.of(mission),
                exchange.choice("state", STATES),
                exchange.choice("revision", STATES),
                exchange.parameter("type"),
                exchange.parameter("sourceId"),
                since(exchange));
        Listing.Page page = records.list(caller, wanted, exchange.number(AFTER, 0, 0, Long.MAX_VALUE), (int)
                exchange.number("limit", FEW, 1, MOST));
        JsonObjectBuilder json = records.json(page);
        Long next = page.next();
        if (next == null) {
            return ok(json.build().toString(), MediaTypes.JSON).build();
        }
        String address = next(exchange, next);
        return ok(json.add("next", address).build().toString(), MediaTypes.JSON)
                .header("Link", "<" + address + ">; rel=\"next\"")
                .build();
    }

    private String next(Exchange exchange, long after) {
        UriBuilder next = UriBuilder.fromUri(repository.baseUrl() + "/api/v1/publications");
        for (String name : FILTERS.stream().sorted().toList()) {
            String value = exchange.parameter(name);
            if (value != null && !name.equals(AFTER)) {
                next.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
            }
        }
        return next.queryParam(AFTER, after).build().toString();
    }

    private static @Nullable Instant since(Exchange exchange) {
        String text = exchange.parameter("modifiedSince");
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new Refused(
                    Finding.of(Rule.MALFORMED_PARAMETER, "?modifiedSince", text, "2026-11-21", "2026-11-21T08:00:00Z"));
        }
    }

    private static Response.ResponseBuilder ok(String entity, String type) {
        return Response.ok(entity)
                .header("Content-Type", type + (MediaTypes.isXml(type) ? "; charset=UTF-8" : ""))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept, Accept-Language, Authorization");
    }
}
