package org.acervo.deposit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.acervo.access.Caller;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.acervo.files.Incoming;
import org.acervo.files.Uploads;
import org.acervo.publishing.FileCondition;
import org.jspecify.annotations.Nullable;

/** Leads resumable uploads from their creation to the file that they become. Thread-safe. */
public final class ResumableUploads {

    private static final String TYPE = "Content-Type";
    private static final String METADATA = "Upload-Metadata";
    /** What an upload's metadata calls the id of its publication. */
    static final String PUBLICATION = "publication";

    private static final String NAME = "filename";
    private static final int FAILED = 400;

    /** What will not be another time: the content itself is wrong. */
    private static final Set<Rule> FOR_EVER =
            Set.of(Rule.MEDIA_TYPE_NOT_ALLOWED, Rule.FILE_TOO_LARGE, Rule.EMPTY_FILE, Rule.MALFORMED_FILE_NAME);

    private final Uploads uploads;
    private final FileDeposits files;
    private final FileJson json;
    private final Repository repository;

    ResumableUploads(Uploads uploads, FileDeposits files, FileJson json, Repository repository) {
        this.uploads = uploads;
        this.files = files;
        this.json = json;
        this.repository = repository;
    }

    /** Answers what needs nothing but the protocol. */
    public Response ask(HttpServletRequest request, HttpServletResponse response, String owner) throws IOException {
        return response(captured(request, response, owner), request).build();
    }

    private CapturedResponse captured(HttpServletRequest request, HttpServletResponse response, String owner)
            throws IOException {
        CapturedResponse captured = new CapturedResponse(response);
        uploads.answer(request, captured, owner);
        return captured;
    }

    /** @throws Refused where it is known already that the file cannot be put where it is to go */
    public Response create(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long length = request.getHeader("Upload-Length") == null ? -1 : length(request.getHeader("Upload-Length"));
        files.check(wish(caller, metadata(request.getHeader(METADATA)), length));
        CapturedResponse captured = captured(request, response, caller.name());
        String location = captured.getHeader("Location");
        if (location != null) {
            captured.setHeader(
                    "Location", repository.baseUrl() + Uploads.PATH + location.substring(location.lastIndexOf('/')));
        }
        return response(captured, request).build();
    }

    /** Takes a part, or says how far it has come; what has come whole becomes a file. */
    public Response carryOn(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CapturedResponse captured = captured(request, response, caller.name());
        if (captured.getStatus() >= 300) {
            return response(captured, request).build();
        }
        String path = request.getRequestURI();
        try {
            Optional<String> address = uploads.end(path, caller.name(), complete -> attach(caller, complete));
            address.ifPresent(each -> captured.setHeader("Content-Location", each));
            return response(captured, request).build();
        } catch (Refused refused) {
            if (refused.findings().stream().anyMatch(each -> FOR_EVER.contains(each.rule()))) {
                uploads.forget(path, caller.name());
            }
            throw refused;
        }
    }

    private String attach(Caller caller, Uploads.Complete complete) {
        return json.address(files.put(wish(caller, complete.metadata(), complete.length()), complete.content())
                .attached()
                .file());
    }

    private static FileDeposits.Wish wish(Caller caller, Map<String, String> metadata, long length) {
        Map<String, String> said = new HashMap<>(metadata);
        said.keySet().retainAll(FileParameters.NAMES);
        String publication = metadata.get(PUBLICATION);
        String name = metadata.get(NAME);
        if (publication == null || name == null) {
            throw unfit(metadata.toString());
        }
        return new FileDeposits.Wish(
                caller, publication, new Incoming(name, length, List.of()), said, FileCondition.WHATEVER);
    }

    /** The pairs of a name and a text in base64. */
    private static Map<String, String> metadata(@Nullable String header) {
        Map<String, String> metadata = new HashMap<>();
        for (String pair : header == null ? new String[0] : header.split(",", -1)) {
            String[] parts = pair.strip().split("\\s+", -1);
            try {
                String value = parts.length < 2
                        ? ""
                        : new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
                if (parts.length > 2 || parts[0].isEmpty() || metadata.put(parts[0], value) != null) {
                    throw unfit(header);
                }
            } catch (IllegalArgumentException malformed) {
                throw unfit(header);
            }
        }
        return metadata;
    }

    private static long length(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException malformed) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, "Upload-Length", header, "1048576"));
        }
    }

    private static Refused unfit(@Nullable String header) {
        return new Refused(
                Finding.of(Rule.MALFORMED_HEADER, METADATA, header, PUBLICATION + " NDI=,filename cmVwb3J0LnBkZg=="));
    }

    private static Response.ResponseBuilder response(CapturedResponse captured, HttpServletRequest request) {
        captured.setHeader("Cache-Control", "no-store");
        captured.setHeader("Content-Length", null);
        if (captured.getStatus() >= FAILED) {
            throw refusal(captured, request);
        }
        Response.ResponseBuilder answer = Response.status(captured.getStatus());
        captured.headers().forEach(answer::header);
        return answer;
    }

    /** What the protocol refuses, told as everything here that is refused. */
    private static RuntimeException refusal(CapturedResponse captured, HttpServletRequest request) {
        Rule rule =
                switch (captured.getStatus()) {
                    case 400 -> Rule.MALFORMED_HEADER;
                    case 403, 404, 410 -> Rule.NOT_FOUND;
                    case 406, 415 -> Rule.UNSUPPORTED_TYPE;
                    case 409 -> Rule.UPLOAD_ELSEWHERE;
                    case 412 -> Rule.UPLOAD_VERSION;
                    case 413 -> Rule.FILE_TOO_LARGE;
                    case 423 -> Rule.UPLOAD_LOCKED;
                    case 460 -> Rule.UPLOAD_SPOILT;
                    default -> null;
                };
        if (rule == null) {
            return new WebApplicationException(captured.getStatus());
        }
        return new Refused(
                switch (rule) {
                    case MALFORMED_HEADER -> malformed(captured.message(), request);
                    case UNSUPPORTED_TYPE ->
                        Finding.of(rule, TYPE, request.getHeader(TYPE), "application/offset+octet-stream");
                    default -> Finding.of(rule, "", null);
                });
    }

    private static Finding malformed(String said, HttpServletRequest request) {
        String name = Stream.of("Upload-Length", "Content-Length", "Upload-Checksum", "Upload-Offset")
                .filter(each -> said.toLowerCase(Locale.ROOT).contains(each.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("Upload-Offset");
        String given = request.getHeader(name);
        return Finding.of(Rule.MALFORMED_HEADER, name, given == null ? "" : given);
    }
}
