package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.UnknownPublication;
import org.acervo.format.FindingsJson;
import org.acervo.format.JsonMaker;
import org.acervo.pages.ErrorPage;
import org.acervo.pages.PageRequest;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** Problem details for programs (RFC 9457), and the one place that says which HTTP status each rule has. */
@ApplicationScoped
class Problems {

    private static final int INVALID = 422;
    private static final int SOON_SECONDS = 3;

    @Inject
    private Repository repository;

    /** The status of a problem in which this rule alone is broken. */
    static int status(Rule rule) {
        return switch (rule) {
            case NOT_JSON, NOT_UTF8, NOT_AN_OBJECT, TOO_DEEP, NOT_XML -> 400;
            case MALFORMED_HEADER, MISSING_HEADER, MALFORMED_PARAMETER, UNKNOWN_PARAMETER -> 400;
            case MALFORMED_DIGEST, DIGEST_MISMATCH, INCOMPLETE_UPLOAD -> 400;
            case SIGN_IN_REQUIRED, SIGN_IN_FAILED, PASSWORDS_NOT_TAKEN, TOKEN_ENDED -> 401;
            case RIGHT_REQUIRED, SECOND_ADMINISTRATOR_REQUIRED, NOT_OPEN -> 403;
            case NOT_FOUND, UNKNOWN_FILE -> 404;
            case NOT_ACCEPTABLE -> 406;
            case WITHDRAWN -> 410;
            case STATE_FORBIDS, SOURCE_ID_TAKEN, EDITED_SINCE_IMPORT, NAME_TAKEN, LAST_ADMINISTRATOR, CLAIMED -> 409;
            case SOURCE_ID_ERASED, ERASED, ERASURE_ASKED, ERASURE_NOT_ASKED -> 409;
            case STALE_VERSION, FILE_EXISTS, FILE_CHANGED -> 412;
            case TOO_LARGE, FILE_TOO_LARGE -> 413;
            case UNSUPPORTED_TYPE, UNSUPPORTED_ENCODING, MEDIA_TYPE_NOT_ALLOWED -> 415;
            case UPLOAD_PART_TOO_LONG, UPLOAD_BROKE_OFF -> 400;
            case UPLOAD_ELSEWHERE -> 409;
            case UPLOAD_VERSION -> 412;
            case UPLOAD_LOCKED -> 423;
            case IF_MATCH_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case UPLOAD_SPOILT -> 460;
            case NOT_STORED, SECRET_KEY_UNUSABLE -> 503;
            case STORAGE_FULL, QUOTA_EXCEEDED -> 507;
            default -> INVALID;
        };
    }

    /** The status of a problem with these findings: the lowest of its errors that is not only about values, else 422. */
    static int status(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isError)
                .mapToInt(finding -> status(finding.rule()))
                .filter(status -> status != INVALID)
                .min()
                .orElse(INVALID);
    }

    /** What a domain exception has found, or null where it is a fault of ours. */
    static @Nullable List<Finding> findings(Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return refused.findings();
        }
        if (thrown instanceof StaleVersion stale) {
            return List.of(Finding.of(Rule.STALE_VERSION, "", null, "\"" + stale.current() + "\""));
        }
        if (thrown instanceof IOException failed && isDiskFull(failed)) {
            return List.of(Finding.of(Rule.STORAGE_FULL, "", null));
        }
        return thrown instanceof UnknownPublication ? List.of(Finding.of(Rule.NOT_FOUND, "", null)) : null;
    }

    /** As Linux says it; Java has no type for it. */
    private static boolean isDiskFull(IOException failed) {
        String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
    }

    /**
     * An answer in {@code application/problem+json}.
     *
     * @param findings none where the status says it all
     * @param reference what an operator finds the fault in the log by, or nothing
     */
    Response.ResponseBuilder answer(
            ErrorPage.Told told, List<Finding> findings, InterfaceLanguage language, String reference, String address) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        JsonObjectBuilder problem = JsonMaker.object()
                .add("type", repository.baseUrl() + "/api/v1/problems/" + kind(told.status(), errors))
                .add("title", told.title())
                .add("status", told.status())
                .add("detail", errors.size() == 1 ? errors.get(0).message(language) : told.text())
                .add("instance", address);
        if (!findings.isEmpty()) {
            problem.add("findings", FindingsJson.write(findings, language));
        }
        if (!reference.isEmpty()) {
            problem.add("reference", reference);
        }
        Response.ResponseBuilder answer = Response.status(told.status())
                .entity(problem.build().toString())
                .header("Content-Type", "application/problem+json; charset=UTF-8")
                .header("Content-Language", language.tag())
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept, Accept-Language")
                .header("Cache-Control", "no-store");
        return told.status() == 401 ? answer.header("WWW-Authenticate", "Bearer realm=\"acervo\"") : answer;
    }

    /** The kind of the problem: that of its errors where they are all of one, else that of the status. */
    private static String kind(int status, List<Finding> findings) {
        List<Rule> rules = findings.stream()
                .filter(Finding::isError)
                .map(Finding::rule)
                .distinct()
                .toList();
        return rules.size() == 1 && status != INVALID ? rules.get(0).code() : Integer.toString(status);
    }

    /** What people read of a problem of that kind. */
    static ErrorPage.Told told(int status, List<Finding> findings, PageRequest asked) {
        return ErrorPage.told(kind(status, findings), status, asked);
    }

    /** After how many seconds the same may well be answered otherwise, or null where nobody knows. */
    static @Nullable Integer retryAfter(List<Finding> findings) {
        boolean soon = findings.stream().anyMatch(each -> each.rule() == Rule.UPLOAD_LOCKED);
        return soon ? SOON_SECONDS : null;
    }
}
