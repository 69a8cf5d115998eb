package org.acervo.deposit.bulk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import org.acervo.access.Callers;
import org.acervo.catalog.Repository;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Deposits by spreadsheet: the template, jobs, and their sheets with what became of each row. */
@Path("api/v1/bulk")
@Dependent
public class BulkResource {

    private final Callers callers;
    private final BulkDeposits deposits;
    private final Vocabularies vocabularies;
    private final Repository repository;

    @Inject
    BulkResource(Callers callers, BulkDeposits deposits, Vocabularies vocabularies, Repository repository) {
        this.callers = callers;
        this.deposits = deposits;
        this.vocabularies = vocabularies;
        this.repository = repository;
    }

    /**
     * An empty sheet.
     *
     * @param format {@code xlsx} or {@code csv}
     */
    @GET
    @Path("template")
    public Response template(
            @QueryParam("format") @DefaultValue("xlsx") String format,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        BulkParameters parameters = new BulkParameters();
        SheetFormat as = parameters.format(format);
        InterfaceLanguage language = parameters.language(lang, acceptLanguage);
        parameters.check();
        Template template = new Template(vocabularies, language);
        StreamingOutput content = as == SheetFormat.CSV ? template::writeCsv : template::writeXlsx;
        return sheet(as, template.name() + "." + as.extension(), language, content);
    }

    /**
     * Takes a sheet, or a ZIP archive with one and the files that its rows name.
     *
     * @param dryRun {@code true} to try everything and keep nothing
     * @param then what becomes of the rows: {@code draft}, {@code submit} or {@code publish}
     * @param publish {@code true} stands for {@code then=publish}
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response deposit(
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("then") @Nullable String then,
            @QueryParam("publish") @Nullable String publish,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream content) {
        BulkParameters parameters = new BulkParameters();
        InterfaceLanguage language = parameters.language(lang, acceptLanguage);
        BulkJob.Wish wish =
                new BulkJob.Wish(parameters.then(then, publish), parameters.isTrue("dryRun", dryRun), language);
        String retry = parameters.key(key);
        parameters.check();
        BulkDeposits.Progress progress = deposits.accept(callers.required(), wish, retry, content);
        return Response.accepted(json(progress, language).toString())
                .location(URI.create(address(progress.job())))
                .build();
    }

    /** The caller's jobs, the newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String jobs(
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        InterfaceLanguage language = language(lang, acceptLanguage);
        JsonArray jobs = BulkJson.list(deposits.of(callers.required()).stream()
                .map(each -> json(each, language))
                .toList());
        return BulkJson.object("jobs", jobs).toString();
    }

    /** How far a job is. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public String job(
            @PathParam("id") String id,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return json(deposits.find(callers.required(), id), language(lang, acceptLanguage))
                .toString();
    }

    /** The sheet as it was sent, with what became of each row. */
    @GET
    @Path("{id}/sheet")
    public Response sheet(
            @PathParam("id") String id,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        InterfaceLanguage language = language(lang, acceptLanguage);
        BulkDeposits.Answer answer = deposits.answer(callers.required(), id, language);
        return sheet(answer.format(), answer.name(), language, answer.content()::write);
    }

    /** Cancels a job; what was deposited stays. */
    @DELETE
    @Path("{id}")
    public Response cancel(@PathParam("id") String id) {
        deposits.cancel(callers.required(), id);
        return Response.noContent().build();
    }

    private static InterfaceLanguage language(@Nullable String lang, @Nullable String acceptLanguage) {
        BulkParameters parameters = new BulkParameters();
        InterfaceLanguage language = parameters.language(lang, acceptLanguage);
        parameters.check();
        return language;
    }

    private static Response sheet(
            SheetFormat format, String name, InterfaceLanguage language, StreamingOutput content) {
        return Response.ok(content)
                .type(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Content-Language", language.tag())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private JsonObject json(BulkDeposits.Progress progress, InterfaceLanguage language) {
        return BulkJson.write(progress, address(progress.job()), language);
    }

    private String address(BulkJob job) {
        return repository.baseUrl() + "/api/v1/bulk/" + job.id();
    }
}
