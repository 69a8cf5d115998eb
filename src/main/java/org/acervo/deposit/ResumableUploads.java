package org.acervo.deposit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

/** Leads resumable uploads from their creation to the file that they become. Thread-safe. */
public final class ResumableUploads {

    private static final String TYPE = "Content-Type";
    private static final String LENGTH = "Upload-Length";
    private static final String OFFSET = "Upload-Offset";
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final Map<String, List<String>> EXAMPLES = Map.of(LENGTH, List.of("1048576"), OFFSET, List.of("0"));
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
        return response(captured(request, response, owner), request, owner).build();
    }

    private CapturedResponse captured(HttpServletRequest request, HttpServletResponse response, String owner)
            throws IOException {
        CapturedResponse captured = new CapturedResponse(response);
        uploads.answer(request, captured, owner);
        return captured;
    }

    /** @throws Refused where it is known already that the file cannot be put where it is to go */
    public Response create(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long length = request.getHeader(LENGTH) == null ? -1 : length(request.getHeader(LENGTH));
        files.check(wish(caller, UploadMetadata.parse(request.getHeader("Upload-Metadata")), length));
        CapturedResponse captured = captured(request, response, caller.name());
        String location = captured.getHeader("Location");
        if (location != null) {
            captured.setHeader(
                    "Location", repository.baseUrl() + Uploads.PATH + location.substring(location.lastIndexOf('/')));
        }
        return response(captured, request, caller.name()).build();
    }

    /** Takes a part, or says how far it has come; what has come whole becomes a file. */
    public Response carryOn(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CapturedResponse captured = captured(request, response, caller.name());
        if (captured.getStatus() >= 300) {
            return response(captured, request, caller.name()).build();
        }
        String path = request.getRequestURI();
        try {
            Optional<String> address = uploads.end(path, caller.name(), complete -> attach(caller, complete));
            address.ifPresent(each -> captured.setHeader("Content-Location", each));
            return response(captured, request, caller.name()).build();
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
        String publication = metadata.getOrDefault(UploadMetadata.PUBLICATION, "");
        Incoming file = new Incoming(metadata.getOrDefault(UploadMetadata.NAME, ""), length, List.of());
        return new FileDeposits.Wish(caller, publication, file, said, FileCondition.WHATEVER);
    }

    private static long length(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException malformed) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, LENGTH, header, "1048576"));
        }
    }

    private Response.ResponseBuilder response(CapturedResponse captured, HttpServletRequest request, String owner)
            throws IOException {
        captured.setHeader("Cache-Control", "no-store");
        captured.setHeader("Content-Length", null);
        if (captured.getStatus() >= FAILED) {
            throw refusal(captured, request, owner);
        }
        Response.ResponseBuilder answer = Response.status(captured.getStatus());
        captured.headers().forEach(answer::header);
        return answer;
    }

    /** What the protocol refuses, told as everything here that is refused. */
    private RuntimeException refusal(CapturedResponse captured, HttpServletRequest request, String owner)
            throws IOException {
        Finding finding =
                switch (captured.getStatus()) {
                    case 400 -> malformed(captured.message(), request, owner);
                    case 403, 404, 410 -> Finding.of(Rule.NOT_FOUND, "", null);
                    case 406, 415 ->
                        Finding.of(
                                Rule.UNSUPPORTED_TYPE,
                                TYPE,
                                request.getHeader(TYPE),
                                "application/offset+octet-stream");
                    case 409 ->
                        request.getHeader(OFFSET) == null
                                ? missing(OFFSET)
                                : Finding.of(Rule.UPLOAD_ELSEWHERE, "", null);
                    case 412 -> Finding.of(Rule.UPLOAD_VERSION, "", null);
                    case 413 -> Finding.of(Rule.FILE_TOO_LARGE, "", null);
                    case 460 -> Finding.of(Rule.UPLOAD_SPOILT, "", null);
                    default -> null;
                };
        return finding == null ? new WebApplicationException(captured.getStatus()) : new Refused(finding);
    }

    private Finding malformed(String said, HttpServletRequest request, String owner) throws IOException {
        String name = Stream.of(LENGTH, CONTENT_LENGTH, "Upload-Checksum", OFFSET)
                .filter(each -> said.toLowerCase(Locale.ROOT).contains(each.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(OFFSET);
        OptionalLong left = uploads.left(request.getRequestURI(), owner);
        if (name.equals(CONTENT_LENGTH) && left.isPresent()) {
            return Finding.of(Rule.UPLOAD_PART_TOO_LONG, "", null, Long.toString(left.getAsLong()));
        }
        String given = request.getHeader(name);
        return given == null ? missing(name) : Finding.of(Rule.MALFORMED_HEADER, name, given);
    }

    private static Finding missing(String header) {
        return Finding.of(Rule.MISSING_HEADER, header, null, EXAMPLES.getOrDefault(header, List.of()));
    }
}
