package org.acervo.deposit;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.Variant;
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
            throw new Refused(Finding.of(Rule.NOT_ACCEPTABLE, "Accept", exchange.accept(), MediaTypes.DOCUMENTS));
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
        Listing.Page page = exchange.parameters(FILTERS, RecordPages::asked).of(records, caller);
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

    /** A page of the list as the address asks for it. */
    private record Wanted(Listing listing, long after, int limit) {

        Listing.Page of(Records records, Caller caller) {
            return records.list(caller, listing, after, limit);
        }
    }

    private static Wanted asked(Parameters parameters) {
        String mission = parameters.text("mission");
        Listing listing = new Listing(
                mission == null ? null : Set.of(mission),
                parameters.choice("state", STATES),
                parameters.choice("revision", STATES),
                parameters.text("type"),
                parameters.text("sourceId"),
                parameters.time("modifiedSince"));
        return new Wanted(listing, parameters.number(AFTER, 0, 0, Long.MAX_VALUE), (int)
                parameters.number("limit", FEW, 1, MOST));
    }

    private static Response.ResponseBuilder ok(String entity, String type) {
        return Response.ok(entity)
                .header("Content-Type", type + (MediaTypes.isXml(type) ? "; charset=UTF-8" : ""))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept, Accept-Language, Authorization");
    }
}
