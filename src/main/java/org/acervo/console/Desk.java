package org.acervo.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.access.Visit;
import org.acervo.access.http.TrustedProxies;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.acervo.format.JsonMaker;
import org.acervo.pages.Pages;
import org.acervo.pages.Query;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** What a page of the console works with: who looks at it, what they sent, its words and its answer. For one request. */
@Dependent
public final class Desk {

    private static final int SEE_OTHER = 303;

    private final HttpServletRequest request;
    private final Models models;
    private final Frame frame;
    private final Repository repository;
    private final TrustedProxies proxies;

    @Inject
    Desk(HttpServletRequest request, Models models, Frame frame, Repository repository, TrustedProxies proxies) {
        this.request = request;
        this.models = models;
        this.frame = frame;
        this.repository = repository;
        this.proxies = proxies;
    }

    /** Who is signed in; the gate lets nobody else come so far. */
    public Visit visit() {
        return frame.visit().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public Caller caller() {
        return visit().caller();
    }

    /** The same for the audit trail. */
    public Source source() {
        return new Source(caller().name(), address());
    }

    /** Where the request comes from, as failures are counted. */
    String address() {
        return TrustedProxies.counted(proxies.client(request));
    }

    /** What was sent with the form. */
    public Fields form() {
        return request.getAttribute(Gate.FORM) instanceof Fields fields ? fields : Fields.NONE;
    }

    /**
     * The files that were sent with the form, whose {@code enctype} is {@code multipart/form-data}; {@link #form()} has the
     * fields that stand before the first of them, the token among them.
     *
     * @throws Refused where there is no such form
     */
    public Upload upload() {
        if (request.getAttribute(Gate.UPLOAD) instanceof Upload upload) {
            return upload;
        }
        throw new Refused(Finding.of(Rule.UNSUPPORTED_TYPE, "", null, "multipart/form-data"));
    }

    /** What the address says beside the path. */
    public Fields query() {
        String query = request.getQueryString();
        return query == null ? Fields.NONE : Fields.parse(query);
    }

    public InterfaceLanguage language() {
        return frame.language(request);
    }

    /** The words of the console, and of the folder that a template lies in, by their keys. */
    public Map<String, String> texts(String template) {
        return Frame.texts(template, language());
    }

    /** A word of the template's bundle, with what stands in the place of its arguments. */
    public String text(String template, String key, Object... arguments) {
        return new MessageFormat(
                        texts(template).getOrDefault(key, key), language().locale())
                .format(arguments);
    }

    /** What is wrong with a form, each after the name of its field where the template's bundle has one. */
    public List<String> messages(String template, Refused refused) {
        Map<String, String> words = texts(template);
        return refused.findings().stream()
                .map(each -> {
                    String field = words.getOrDefault(each.pointer().replace("/", ""), "");
                    return (field.isEmpty() ? "" : field + ": ") + each.message(language());
                })
                .toList();
    }

    /** A time as the reader writes it, in UTC; nothing where there is none. */
    public String moment(@Nullable Instant time) {
        return time == null
                ? ""
                : new DateTimeFormatterBuilder()
                        .appendLocalized(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .toFormatter(language().locale())
                        .withZone(ZoneOffset.UTC)
                        .format(time);
    }

    /** A number as the reader writes it. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language().locale()).format(number);
    }

    /** A size in words: in megabytes of a million bytes, small ones in kilobytes. */
    public String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(language().locale(), "%.1f kB", bytes / 1e3)
                : String.format(language().locale(), "%.1f MB", bytes / 1e6);
    }

    /** A header of the request; empty text where it is missing. */
    public String header(String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    /** A page; the template finds the model as {@code page}. */
    public Response page(String template, Object model) {
        return page(200, template, model);
    }

    /** A page with a status. */
    public Response page(int status, String template, Object model) {
        models.put("page", model);
        Response.ResponseBuilder answer = Response.status(status).entity(template);
        Pages.ownHeaders().forEach(answer::header);
        return answer.build();
    }

    /** An answer to a script. */
    public static Response json(int status, JsonObjectBuilder content) {
        return Response.status(status)
                .entity(content.build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** What was refused, for a script: {@code problems} in the words of whoever is signed in. */
    public Response json(int status, List<Finding> findings) {
        List<String> problems = findings.stream()
                .map(each -> each.message(language()))
                .distinct()
                .toList();
        return json(status, JsonMaker.object().add("problems", JsonMaker.array(problems)));
    }

    /** The way to another page of the console, after a change. */
    public Response to(String path) {
        return Response.status(SEE_OTHER)
                .header(HttpHeaders.LOCATION, link(repository, path))
                .build();
    }

    /** The same with a query. */
    public Response to(String path, Map<String, String> query) {
        return to(path + Query.ofSingle(query));
    }

    /** The address of a page below {@code console/}, without its host, which the browser knows better. */
    static String link(Repository repository, String path) {
        String base = URI.create(repository.baseUrl()).getRawPath();
        return (base == null ? "" : base) + "/console/" + path;
    }
}
