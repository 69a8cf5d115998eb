package org.acervo.server;

import static org.acervo.server.Api.REPORT;
import static org.acervo.server.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acervo.launcher.TestClient;
import org.acervo.launcher.TestDatabase;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The deposit interface of the deployed server, as programs meet it. */
@ArquillianTest
@RunAsClient
class DepositIT {

    private static final int TWINS = 8;
    private static final String PUBLICATIONS = "/api/v1/publications";
    private static final List<Api> CALLERS = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return TestServer.war();
    }

    @BeforeEach
    void signIn() {
        if (CALLERS.isEmpty()) {
            CALLERS.add(token("mexico", "deposit,publish,read"));
            CALLERS.add(token("mexico", "deposit,read"));
            String password = command("account", "root", "--role", "administrator");
            CALLERS.add(new Api("Basic "
                    + java.util.Base64.getEncoder()
                            .encodeToString(("root:" + password).getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static Api publisher() {
        return CALLERS.get(0);
    }

    private static Api depositor() {
        return CALLERS.get(1);
    }

    private static Api administrator() {
        return CALLERS.get(2);
    }

    @Test
    void everyExampleOfTheDescriptionIsAnsweredAsItSays() throws Exception {
        OpenApiExamples examples = new OpenApiExamples(publisher(), depositor(), administrator());
        assertThat(examples.run()).isEmpty();
        assertThat(examples.count()).isGreaterThan(15);
    }

    @Test
    void everyOperationIsDescribed() throws Exception {
        assertThat(OpenApiExamples.operations()).isEqualTo(OpenApiExamples.ofResources());
    }

    @Test
    void ofManyAtOnceUnderTheSameKeyOneIsCarriedOut() throws Exception {
        List<HttpResponse<String>> answers =
                atOnce(() -> depositor().json("POST", PUBLICATIONS, REPORT, "Idempotency-Key", "\"twins\""));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers)
                .filteredOn(each ->
                        each.headers().firstValue("Idempotency-Replayed").isEmpty())
                .hasSize(1);
    }

    @Test
    void ofManyAtOnceWithTheSameSourceIdOneIsKept() throws Exception {
        String report = REPORT.replace("{'type'", "{'sourceId':'twins','type'");
        List<HttpResponse<String>> answers = atOnce(() -> depositor().json("POST", PUBLICATIONS, report));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        assertThat(answers)
                .extracting(each -> body(each).getString("id"))
                .containsOnly(body(answers.get(0)).getString("id"));
        HttpResponse<String> other = depositor().json("POST", PUBLICATIONS, report.replace("Uno", "Dos"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body())
                .contains(PUBLICATIONS + "/" + body(answers.get(0)).getString("id"));
    }

    @Test
    void ofManyAtOnceToTheSameVersionOneIsMade() throws Exception {
        String id = depositor().draft();
        List<HttpResponse<String>> answers = atOnce(() -> depositor()
                .json(
                        "PATCH",
                        PUBLICATIONS + "/" + id,
                        "{'date':'20"
                                + (10
                                        + (int) (Math.floorMod(
                                                Thread.currentThread().getId(), 80))) + "'}",
                        "If-Match",
                        "\"1\""));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(200, 412)
                .containsOnlyOnce(200);
    }

    @Test
    void aDryRunKeepsNothing() throws Exception {
        String id = publisher().draft();
        String before = rows();
        HttpResponse<String> published =
                publisher().json("POST", PUBLICATIONS + "/" + id + "/publish?dryRun=true", "", "If-Match", "*");
        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(published.headers().firstValue("Dry-Run")).contains("true");
        assertThat(body(published).getString("state")).isEqualTo("published");
        publisher().json("POST", PUBLICATIONS + "?dryRun=true", REPORT, "Idempotency-Key", "dry");
        publisher().json("DELETE", PUBLICATIONS + "/" + id + "?dryRun=true", "", "If-Match", "*");
        assertThat(rows()).isEqualTo(before);
        assertThat(publisher()
                        .json("POST", PUBLICATIONS + "?dryrun=true", REPORT)
                        .statusCode())
                .isEqualTo(400);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoAsksForAWithdrawnOneLearnsWhyAndWhatToReadInstead() throws Exception {
        String better = publisher().step(publisher().draft(), List.of("publish"));
        String id = publisher().step(publisher().draft(), List.of("publish"));
        String withdrawal = "{'reason':'Outdated figures','replacedBy':'" + better + "'}";
        publisher().json("POST", PUBLICATIONS + "/" + id + "/withdraw", withdrawal, "If-Match", "*");
        Api anybody = new Api("");
        for (HttpResponse<String> gone : List.of(
                anybody.json("GET", PUBLICATIONS + "/" + id, ""),
                anybody.json("GET", PUBLICATIONS + "/" + id + "/files", ""),
                anybody.send("GET", "/publications/" + id + ".json", "", new byte[0]),
                anybody.send("GET", "/publications/" + id + ".xml", "", new byte[0], "Accept", "application/json"))) {
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(body(gone).getString("type")).endsWith("/withdrawn");
            assertThat(body(gone).getString("detail")).contains("Outdated figures", better);
        }
        assertThat(publisher().json("GET", PUBLICATIONS + "/" + id, "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void allThatIsWrongWithParametersIsToldAtOnce() throws Exception {
        assertThat(pointers(publisher()
                        .json("GET", PUBLICATIONS + "?limit=0&state=foo&modifiedSince=ayer&after=-1&foo=1", "")))
                .containsExactlyInAnyOrder("?limit", "?state", "?modifiedSince", "?after", "?foo");
        assertThat(pointers(administrator().json("GET", "/api/v1/audit?limit=abc&before=x", "")))
                .containsExactlyInAnyOrder("?limit", "?before");
        String id = publisher().draft();
        String path = PUBLICATIONS + "/" + id + "/files/a.txt";
        publisher().send("PUT", path, "text/plain", "A".getBytes(StandardCharsets.UTF_8));
        assertThat(pointers(publisher()
                        .json("PATCH", path, "{'embargo':'x','foo':1,'position':'a','language':'klingon12'}")))
                .containsExactlyInAnyOrder("/embargo", "/foo", "/position", "/language");
        publisher().step(id, List.of("submit"));
        assertThat(pointers(publisher()
                        .json(
                                "POST",
                                PUBLICATIONS + "/" + id + "/return",
                                "{'reason':'','fieldReasons':{'/date':5},'x':1}",
                                "If-Match",
                                "*")))
                .containsExactlyInAnyOrder("/reason", "/fieldReasons/~1date", "/x");
    }

    private static List<String> pointers(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
        return body(refused).getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("pointer"))
                .toList();
    }

    @Test
    void aWebhookIsMadeOnceAndAMisspeltTryMakesNothing() throws Exception {
        String wish = "{'url':'https://example.org/hook'}";
        for (String path : List.of(
                "/api/v1/bulk?dryrun=true",
                "/api/v1/webhooks?dryrun=true",
                "/api/v1/tokens?dryRun=true",
                "/api/v1/bulk/template?fromat=csv",
                PUBLICATIONS + "/1/files?x=1")) {
            boolean reads = path.contains("template") || path.contains("files"); // a GET has no body
            HttpResponse<String> answer = administrator().json(reads ? "GET" : "POST", path, reads ? "" : wish);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("unknown-parameter");
        }
        HttpResponse<String> tried = publisher().json("POST", "/api/v1/webhooks?dryRun=true", wish);
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(201);
        assertThat(body(publisher()
                                .json("GET", "/api/v1/webhooks/" + body(tried).getString("id"), ""))
                        .getInt("status"))
                .isEqualTo(404);
        HttpResponse<String> made = publisher().json("POST", "/api/v1/webhooks", wish, "Idempotency-Key", "hook");
        HttpResponse<String> again = publisher().json("POST", "/api/v1/webhooks", wish, "Idempotency-Key", "hook");
        assertThat(again.body()).isEqualTo(made.body()).contains("whsec_");
        String path = "/api/v1/webhooks/" + body(made).getString("id");
        String tag =
                publisher().json("GET", path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(publisher()
                        .json("PATCH", path, "{'active':false}", "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(publisher().json("DELETE", path, "", "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(publisher().json("DELETE", path, "").statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsPublishedIsHarvestedAndWhatIsReviewedOnlyThen() throws Exception {
        String id = depositor().draft();
        assertThat(depositor()
                        .json("POST", PUBLICATIONS + "/" + id + "/publish", "", "If-Match", "*")
                        .statusCode())
                .isEqualTo(403);
        depositor().step(id, List.of("submit"));
        assertThat(record(id)).contains("idDoesNotExist");
        assertThat(new Api("").json("GET", PUBLICATIONS + "/" + id, "").statusCode())
                .isEqualTo(401);
        publisher().step(id, List.of("publish"));
        assertThat(record(id)).contains("<dc:date>2021</dc:date>");
        depositor().step(id, List.of("patch"));
        assertThat(record(id)).contains("<dc:date>2021</dc:date>");
        assertThat(new Api("").json("GET", PUBLICATIONS + "/" + id, "").body()).contains("\"2021\"");
        assertThat(body(depositor().json("GET", PUBLICATIONS + "/" + id, "")).getString("date"))
                .isEqualTo("2019");
        JsonObject open = body(depositor().json("GET", PUBLICATIONS + "/" + id + "?version=public", ""));
        assertThat(open.getString("date")).isEqualTo("2021");
        assertThat(open).doesNotContainKey("revision");
        depositor().step(id, List.of("submit"));
        publisher().step(id, List.of("publish"));
        assertThat(record(id)).contains("<dc:date>2019</dc:date>");
    }

    @Test
    void aListLeadsThroughAllThereIs() throws Exception {
        for (int i = 0; i < 3; i++) {
            depositor().draft();
        }
        List<String> ids = new ArrayList<>();
        String next = PUBLICATIONS + "?mission=mexico&limit=2";
        while (next != null) {
            JsonObject page = body(depositor().json("GET", next, ""));
            page.getJsonArray("publications")
                    .forEach(each -> ids.add(each.asJsonObject().getString("id")));
            next = page.containsKey("next")
                    ? page.getString("next").substring(TestServer.baseUrl().length())
                    : null;
        }
        JsonObject all = body(depositor().json("GET", PUBLICATIONS + "?limit=200", ""));
        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(all.getJsonArray("publications"));
        assertThat(body(depositor().json("GET", PUBLICATIONS + "?mission=haiti", ""))
                        .getJsonArray("publications"))
                .isEmpty();
    }

    @Test
    void errorsAreProblemsWhateverTheClientAccepts() throws Exception {
        for (String[] asked : new String[][] {
            {"GET", "/api/v1/nothing", "404"},
            {"PUT", PUBLICATIONS, "405"},
            {"POST", PUBLICATIONS, "415"},
            {"GET", PUBLICATIONS + "/%20", "404"},
            {"GET", PUBLICATIONS + "/999999999999999999999", "404"},
            {"GET", PUBLICATIONS + "?limit=x", "400"}
        }) {
            HttpResponse<String> answer = depositor()
                    .send(asked[0], asked[1], "", new byte[0], "Accept", "text/html", "Accept-Language", "fr");
            assertThat(answer.statusCode()).as(asked[1]).isEqualTo(Integer.parseInt(asked[2]));
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(body(answer).getInt("status")).isEqualTo(answer.statusCode());
            assertThat(body(answer).getString("type")).startsWith(TestServer.baseUrl() + "/api/v1/problems/");
        }
        HttpResponse<String> page = depositor().send("GET", "/nothing", "", new byte[0], "Accept", "text/html");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void hostileBodiesAreTheClientsFault() throws Exception {
        byte[] big = new byte[5 * 1024 * 1024];
        assertThat(depositor().send("POST", PUBLICATIONS, Api.JSON, big).statusCode())
                .isEqualTo(413);
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "[".repeat(100_000), "{\"title\":".repeat(50_000), "{\"title\":\"\\u0000\\ud800\"}", "\u0000")) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x7B});
        Random random = new Random(7);
        String seed = REPORT.replace('\'', '"');
        for (int i = 0; i < 150; i++) {
            byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j <= random.nextInt(4); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            bodies.add(bytes);
        }
        for (byte[] body : bodies) {
            for (String type : List.of(Api.JSON, "application/xml")) {
                HttpResponse<String> answer = depositor().send("POST", PUBLICATIONS + "?dryRun=true", type, body);
                assertThat(answer.statusCode())
                        .as(new String(body, StandardCharsets.ISO_8859_1))
                        .isBetween(200, 499);
            }
        }
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><oai_dc:dc"
                + " xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>&a;&b;</dc:title></oai_dc:dc>";
        HttpResponse<String> refused =
                depositor().send("POST", PUBLICATIONS, "application/xml", bomb.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("not-xml").doesNotContain("root:");
    }

    @Test
    void vocabulariesAreForEveryone() throws Exception {
        Api nobody = new Api("");
        HttpResponse<String> types = nobody.json("GET", "/api/v1/vocabularies/types", "");
        assertThat(types.statusCode()).isEqualTo(200);
        String tag = types.headers().firstValue("ETag").orElseThrow();
        assertThat(nobody.json("GET", "/api/v1/vocabularies/types", "", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        for (String name :
                List.of("missions", "themes", "languages", "organizations", "countries", "licences", "collections")) {
            JsonObject terms = body(nobody.json("GET", "/api/v1/vocabularies/" + name, ""));
            assertThat(terms.getJsonArray("terms")).as(name).isNotEmpty();
            assertThat(terms.getJsonArray("terms")
                            .getJsonObject(0)
                            .getJsonObject("labels")
                            .keySet())
                    .containsExactlyInAnyOrder("en", "es", "fr", "pt");
        }
        assertThat(nobody.json("GET", "/api/v1/vocabularies/nothing", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutItsDatabaseItSaysWhenToComeBack() throws Exception {
        TestServer.gate().shut();
        try {
            HttpResponse<String> answer = new Api("").json("GET", PUBLICATIONS + "/1", "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
            assertThat(body(answer).getInt("status")).isEqualTo(503);
        } finally {
            TestServer.gate().open();
        }
        Until.holds(
                "ready again",
                java.time.Duration.ofSeconds(60),
                () -> new Api("").json("GET", "/health/ready", "").statusCode() == 200);
    }

    private static String record(String id) throws Exception {
        return new Api("")
                .json("GET", "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + identifier(id), "")
                .body();
    }

    private static String identifier(String id) throws Exception {
        return body(publisher().json("GET", PUBLICATIONS + "/" + id, "")).getString("oaiIdentifier");
    }

    /** How many rows the tables have that a deposit writes to. */
    private static String rows() throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Connection connection = TestDatabase.get().connection();
                Statement statement = connection.createStatement()) {
            for (String table :
                    new TreeSet<>(List.of("publication", "event", "record", "receipt", "removal", "relation"))) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.append(table).append(' ').append(count.getLong(1)).append('\n');
                }
            }
        }
        return rows.toString();
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(TWINS);
        ExecutorService threads = Executors.newFixedThreadPool(TWINS);
        try {
            List<Future<T>> futures = threads.invokeAll(Collections.nCopies(TWINS, () -> {
                start.await();
                return call.call();
            }));
            List<T> answers = new ArrayList<>();
            for (Future<T> each : futures) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Api token(String mission, String scopes) {
        return new Api("Bearer " + command("token", mission, "--scope", scopes));
    }

    private static String command(String... command) {
        return TestClient.run(TestServer.control(), command).said().strip();
    }
}
