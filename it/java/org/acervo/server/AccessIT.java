package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
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
import java.util.Base64;
import java.util.List;
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

/** Who may do what on the deployed server. The last test makes it distrust this machine's address. */
@ArquillianTest
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ROOT = "root";
    private static final List<String> PASSWORD = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return TestServer.war();
    }

    @BeforeEach
    void enrol() {
        if (PASSWORD.isEmpty()) {
            PASSWORD.add(command("account", ROOT, "--role", "administrator"));
        }
    }

    @Test
    @Order(1)
    void whatIsPublicAsksNobodyWhoTheyAre() throws Exception {
        for (String path : List.of("/", "/oai?verb=Identify", "/health/ready", "/health/live", "/openapi")) {
            assertThat(send("GET", path, "", "").statusCode()).as(path).isEqualTo(200);
            assertThat(send("GET", path, "Bearer nonsense", "").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void whoSaysNothingIsToldHowToComeIn() throws Exception {
        HttpResponse<String> refused = send("GET", "/api/v1/me", "", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"acervo\"");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    @Order(3)
    void theTextOfATokenAndPasswordsAreNowhereInTheDatabase() throws Exception {
        String token = command("token", "mexico", "--scope", "deposit,publish,read", "--expires", "30");
        JsonObject me = json(send("GET", "/api/v1/me", "Bearer " + token, ""));
        assertThat(me.getJsonArray("missions").toString()).isEqualTo("[\"mexico\"]");
        assertThat(me.getJsonArray("rights").toString()).isEqualTo("[\"deposit\",\"publish\",\"read\"]");
        assertThat(send("GET", "/api/v1/me", admin(), "").statusCode()).isEqualTo(200);

        String all = everythingInTheDatabase();
        assertThat(all).contains(me.getString("name").substring("token:".length()), ROOT);
        assertThat(all.contains(token)).isFalse();
        assertThat(all.contains(PASSWORD.get(0))).isFalse();
    }

    @Test
    @Order(4)
    void aTokenMadeByTheApiStopsAtOnceWhenItIsRevoked() throws Exception {
        HttpResponse<String> made =
                send("POST", "/api/v1/tokens", admin(), "{\"mission\": \"haiti\", \"label\": \"site\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String bearer = "Bearer " + json(made).getString("token");
        assertThat(send("GET", "/api/v1/me", bearer, "").statusCode()).isEqualTo(200);

        String address =
                URI.create(made.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(send("DELETE", address, admin(), "").statusCode()).isEqualTo(204);
        assertThat(send("GET", "/api/v1/me", bearer, "").statusCode()).isEqualTo(401);
        assertThat(json(send("GET", address, admin(), "")).isNull("revoked")).isFalse();
        assertThat(actions()).startsWith("sign-in-failed", "token-revoked", "token-made");
    }

    @Test
    @Order(5)
    void aMissionSeesNothingOfAnother() throws Exception {
        String mexico = "Bearer " + command("token", "mexico");
        String haiti = "Bearer " + command("token", "haiti");
        HttpResponse<String> draft = send(
                "POST",
                "/api/v1/publications",
                mexico,
                "{\"mission\": \"mexico\", \"title\": [{\"value\": \"Borrador\", \"lang\": \"es\"}]}");
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
        String address =
                URI.create(draft.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(send("GET", address, mexico, "").statusCode()).isEqualTo(200);
        assertThat(send("GET", address, haiti, "").statusCode()).isEqualTo(404);
        assertThat(send("GET", address, "", "").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(6)
    void onlyAdministratorsManageAndRefusalsAreNoted() throws Exception {
        String officer = basic("ana", command("account", "ana", "--role", "depositor:mexico"));
        for (String path : List.of("/api/v1/tokens", "/api/v1/accounts", "/api/v1/audit")) {
            assertThat(send("GET", path, officer, "").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(actions()).startsWith("right-refused", "right-refused", "right-refused", "account-made");
    }

    @Test
    @Order(7)
    void anAccountIsChangedAndOutAtOnce() throws Exception {
        HttpResponse<String> made = send(
                "POST",
                "/api/v1/accounts",
                admin(),
                "{\"name\": \"carla\", \"role\": \"curator\", \"language\": \"pt\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String carla = basic("carla", json(made).getString("password"));
        assertThat(send("GET", "/api/v1/me", carla, "").statusCode()).isEqualTo(200);
        assertThat(send("PATCH", "/api/v1/accounts/carla", admin(), "{\"disabled\": true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/api/v1/me", carla, "").statusCode()).isEqualTo(401);
        assertThat(send("PATCH", "/api/v1/accounts/carla", admin(), "{\"disabled\": false}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/api/v1/me", carla, "").statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/api/v1/accounts/carla", admin(), "").statusCode())
                .isEqualTo(204);
        assertThat(send("GET", "/api/v1/accounts/carla", admin(), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(8)
    void aMissionsQuotaIsSetAndUnset() throws Exception {
        String path = "/api/v1/missions/mexico/quota";
        assertThat(send("PUT", path, admin(), "{\"bytes\": 5000000000}").body()).contains("\"bytes\":5000000000");
        assertThat(send("GET", path, admin(), "").body()).contains("\"bytes\":5000000000", "\"own\":true");
        assertThat(send("PUT", path, admin(), "{\"bytes\": null}").body()).contains("\"bytes\":null", "\"own\":false");
        assertThat(send("PUT", path, admin(), "{\"bytes\": -1}").statusCode()).isEqualTo(422);
        assertThat(send("GET", "/api/v1/missions/atlantis/quota", admin(), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(9)
    void commandsSayWhatIsExpectedInstead() {
        assertThat(TestClient.run(TestServer.control(), "token", "mexcio").status())
                .isEqualTo(2);
        assertThat(TestClient.run(TestServer.control(), "token", "mexico", "--scope", "all")
                        .status())
                .isEqualTo(2);
        assertThat(TestClient.run(TestServer.control(), "account", "x", "--role", "editor")
                        .status())
                .isEqualTo(2);
        assertThat(TestClient.run(TestServer.control(), "account", ROOT).status())
                .isEqualTo(1);
    }

    @Test
    @Order(10)
    void bruteForceIsSlowedAndAudited() throws Exception {
        String token = "Bearer " + command("token", "belize");
        HttpResponse<String> last = send("GET", "/api/v1/me", "Bearer acervo_guess", "");
        for (int i = 0; i < 20 && last.statusCode() == 401; i++) {
            last = send("GET", "/api/v1/me", basic(ROOT, "guess" + i), "");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
        assertThat(send("GET", "/api/v1/me", token, "").statusCode()).isEqualTo(200);
        assertThat(actions()).startsWith("sign-in-slowed", "sign-in-failed");
    }

    private List<String> actions() throws Exception {
        return json(send("GET", "/api/v1/audit?limit=5", admin(), "")).getJsonArray("entries").stream()
                .map(entry -> entry.asJsonObject().getString("action"))
                .toList();
    }

    /** What a command prints to standard output: the secret alone. */
    private static String command(String... command) {
        TestClient.Result result = TestClient.run(TestServer.control(), command);
        assertThat(result.status()).as(String.join(" ", command)).isZero();
        assertThat(result.said().strip()).doesNotContainAnyWhitespaces();
        return result.said().strip();
    }

    private static String admin() {
        return basic(ROOT, PASSWORD.get(0));
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    private static HttpResponse<String> send(String method, String path, String authorization, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String everythingInTheDatabase() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = TestDatabase.get().connection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("show full tables where table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from `" + table + "`")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
        }
        return all.toString();
    }
}
