package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.acervo.server.Until;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The life of one data directory, from the first start to commands after the last. A start takes long, so the tests come in
 * an order and each begins where the one before ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

    private static final Duration STOP = Duration.ofSeconds(40);
    private static final Pattern HEADER =
            Pattern.compile("<identifier>(oai:[^<]*)</identifier><datestamp>([^<]*)</datestamp>");
    private static final String GOOD =
            "{\"sourceId\": \"%s\", \"mission\": \"haiti\", \"type\": \"news\", \"title\": [{\"value\": \"%s\","
                    + " \"lang\": \"fr\"}], \"language\": [\"fr\"], \"access\": \"metadata-only\"}";
    private static final String LIBRARY = "http://library.example.org";

    private Path work;
    private Path data;
    private int port;
    private long sample;
    private Duration firstStart = Duration.ZERO;
    private @Nullable Acervo server;

    @BeforeAll
    void prepare() throws IOException {
        work = Files.createDirectories(Path.of("target", "it-launcher").toAbsolutePath());
        Folders.empty(work);
        data = work.resolve("data");
        port = FreePort.find();
        sample = Files.lines(Path.of("config", "sample", "publications.jsonl"))
                .filter(line -> !line.isBlank())
                .count();
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void theFirstStartMakesALibraryWithTheSample() throws Exception {
        server = Acervo.start(work, settings(), new byte[0], "serve");
        firstStart = server.awaitReady(port);

        Until.holds("the addresses are printed", STOP, () -> server.out()
                .contains("The first account is admin, its password "));
        assertThat(server.out()).contains("http://localhost:" + port + "/oai");
        assertThat(headers()).hasSize((int) sample);
        assertThat(databases()).hasSize(1);
        assertThat(server.err()).doesNotContain("SEVERE");
    }

    @Test
    @Order(2)
    void aSecondServerOfTheSameDataIsRefused() throws IOException {
        Map<String, String> settings = settings();
        settings.put("ACERVO_HTTP_PORT", Integer.toString(FreePort.find()));

        assertRefused(Acervo.run(work, settings, "serve"), "The data directory " + data + " is in use");
    }

    @Test
    @Order(3)
    void aPortInUseIsRefused() {
        Map<String, String> settings = settings();
        settings.put("ACERVO_DATA", work.resolve("other").toString());

        assertRefused(Acervo.run(work, settings, "serve"), "Port " + port + " cannot be served on");
        assertThat(work.resolve("other").resolve("mariadb")).doesNotExist();
    }

    @Test
    @Order(4)
    void anImportBesideTheServerTakesWhatIsGoodAndSaysWhatIsNot() throws Exception {
        Path file = lines(
                "mixed.jsonl",
                GOOD.formatted("a", "Un"),
                "{\"sourceId\": \"b\"}",
                GOOD.formatted("c", "Deux"),
                "no JSON");

        Acervo first = Acervo.run(work, settings(), "import", file.toString());

        assertThat(first.status()).as(first.err()).isEqualTo(1);
        assertThat(first.out())
                .contains("line 2: ", "line 4: ", "4 lines: 2 created, 0 updated, 0 unchanged, 2 refused");
        assertThat(first.out()).doesNotContain("line 1: ", "line 3: ");
        assertThat(headers()).hasSize((int) sample + 2);
    }

    @Test
    @Order(5)
    void anImportRunAgainChangesNothing() throws Exception {
        List<String> before = headers();
        Path file = lines("good.jsonl", GOOD.formatted("a", "Un"), "", GOOD.formatted("c", "Deux"));

        Acervo again = Acervo.run(work, settings(), "import", file.toString());

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("2 lines: 0 created, 0 updated, 2 unchanged, 0 refused");
        assertThat(headers()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void anImportReadsStandardInput() throws Exception {
        byte[] input = (GOOD.formatted("a", "Un, changé") + "\n" + GOOD.formatted("d", "Trois"))
                .getBytes(StandardCharsets.UTF_8);

        Acervo load = Acervo.start(work, settings(), input, "import", "-");

        assertThat(load.await(STOP)).as(load.err()).isZero();
        assertThat(load.out()).contains("2 lines: 1 created, 1 updated, 0 unchanged, 0 refused");
        assertThat(headers()).hasSize((int) sample + 3);
        assertThat(records()).contains("Un, changé");
    }

    @Test
    @Order(7)
    void aRenderingThatFindsNothingStaleMovesNothing() throws Exception {
        List<String> before = headers();

        Acervo render = Acervo.run(work, settings(), "render");

        assertThat(render.status()).as(render.err()).isZero();
        assertThat(render.out()).contains("%d records rendered, 0 of them changed".formatted(sample + 3));
        assertThat(headers()).isEqualTo(before);
    }

    @Test
    @Order(8)
    void tokensAndAccountsAreMadeBesideTheServer() throws Exception {
        Acervo token = Acervo.run(work, settings(), "token", "mexico", "--expires", "30");
        Acervo wrong = Acervo.run(work, settings(), "token", "mexcio");
        Acervo account = Acervo.run(work, settings(), "account", "ana", "--role", "depositor:mexico");

        assertThat(token.status()).as(token.err()).isZero();
        assertThat(token.out().strip()).matches("acervo_[A-Za-z0-9_-]{43}");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("“mexcio”", "mexico, ");
        assertThat(wrong.out()).isEmpty();
        assertThat(account.out().strip()).as(account.err()).matches("[a-z0-9]{24}");
    }

    @Test
    @Order(9)
    void metricsCountWhatIsHarvested() throws Exception {
        double records = metric("acervo_oai_records_total");
        double errors = metric("acervo_oai_errors_total");
        double harvests = metric("acervo_oai_harvests_total");
        records();
        get("/oai?verb=Nonsense");

        assertThat(metric("acervo_oai_records_total")).isEqualTo(records + sample + 3);
        assertThat(metric("acervo_oai_errors_total")).isEqualTo(errors + 1);
        assertThat(metric("acervo_oai_harvests_total")).isEqualTo(harvests + 1);
        assertThat(metric("acervo_oai_requests_seconds_count")).isPositive();
    }

    @Test
    @Order(9)
    void requestsThatHaveEndedAreNotUnderWay() throws Exception {
        for (String end : List.of(
                "GET /nothing/there HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /oai?verb=ListRecords&metadataPrefix=oai_dc HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /api/v1/publications HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{",
                "PUT /api/v1/publications/1/files/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /console/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nuser",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n")) {
            try (Socket socket = new Socket("localhost", port)) {
                socket.getOutputStream().write(end.getBytes(StandardCharsets.ISO_8859_1));
                socket.setSoTimeout(300);
                socket.getInputStream().read();
            } catch (SocketTimeoutException unanswered) {
                // what is not whole is waited for until the socket closes
            }
        }

        // the one that asks
        Until.holds("all have ended", STOP, () -> metric("acervo_requests_under_way") == 1);
    }

    /** The sum of all values of a metric, 0 where it is not there yet. */
    private double metric(String name) throws Exception {
        HttpResponse<String> metrics = get("/metrics");
        assertThat(metrics.statusCode()).as(metrics.body()).isEqualTo(200);
        return metrics.body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    @Order(10)
    void afterACrashTheNextStartCleansUpAndRendersForTheNewAddress() throws Exception {
        List<String> before = headers();
        server.kill();
        server.await(STOP);
        List<ProcessHandle> orphans = databases();
        assertThat(orphans).hasSize(1);

        Map<String, String> settings = settings();
        settings.put("ACERVO_BASE_URL", LIBRARY);
        server = Acervo.start(work, settings, new byte[0], "serve");
        Duration start = server.awaitReady(port);

        assertThat(start).isLessThan(firstStart.plusSeconds(10));
        assertThat(orphans.get(0).isAlive()).isFalse();
        assertThat(databases()).hasSize(1);
        Until.holds(
                "all is rendered again", STOP, () -> !records().contains("http://localhost:" + port + "/publications"));
        assertThat(records()).contains(LIBRARY + "/publications/1<", "Un, changé");
        assertThat(server.out()).doesNotContain("password");
        assertThat(headers()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    }

    @Test
    @Order(11)
    void aSignalEndsServerAndDatabase() {
        long begin = System.nanoTime();
        server.terminate();
        server.await(STOP);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(databases()).isEmpty();
        assertThat(data.resolve("run.properties")).doesNotExist();
        assertThat(server.err()).doesNotContain("\tat ");
    }

    @Test
    @Order(12)
    void anImportWithoutAServerStartsWhatItNeedsAndStopsIt() throws IOException {
        Path file = lines("more.jsonl", GOOD.formatted("e", "Quatre"), "{}");

        Acervo load = Acervo.run(work, settings(), "import", file.toString());

        assertThat(load.status()).as(load.err()).isEqualTo(1);
        assertThat(load.out()).contains("line 2: ", "2 lines: 1 created, 0 updated, 0 unchanged, 1 refused");
        assertThat(databases()).isEmpty();
    }

    /** The address was set for the server that was there before; the commands were told nothing of it. */
    @Test
    @Order(13)
    void commandsKeepTheAddressOfTheRepository() {
        Acervo render = Acervo.run(work, settings(), "render");

        assertThat(render.status()).as(render.err()).isZero();
        assertThat(render.out()).contains("%d records rendered, 0 of them changed".formatted(sample + 4));
        assertThat(databases()).isEmpty();
    }

    @Test
    @Order(14)
    void anAccountsPasswordIsResetWithoutAServer() {
        Acervo reset = Acervo.run(work, settings(), "account", "admin", "--reset");

        assertThat(reset.status()).as(reset.err()).isZero();
        assertThat(reset.out().strip()).matches("[a-z0-9]{24}");
        assertThat(reset.err()).contains("admin (administrator)");
    }

    @Test
    @Order(15)
    void withADatabaseOfTheOperatorsNoneIsStarted() throws Exception {
        TestDatabase.get().emptied();
        Map<String, String> settings = settings();
        Path own = work.resolve("external");
        settings.put("ACERVO_DATA", own.toString());
        settings.put("ACERVO_DB_URL", TestDatabase.get().url());
        settings.put("ACERVO_DB_USER", TestDatabase.get().user());
        settings.put("ACERVO_DB_PASSWORD", TestDatabase.get().password());

        server = Acervo.start(work, settings, new byte[0], "serve");
        server.awaitReady(port);

        assertThat(get("/oai?verb=ListRecords&metadataPrefix=oai_dc").body()).contains("noRecordsMatch");
        assertThat(own.resolve("mariadb")).doesNotExist();
        assertThat(Acervo.databasesOf(own.resolve("mariadb").resolve("data"))).isEmpty();
        server.terminate();
        server.await(STOP);
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of("ACERVO_HTTP_PORT", Integer.toString(port), "ACERVO_DATA", data.toString()));
    }

    private List<ProcessHandle> databases() {
        return Acervo.databasesOf(data.resolve("mariadb").resolve("data"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Acervo.get(port, path);
    }

    private String records() throws Exception {
        return get("/oai?verb=ListRecords&metadataPrefix=oai_dc").body();
    }

    /** Identifier and datestamp of all records, which fit one page. */
    private List<String> headers() throws Exception {
        String page = get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc").body();
        List<String> headers = new ArrayList<>();
        HEADER.matcher(page).results().map(MatchResult::group).forEach(headers::add);
        return headers;
    }

    private Path lines(String name, String... lines) throws IOException {
        return Files.write(work.resolve(name), List.of(lines));
    }

    /** One line that says it, and status 1. */
    private static void assertRefused(Acervo ended, String line) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(1);
        assertThat(ended.err().strip().lines()).hasSize(1).first().asString().contains(line);
        assertThat(ended.out()).isEmpty();
    }
}
