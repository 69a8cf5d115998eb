package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.acervo.launcher.TestClient;
import org.acervo.launcher.TestDatabase;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What strangers send is refused with words, and nothing of it is kept: no row, no file. */
@ArquillianTest
@RunAsClient
class HostileDepositsIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> TABLES = List.of(
            "publication",
            "event",
            "record",
            "dissemination",
            "relation",
            "file",
            "preservation",
            "receipt",
            "bulk_job",
            "bulk_row");
    private static String token = "";
    private static String draft = "";

    @Deployment(testable = false)
    static WebArchive war() {
        token = "";
        return TestServer.war();
    }

    @BeforeEach
    void prepare() throws Exception {
        if (token.isEmpty()) {
            token = TestClient.run(TestServer.control(), "token", "mexico", "--scope", "deposit,publish,read")
                    .said()
                    .strip();
            draft = "/api/v1/publications/"
                    + id("{\"mission\": \"mexico\", \"sourceId\": \"known\", \"title\": \"T\"}");
        }
    }

    @Test
    void jsonIsRefused() throws Exception {
        assertRefused(Hostile.json());
    }

    @Test
    void xmlIsRefused() throws Exception {
        assertRefused(Hostile.xml());
    }

    @Test
    void stepsAreRefused() throws Exception {
        assertRefused(Hostile.steps(draft));
    }

    @Test
    void filesAreRefused() throws Exception {
        assertRefused(HostileFiles.files(draft));
    }

    @Test
    void uploadsAreRefused() throws Exception {
        assertRefused(HostileFiles.uploads(draft));
    }

    @Test
    void archivesAreRefused() throws Exception {
        assertRefused(HostileFiles.archives());
    }

    /** The same key with other metadata, and another's publication. */
    @Test
    void clashesAreRefused() throws Exception {
        String other =
                TestClient.run(TestServer.control(), "token", "haiti").said().strip();
        Map<String, Object> before = everything();
        HttpResponse<String> clash = send(
                "POST",
                "/api/v1/publications",
                "{\"mission\": \"mexico\", \"sourceId\": \"known\", \"title\": \"U\"}",
                token);
        assertThat(clash.statusCode()).as(clash.body()).isEqualTo(409);
        assertThat(clash.body()).contains(draft);
        assertThat(send("GET", draft, "", other).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", draft, "", other).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/api/v1/publications", "{\"mission\": \"mexico\", \"title\": \"U\"}", other)
                        .statusCode())
                .isEqualTo(403);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aHeaderThatCannotBeReadIsNamedOrNotHeeded() throws Exception {
        HttpResponse<String> refused = answer(Hostile.of("", 400, "POST", "/api/v1/publications", new byte[] {'{', '}'})
                .with("Accept", "////"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("malformed-header", "the header Accept");
        HttpResponse<String> untyped = answer(Hostile.of("", 415, "POST", "/api/v1/publications", new byte[] {'{', '}'})
                .with("Content-Type", "////"));
        assertThat(untyped.statusCode()).as(untyped.body()).isEqualTo(415);
        assertThat(untyped.body()).contains("unsupported-type");
        for (String path : List.of(draft, "/", "/publications/1")) {
            assertThat(get(path, "Accept-Language", "????;q=a").statusCode()).isEqualTo(200);
            assertThat(get(path, "If-None-Match", "garbage,\"x").statusCode()).isEqualTo(200);
            assertThat(get(path, "Accept", "////").statusCode()).isIn(200, 406);
        }
    }

    @Test
    void aSemicolonIsAPartOfTheNameOfAFile() throws Exception {
        String folder = draft + "/files/";
        assertThat(send("PUT", folder + "a", "the one", token).statusCode()).isEqualTo(201);
        HttpResponse<String> other = send("PUT", folder + "a;b=c.txt", "the other", token);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
        assertThat(other.body()).contains("\"name\":\"a;b=c.txt\"");
        assertThat(send("DELETE", folder + "a;b=c.txt", "", token).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", folder + "a;b=c.txt", "", token).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", folder + "a", "", token).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> get(String path, String header, String value) throws Exception {
        return answer(Hostile.of(path, 200, "GET", path, new byte[0]).with(header, value));
    }

    /** More or less than was announced, and lines that are no request. */
    @Test
    void liesAboutTheLengthKeepNothing() throws Exception {
        Map<String, Object> before = everything();
        String put = "PUT " + draft + "/files/lie.pdf HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n";
        String digest = "Content-Digest: sha-256=:" + HostileFiles.base64(new byte[32]) + ":\r\n";
        for (String request : List.of(
                put + "Content-Length: 1000\r\n\r\n%PDF-1.4 half",
                put + "Transfer-Encoding: chunked\r\n\r\n1000\r\n%PDF-1.4 half",
                put + "Transfer-Encoding: chunked\r\n\r\nzz\r\n%PDF-1.4\r\n0\r\n\r\n",
                put + digest + "Content-Length: 9\r\nConnection: close\r\n\r\n%PDF-1.4 and more",
                put + "Content-Length: 9\r\nContent-Length: 20\r\nConnection: close\r\n\r\n%PDF-1.4 and more",
                put + "Content-Length: -1\r\nConnection: close\r\n\r\n%PDF-1.4",
                put + "Content-Length: 99999999999999999999\r\nConnection: close\r\n\r\n%PDF-1.4",
                put + "Content-Length: 999999999999\r\nConnection: close\r\n\r\n%PDF-1.4",
                "POST /api/v1/publications HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"mission\": \"mexico\"")) {
            String answer = raw(request);
            assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"))
                    .as(request + " → " + answer)
                    .isTrue();
        }
        Until.holds(
                "nothing is kept", Duration.ofSeconds(20), () -> everything().equals(before));
    }

    /** Sends it and goes away; gives the first line of the answer, nothing where there is none. */
    private static String raw(String request) throws IOException {
        int port = URI.create(TestServer.baseUrl()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readNBytes(200), StandardCharsets.ISO_8859_1);
            return answer.split("\r\n", 2)[0];
        }
    }

    private static void assertRefused(List<Hostile> requests) throws Exception {
        Map<String, Object> before = everything();
        SoftAssertions all = new SoftAssertions();
        for (Hostile each : requests) {
            HttpResponse<String> answer = answer(each);
            String told = each.what() + ": " + answer.statusCode() + " " + answer.body();
            all.assertThat(answer.statusCode()).as(told).isIn(each.status());
            if (!isAnsweredBeforeTheApplication(answer)) {
                all.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(told)
                        .startsWith("application/problem+json");
            }
            all.assertThat(answer.body().length()).as(each.what() + ": length").isLessThan(200_000);
            all.assertThat(everything()).as(each.what()).isEqualTo(before);
        }
        all.assertAll();
    }

    /** The server itself refuses a path that it cannot decode, in no words. */
    private static boolean isAnsweredBeforeTheApplication(HttpResponse<String> answer) {
        return answer.statusCode() == 400 && answer.body().isEmpty();
    }

    private static HttpResponse<String> answer(Hostile each) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + each.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .method(each.method(), HttpRequest.BodyPublishers.ofByteArray(each.body()));
        each.headers().forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String id(String document) throws Exception {
        HttpResponse<String> made = send("POST", "/api/v1/publications", document, token);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String address = made.headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> send(String method, String path, String body, String as) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + as)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The number of rows of each table, and the files. */
    private static Map<String, Object> everything() throws IOException, SQLException {
        Map<String, Object> all = new TreeMap<>();
        try (Connection connection = TestDatabase.get().connection();
                Statement statement = connection.createStatement()) {
            for (String table : new ArrayList<>(TABLES)) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    all.put(table, count.getLong(1));
                }
            }
        }
        for (String folder : List.of("files/staging", "files/uploads", "bulk")) {
            all.put(folder, FileTree.files(TestServer.data().resolve(folder)));
        }
        return all;
    }
}
