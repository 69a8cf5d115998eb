package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.server.Bytes;
import org.acervo.server.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole product: of a publication that was erased no byte is left in its data directory. */
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String PASSWORD = "a-long-password-of-admin";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String word = "marker" + UUID.randomUUID().toString().replace("-", "");
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Path work;
    private Path data;
    private int port;
    private Acervo server;
    private HttpServer listener;

    @BeforeEach
    void start() throws IOException {
        work = Files.createDirectories(Path.of("target", "it-erasure").toAbsolutePath());
        Folders.empty(work);
        data = work.resolve("data");
        port = FreePort.find();
        server = Acervo.start(work, settings(), new byte[0], "serve");
        server.awaitReady(port);
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop(0);
        server.close();
    }

    @Test
    void nothingIsLeftOfAPublicationThatWasErased() throws Exception {
        String eva = eva();
        ok(send(
                "POST",
                "webhooks",
                "{\"url\":\"http://127.0.0.1:" + listener.getAddress().getPort() + "/\"}",
                "admin"));
        String id = endangering();
        spreadsheet();
        assertThat(found()).as("before, it is there").isNotEmpty();

        String erasure = "publications/" + id + "/erasure";
        ok(send("POST", erasure, "{\"reason\":\"It shows " + word + "\"}", "admin"));
        assertThat(send("POST", erasure + "/confirm", "", "admin").statusCode()).isEqualTo(403);
        ok(send("POST", erasure + "/confirm", "", "eva", eva));
        Until.holds("every trace is wiped", PATIENCE, () -> send("GET", erasure, "", "admin")
                .body()
                .contains("\"status\":\"done\""));

        assertThat(found()).isEmpty();
        isGone(id);
        Until.holds(
                "the webhook was told", PATIENCE, () -> told.stream().anyMatch(each -> each.contains("\"erased\"")));
        assertThat(told).noneMatch(each -> each.contains(word));
        assertThat(send("GET", "audit", "", "admin").body()).contains("erasure-asked", "erasure-confirmed");
        server.terminate();
        server.await(PATIENCE);
        assertThat(found()).isEmpty();
    }

    private void isGone(String id) throws Exception {
        HttpResponse<String> page = Acervo.get(port, "/publications/" + id + "?lang=es");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("Se eliminó para proteger a personas").doesNotContain(word);
        String record = Acervo.get(
                        port, "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:acervo.localhost:" + id)
                .body();
        assertThat(record).contains("status=\"deleted\"", "mission:mexico").doesNotContain(word);
        HttpResponse<String> again = send("POST", "publications", document("Again"), "admin");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("source-id-erased");
        Path line = Files.writeString(work.resolve("again.jsonl"), document("Again") + "\n");
        Acervo imported = Acervo.run(work, settings(), "import", line.toString());
        Files.delete(line);
        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.out() + imported.err()).contains("was erased, and it cannot be deposited again");
    }

    /** One with a file, a past and a link from a neighbour. */
    private String endangering() throws Exception {
        HttpResponse<String> created = ok(send("POST", "publications", document("First " + word), "admin"));
        String id = member(created.body(), "id");
        ok(send(
                "PUT",
                "publications/" + id + "/files/" + word + ".txt",
                "Seen: " + (word + "\n").repeat(3000),
                "admin"));
        ok(step(id, 1, "submit", ""));
        ok(step(id, 2, "return", "{\"reason\":\"Names " + word + "\",\"fieldReasons\":{\"/title\":\"" + word + "\"}}"));
        ok(step(id, 3, "publish", ""));
        ok(send("PUT", "publications/" + id, document("Second " + word), "admin", PASSWORD, "If-Match", "\"4\""));
        ok(send(
                "POST",
                "publications",
                document("A neighbour")
                        .replace("\"mx-" + word, "\"mx-other")
                        .replace(
                                "\"rights\"",
                                "\"relation\":[{\"type\":\"references\",\"target\":\"mx-" + word + "\"}],\"rights\""),
                "admin"));
        Until.holds(
                "the file is preserved",
                PATIENCE,
                () -> Files.exists(data.resolve("files/ocfl"))
                        && Bytes.filesWith(data.resolve("files/ocfl"), word.getBytes(StandardCharsets.UTF_8))
                                        .size()
                                > 1);
        return id;
    }

    /** The same publication once more by spreadsheet, which is kept with its rows. */
    private void spreadsheet() throws Exception {
        String sheet = "sourceId;mission;type;title;language;action\nmx-" + word + ";mexico;report;Third " + word
                + ";en;update\n";
        HttpResponse<String> job = ok(send("POST", "bulk", sheet, "admin", PASSWORD, "Content-Type", "text/csv"));
        String id = member(job.body(), "id");
        Until.holds("the job is over", PATIENCE, () -> send("GET", "bulk/" + id, "", "admin")
                .body()
                .matches("(?s).*\"state\":\"(done|ended|failed)\".*"));
    }

    private List<String> found() throws IOException {
        return Bytes.filesWith(data, word.getBytes(StandardCharsets.UTF_8));
    }

    private String document(String title) {
        return "{\"sourceId\":\"mx-" + word + "\",\"mission\":\"mexico\",\"type\":\"report\",\"title\":[{\"value\":\""
                + title
                + "\",\"lang\":\"en\"}],\"description\":[{\"value\":\"" + (title + " is described. ").repeat(50)
                + "\",\"lang\":\"en\"}],\"theme\":[\"migration-data\"],\"date\":\"2021\",\"language\":[\"en\"],"
                + "\"rights\":\"https://creativecommons.org/licenses/by-nc-nd/3.0/igo/\"}";
    }

    private HttpResponse<String> step(String id, int version, String step, String body) throws Exception {
        String path = "publications/" + id + "/" + step;
        return send("POST", path, body, "admin", PASSWORD, "If-Match", "\"" + version + "\"");
    }

    private HttpResponse<String> send(String method, String path, String body, String who) {
        return send(method, path, body, who, PASSWORD);
    }

    private HttpResponse<String> send(
            String method, String path, String body, String who, String password, String... headers) {
        String basic = Base64.getEncoder().encodeToString((who + ":" + password).getBytes(StandardCharsets.UTF_8));
        boolean isText = path.endsWith(".txt");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + basic);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", isText ? "text/plain" : "application/json");
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<String> ok(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as(response.uri() + " " + response.body())
                .isBetween(200, 299);
        return response;
    }

    private static String member(String json, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(member.find()).as(json).isTrue();
        return member.group(1);
    }

    /** A second administrator; gives the password. */
    private String eva() {
        Acervo made = Acervo.run(work, settings(), "account", "eva", "--role", "administrator");
        String out = made.out() + made.err();
        Matcher password = Pattern.compile("\\b([a-z2-9]{24})\\b").matcher(out);
        assertThat(password.find()).as(out).isTrue();
        return password.group(1);
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "ACERVO_DATA",
                data.toString(),
                "ACERVO_HTTP_PORT",
                Integer.toString(port),
                "ACERVO_CONFIG",
                Path.of("config").toAbsolutePath().toString(),
                "ACERVO_SAMPLE",
                "true",
                "ACERVO_ADMIN_PASSWORD",
                PASSWORD,
                "ACERVO_WEBHOOK_PRIVATE",
                "true"));
    }
}
