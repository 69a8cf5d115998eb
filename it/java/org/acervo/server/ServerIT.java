package org.acervo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.launcher.TestDatabase;
import org.acervo.publishing.Publishing;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The deployed server: what happens inside it while it is harvested, and what it does without its database. */
@ArquillianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerIT {

    private static final Duration RUN = Duration.ofSeconds(8);
    private static final int WRITERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    private Publishing publishing;

    @Inject
    private Publications publications;

    @Resource
    private ManagedExecutorService threads;

    @Deployment
    static WebArchive war() {
        return TestServer.war().addClasses(ServerIT.class, HttpHarvester.class, BusyStaff.class);
    }

    /** Runs inside the server. */
    @Test
    @Order(1)
    void aHarvesterMissesNoChangeThatStaffMakeMeanwhile() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        CopyOnWriteArrayList<PublicationId> known = new CopyOnWriteArrayList<>();
        List<Future<Integer>> staff = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            staff.add(threads.submit(new BusyStaff("s" + i, publishing, publications, known, stop)));
        }
        HttpHarvester follower = new HttpHarvester(System.getProperty("ACERVO_BASE_URL"), "follower");
        int harvests = 0;
        for (long begin = System.nanoTime(); System.nanoTime() - begin < RUN.toNanos(); harvests++) {
            follower.harvest();
        }
        stop.set(true);
        int changes = 0;
        for (Future<Integer> each : staff) {
            changes += each.get();
        }
        follower.harvest();

        HttpHarvester late = new HttpHarvester(System.getProperty("ACERVO_BASE_URL"), "late");
        late.harvest();
        assertEquals(late.copy(), follower.copy());
        assertTrue(late.copy().size() >= known.size(), "all that was published is listed");
        assertTrue(changes > 20, changes + " changes");
        assertTrue(harvests > 3, harvests + " harvests");
    }

    @Test
    @Order(2)
    @RunAsClient
    void aHarvestIsOneRowOfTheLog() throws Exception {
        HttpHarvester harvester = new HttpHarvester(TestServer.baseUrl(), "counted/1.0");
        harvester.harvest();
        harvester.ask("verb=ListIdentifiers&metadataPrefix=oai_dc");
        harvester.ask("verb=ListRecords&metadataPrefix=oai_dc&from=nonsense");
        harvester.ask("verb=Identify");

        Until.holds("the log has its rows", Duration.ofSeconds(20), () -> rows("counted/1.0")
                .equals(List.of(
                        "pages=%d records=%d errors=0 complete=true"
                                .formatted(harvester.pages(), harvester.copy().size()),
                        "pages=1 records=7 errors=0 complete=false",
                        "pages=1 records=0 errors=1 complete=false")));
    }

    /** The rows of a client, the longest harvest first. */
    private static List<String> rows(String agent) throws SQLException {
        try (Connection connection = TestDatabase.get().connection();
                PreparedStatement query = connection.prepareStatement(
                        "select pages, records, errors, complete from harvest where agent = ? order by records desc")) {
            query.setString(1, agent);
            List<String> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add("pages=%d records=%d errors=%d complete=%b"
                            .formatted(found.getLong(1), found.getLong(2), found.getLong(3), found.getBoolean(4)));
                }
            }
            return rows;
        }
    }

    @Test
    @Order(3)
    @RunAsClient
    void withoutItsDatabaseTheServerSaysWhenToComeBackAndComesBackByItself() throws Exception {
        HttpHarvester harvester = new HttpHarvester(TestServer.baseUrl(), "patient");
        harvester.harvest();
        TestServer.gate().shut();
        try {
            for (String query : List.of("verb=ListRecords&metadataPrefix=oai_dc", "verb=Identify", "verb=ListSets")) {
                isUnavailable(harvester.ask(query));
            }
            assertEquals(503, get("/health/ready").statusCode());
            assertEquals(200, get("/health/live").statusCode());
        } finally {
            TestServer.gate().open();
        }
        isBackAndComplete(harvester);
    }

    @Test
    @Order(4)
    @RunAsClient
    void aDatabaseThatHangsIsAsGoodAsGone() throws Exception {
        HttpHarvester harvester = new HttpHarvester(TestServer.baseUrl(), "patient");
        harvester.harvest();
        TestServer.gate().hold();
        try {
            isUnavailable(harvester.ask("verb=ListRecords&metadataPrefix=oai_dc"));
            assertEquals(503, get("/health/ready").statusCode());
        } finally {
            TestServer.gate().open();
        }
        isBackAndComplete(harvester);
    }

    private static void isUnavailable(HttpResponse<String> response) {
        assertEquals(503, response.statusCode(), response.body());
        assertTrue(response.headers().firstValue("Retry-After").orElse("").matches("[1-9][0-9]*"), "Retry-After");
        assertFalse(response.body().contains("noRecordsMatch"), "an outage is not an empty list");
    }

    private static void isBackAndComplete(HttpHarvester before) throws Exception {
        Until.holds(
                "the server is ready again",
                PATIENCE,
                () -> get("/health/ready").statusCode() == 200);
        HttpHarvester after = new HttpHarvester(TestServer.baseUrl(), "patient");
        after.harvest();
        assertEquals(before.copy(), after.copy());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + path))
                .timeout(Duration.ofSeconds(90))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
