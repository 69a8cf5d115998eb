package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acervo.launcher.TestClient;
import org.acervo.launcher.TestDatabase;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Deposits while the database goes away and comes back: nobody is told anything that is not so. */
@ArquillianTest
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DepositOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUTAGES = 3;
    private static final byte[] PDF = BusyDepositor.pdf("outage", 40_000);
    private static String token = "";

    @Deployment(testable = false)
    static WebArchive war() {
        token = "";
        return TestServer.war();
    }

    @BeforeEach
    void prepare() {
        if (token.isEmpty()) {
            token = TestClient.run(TestServer.control(), "token", "mexico", "--scope", "deposit,publish,read")
                    .said()
                    .strip();
        }
    }

    private static HttpResponse<byte[]> ask(String method, String path, String type, byte[] body, String key)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", type));
        if (!key.isEmpty()) {
            headers.put("Idempotency-Key", key);
            headers.put("If-Match", "*");
        }
        return new PatientClient(TestServer.baseUrl(), token).once(method, path, headers, body);
    }

    private static HttpResponse<byte[]> deposit(String sourceId) throws IOException, InterruptedException {
        byte[] document =
                BusyDepositor.document(sourceId, "Informe " + sourceId).getBytes(StandardCharsets.UTF_8);
        return ask("POST", "/api/v1/publications", "application/json", document, "key-" + sourceId);
    }

    @Test
    @Order(1)
    void everyChangeIsToldToComeBackAndWorksAgainThen() throws Exception {
        String draft = "/api/v1/publications/"
                + PatientClient.object(PatientClient.succeeded(deposit("before")))
                        .getString("id");
        String sheet = "title;sourceId\nT;row";
        TestServer.gate().shut();
        try {
            assertUnavailable(deposit("during"));
            assertUnavailable(ask("GET", draft, "application/json", new byte[0], ""));
            assertUnavailable(ask("PUT", draft + "/files/a.pdf", "application/pdf", PDF, ""));
            assertUnavailable(ask("POST", draft + "/publish", "application/json", new byte[0], "key-publish"));
            assertUnavailable(ask("DELETE", draft, "application/json", new byte[0], "key-delete"));
            assertUnavailable(
                    ask("POST", "/api/v1/bulk", "text/csv", sheet.getBytes(StandardCharsets.UTF_8), "key-bulk"));
        } finally {
            TestServer.gate().open();
        }
        Until.holds(
                "deposits are taken again", PATIENCE, () -> deposit("during").statusCode() == 201);
        assertThat(deposit("during").headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(ask("PUT", draft + "/files/a.pdf", "application/pdf", PDF, "")
                        .statusCode())
                .isEqualTo(201);
        assertThat(ask("POST", draft + "/publish", "application/json", new byte[0], "key-publish")
                        .statusCode())
                .isEqualTo(200);
        assertThat(FileTree.files(TestServer.data().resolve("files/staging/arriving")))
                .isEmpty();
        assertThat(FileTree.files(TestServer.data().resolve("bulk"))).isEmpty();
    }

    private static void assertUnavailable(HttpResponse<byte[]> response) {
        String told = response.request().method() + " " + response.uri() + ": " + PatientClient.text(response);
        assertThat(response.statusCode()).as(told).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After").orElse(""))
                .as(told)
                .matches("[1-9][0-9]*");
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .as(told)
                .startsWith("application/problem+json");
    }

    /** The connections break in the middle of transactions, some of them between a commit and its acknowledgement. */
    @Test
    @Order(2)
    void whatIsUnderWayWhenTheDatabaseGoesIsWholeOrNotThere() throws Exception {
        Ledger ledger = new Ledger();
        ledger.abandon("before");
        ledger.abandon("during");
        AtomicBoolean stop = new AtomicBoolean();
        PatientClient client = new PatientClient(TestServer.baseUrl(), token);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            work.add(threads.submit(new BusyDepositor("o" + i, i, client, ledger, stop)));
        }
        for (int i = 0; i < OUTAGES; i++) {
            Thread.sleep(1_500);
            TestServer.gate().shut();
            Thread.sleep(500);
            TestServer.gate().open();
        }
        Thread.sleep(1_500);
        stop.set(true);
        for (Future<Integer> each : work) {
            assertThat(each.get(2, TimeUnit.MINUTES)).isPositive();
        }
        threads.shutdown();
        try (Connection database = TestDatabase.get().connection()) {
            assertThat(copies(database)).isEmpty();
            new Stocktaking(TestServer.data(), client, ledger).take(TestServer.baseUrl(), database);
        }
    }

    private static List<String> copies(Connection database) throws SQLException {
        List<String> copies = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select json_value(document, '$.title[0].value') t, count(*) from publication group by t"
                                + " having count(*) > 1 and t like 'Informe o%'")) {
            while (found.next()) {
                copies.add(found.getString(1));
            }
        }
        return copies;
    }
}
