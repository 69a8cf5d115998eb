package org.acervo.server;

import static org.acervo.server.Depositor.header;
import static org.acervo.server.Depositor.json;
import static org.acervo.server.Depositor.pdf;
import static org.acervo.server.Depositor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acervo.launcher.TestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files on the deployed server, from their upload to their readers. */
@ArquillianTest
@RunAsClient
class FilesIT {

    private static final byte[] NOTHING = new byte[0];
    private static final byte[] CONTENT = pdf("0123456789");
    private static final List<String> TOKEN = new ArrayList<>();

    private final Depositor reader = new Depositor(TestServer.baseUrl(), "");
    private Depositor mexico;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestServer.war();
    }

    @BeforeEach
    void signIn() {
        if (TOKEN.isEmpty()) {
            TestClient.Result made =
                    TestClient.run(TestServer.control(), "token", "mexico", "--scope", "deposit,publish,read");
            TOKEN.add(made.said().strip());
        }
        mexico = new Depositor(TestServer.baseUrl(), TOKEN.get(0));
    }

    private static String file(String id, String name) {
        return "/api/v1/publications/" + id + "/files/" + name;
    }

    private static String download(String id, String name) {
        return "/publications/" + id + "/files/" + name;
    }

    private String published(String key, String query) throws Exception {
        String id = mexico.draft(key);
        assertThat(mexico.send("PUT", file(id, "a.pdf") + query, CONTENT).statusCode())
                .isEqualTo(201);
        assertThat(mexico.publish(id).statusCode()).isEqualTo(200);
        return id;
    }

    @Test
    void aFileIsPutDescribedReadAndTakenAway() throws Exception {
        String id = mexico.draft("life");
        String path = file(id, "Informe%20%C3%B1.pdf");
        HttpResponse<byte[]> put = mexico.send(
                "PUT",
                path + "?language=pt_br&description=Anexo&position=3&embargo=2099-01-31",
                CONTENT,
                "Content-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(sha256(CONTENT)) + ":");
        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(header(put, "Location")).isEqualTo(TestServer.baseUrl() + path);
        assertThat(json(put).getString("name")).isEqualTo("Informe ñ.pdf");
        assertThat(json(put).getString("language")).isEqualTo("pt-BR");
        assertThat(json(put).getString("embargo")).isEqualTo("2099-01-31");
        assertThat(json(put).getString("mediaType")).isEqualTo("application/pdf");

        HttpResponse<byte[]> again = mexico.send("PUT", path, pdf("other"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).getInt("position")).isEqualTo(3);
        assertThat(mexico.send("PUT", path, CONTENT, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        HttpResponse<byte[]> patched = mexico.send(
                "PATCH",
                path,
                "{\"description\":null,\"position\":1,\"language\":\"es\"}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/merge-patch+json");
        assertThat(patched.statusCode()).as(text(patched)).isEqualTo(200);
        assertThat(json(patched)).doesNotContainKey("description");
        assertThat(text(mexico.get("/api/v1/publications/" + id + "/files")))
                .contains("\"position\":1", "\"language\":\"es\"", "\"standing\":\"kept\"");
        assertThat(text(mexico.get("/api/v1/publications/" + id))).contains("Informe ñ.pdf");

        HttpResponse<byte[]> content = mexico.get(path);
        assertThat(content.body()).isEqualTo(pdf("other"));
        assertThat(header(content, "Cache-Control")).startsWith("private");
        assertThat(reader.get(path).statusCode()).isEqualTo(401);
        assertThat(reader.get(download(id, "Informe%20%C3%B1.pdf")).statusCode())
                .isEqualTo(404);

        assertThat(mexico.send("DELETE", path + "?dryRun=true", NOTHING).statusCode())
                .isEqualTo(204);
        assertThat(mexico.send("DELETE", path, NOTHING).statusCode()).isEqualTo(204);
        assertThat(mexico.get(path).statusCode()).isEqualTo(404);
        assertThat(mexico.send("DELETE", path, NOTHING).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileIsChangedAsItWasSeenAndARetryChangesItOnce() throws Exception {
        String id = mexico.draft("seen");
        String path = file(id, "a.pdf");
        HttpResponse<byte[]> first =
                mexico.send("PUT", path, CONTENT, "If-None-Match", "*", "Idempotency-Key", "put-1");
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<byte[]> again =
                mexico.send("PUT", path, CONTENT, "If-None-Match", "*", "Idempotency-Key", "put-1");
        assertThat(again.statusCode()).as(text(again)).isEqualTo(201);
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        refused(
                422,
                "idempotency-key-reused",
                mexico.send("PUT", path, pdf("other"), "If-None-Match", "*", "Idempotency-Key", "put-1"));
        assertThat(mexico.get(path).body()).isEqualTo(CONTENT);
        String stale = "\"" + "0".repeat(64) + "\"";
        refused(412, "file-changed", mexico.send("PUT", path, pdf("other"), "If-Match", stale));
        refused(412, "file-changed", mexico.send("DELETE", path, NOTHING, "If-Match", stale));
        HttpResponse<byte[]> next = mexico.send("PUT", path, pdf("next"), "If-Match", header(first, "ETag"));
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(mexico.send("DELETE", path, NOTHING, "If-Match", header(next, "ETag"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whatCannotBeAFileIsRefusedAndNothingIsKept() throws Exception {
        String id = mexico.draft("refused");
        refused(422, "malformed-file-name", mexico.send("PUT", file(id, "..%2Fa.pdf"), CONTENT));
        refused(422, "empty-file", mexico.send("PUT", file(id, "a.pdf"), NOTHING));
        refused(
                415,
                "media-type-not-allowed",
                mexico.send("PUT", file(id, "a.pdf"), "<html><script/>".getBytes(StandardCharsets.UTF_8)));
        refused(413, "file-too-large", mexico.send("PUT", file(id, "a.pdf"), new byte[21 << 20]));
        refused(400, "malformed-digest", mexico.send("PUT", file(id, "a.pdf"), CONTENT, "Repr-Digest", "sha-256=abc"));
        refused(
                400,
                "digest-mismatch",
                mexico.send("PUT", file(id, "a.pdf"), CONTENT, "Content-Digest", "sha-512=:" + "A".repeat(86) + "==:"));
        refused(422, "malformed-language", mexico.send("PUT", file(id, "a.pdf") + "?language=nonsense1", CONTENT));
        refused(422, "malformed-date", mexico.send("PUT", file(id, "a.pdf") + "?embargo=31.1.2030", CONTENT));
        refused(400, "unknown-parameter", mexico.send("PUT", file(id, "a.pdf") + "?embarggo=2030-01-31", CONTENT));
        refused(
                400,
                "malformed-header",
                mexico.send("PUT", file(id, "a.pdf"), CONTENT, "Content-Range", "bytes 0-1/9"));
        refused(
                415,
                "unsupported-encoding",
                mexico.send("PUT", file(id, "a.pdf"), CONTENT, "Content-Encoding", "gzip"));
        refused(404, "not-found", mexico.send("PUT", file("999999", "a.pdf"), CONTENT));
        refused(401, "sign-in-required", reader.send("PUT", file(id, "a.pdf"), CONTENT));
        refused(404, "unknown-file", mexico.send("PATCH", file(id, "a.pdf"), "{}".getBytes(StandardCharsets.UTF_8)));
        byte[] tried = pdf("only tried");
        HttpResponse<byte[]> dry = mexico.send("PUT", file(id, "a.pdf") + "?dryRun=true", tried);
        assertThat(dry.statusCode()).isEqualTo(201);
        assertThat(header(dry, "Location")).as("there is nothing").isEmpty();
        assertThat(text(mexico.get("/api/v1/publications/" + id + "/files"))).isEqualTo("{\"files\":[]}");
        assertThat(staged()).noneMatch(each -> each.endsWith(hex(tried)));
    }

    private static void refused(int status, String rule, HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(text(response)).contains("\"rule\":\"" + rule + "\"");
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    }

    private static List<String> staged() throws IOException {
        try (Stream<Path> all = Files.walk(TestServer.data().resolve("files/staging"))) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (java.security.NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String hex(byte[] content) {
        return java.util.HexFormat.of().formatHex(sha256(content));
    }

    @Test
    void aContentThatBreaksOffIsNotKept() throws Exception {
        String id = mexico.draft("broken");
        URI server = URI.create(TestServer.baseUrl());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT " + file(id, "a.pdf") + " HTTP/1.1\r\nHost: " + server.getHost()
                            + "\r\nAuthorization: Bearer " + TOKEN.get(0) + "\r\nContent-Length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(CONTENT);
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("201 Created");
        }
        assertThat(text(mexico.get("/api/v1/publications/" + id + "/files"))).isEqualTo("{\"files\":[]}");
        Until.holds("nothing of it is left", Duration.ofSeconds(20), () -> staged().stream()
                .noneMatch(each -> each.contains("arriving")));
    }

    @Test
    void manyFilesComeAtOnce() throws Exception {
        String id = mexico.draft("many");
        List<CompletableFuture<Integer>> all = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return mexico.send("PUT", file(id, "f" + i % 8 + ".pdf"), pdf("many " + i))
                                .statusCode();
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                }))
                .toList();
        for (CompletableFuture<Integer> each : all) {
            assertThat(each.get()).isIn(200, 201);
        }
        assertThat(json(mexico.get("/api/v1/publications/" + id + "/files")).getJsonArray("files"))
                .hasSize(8);
    }

    @Test
    void thePublicGetsWhatIsPublished() throws Exception {
        String id = published("public", "?description=The%20report");
        HttpResponse<byte[]> whole = reader.get(download(id, "a.pdf"));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(CONTENT);
        assertThat(header(whole, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(whole, "Content-Disposition"))
                .isEqualTo("inline; filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
        assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(whole, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "ETag")).isEqualTo("\"" + hex(CONTENT) + "\"");
        HttpResponse<byte[]> head = reader.send("HEAD", download(id, "a.pdf"), NOTHING);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(CONTENT.length));

        assertThat(text(reader.get("/publications/" + id)))
                .contains("href=\"../publications/" + id + "/files/a.pdf\"", "The report", "PDF");
        assertThat(text(reader.get("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier="
                        + json(mexico.get("/api/v1/publications/" + id)).getString("oaiIdentifier"))))
                .contains("/publications/" + id + "/files/a.pdf</dc:identifier>");
        assertThat(reader.get(download(id, "b.pdf")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3,206,0,4",
        "bytes=9-11,206,9,12",
        "bytes=-6,206,20,26",
        "bytes=20-999,206,20,26",
        "'bytes=0-1,3-4',200,0,26",
        "bytes=3-1,200,0,26",
        "pages=1,200,0,26"
    })
    void aPartIsSentWhereOneIsAskedFor(String range, int status, int from, int to) throws Exception {
        String id = published("range" + range.hashCode(), "");
        HttpResponse<byte[]> part = reader.get(download(id, "a.pdf"), "Range", range);
        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(CONTENT, from, to));
        if (status == 206) {
            assertThat(header(part, "Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/26");
        }
    }

    @Test
    void conditionsAreHeeded() throws Exception {
        String id = published("conditions", "");
        HttpResponse<byte[]> whole = reader.get(download(id, "a.pdf"));
        String tag = header(whole, "ETag");
        String date = header(whole, "Last-Modified");
        String path = download(id, "a.pdf");
        assertThat(reader.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(reader.get(path, "If-None-Match", "\"x\", " + tag).statusCode())
                .isEqualTo(304);
        assertThat(reader.get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(reader.get(path, "If-None-Match", "\"x\"", "If-Modified-Since", date)
                        .statusCode())
                .isEqualTo(200);
        assertThat(reader.get(path, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(reader.get(path, "If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(412);
        assertThat(reader.get(path, "Range", "bytes=0-3", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(reader.get(path, "Range", "bytes=0-3", "If-Range", date).statusCode())
                .isEqualTo(206);
        assertThat(reader.get(path, "Range", "bytes=0-3", "If-Range", "\"x\"").statusCode())
                .isEqualTo(200);
        assertThat(reader.get(path, "Range", "bytes=0-3", "If-Range", "W/" + tag)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> behind = reader.get(path, "Range", "bytes=26-");
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(header(behind, "Content-Range")).isEqualTo("bytes */26");
        assertThat(behind.body()).isEmpty();
    }

    @Test
    void whatIsNotOpenSaysWhenItWillBe() throws Exception {
        String id = published("later", "?embargo=2099-01-31");
        HttpResponse<byte[]> closed = reader.get(download(id, "a.pdf"), "Accept-Language", "es");
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(text(closed)).contains("31 de enero de 2099", "lang=\"es\"");
        assertThat(text(reader.get(download(id, "a.pdf") + "?lang=en"))).contains("31 January 2099");
        assertThat(text(reader.get("/publications/" + id + "?lang=en")))
                .contains("31 January 2099")
                .doesNotContain("/files/a.pdf\"");
        assertThat(text(reader.get(file(id, "a.pdf")))).contains("\"status\":403", "not-open", "2099-01-31");
        assertThat(mexico.get(file(id, "a.pdf")).body()).isEqualTo(CONTENT);

        mexico.send("PATCH", file(id, "a.pdf"), "{\"embargo\":\"2020-01-01\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.get(download(id, "a.pdf")).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> withdrawn = mexico.send(
                "POST",
                "/api/v1/publications/" + id + "/withdraw",
                "{\"reason\":\"wrong\"}".getBytes(StandardCharsets.UTF_8),
                "If-Match",
                "*",
                "Content-Type",
                "application/json");
        assertThat(withdrawn.statusCode()).isEqualTo(200);
        HttpResponse<byte[]> gone = reader.get(download(id, "a.pdf"));
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(text(gone)).doesNotContain("%PDF");
    }

    @Test
    void anUploadIsTakenUpWhereItBrokeOff() throws Exception {
        String id = mexico.draft("tus");
        byte[] content = pdf("tus".repeat(100_000));
        HttpResponse<byte[]> options = reader.send("OPTIONS", "/api/v1/uploads", NOTHING);
        assertThat(header(options, "Tus-Extension")).contains("creation", "termination", "checksum", "expiration");
        HttpResponse<byte[]> begun = mexico.begin(id, "Informe ñ.pdf", content.length);
        assertThat(begun.statusCode()).isEqualTo(201);
        String upload = header(begun, "Location");
        assertThat(upload).startsWith(TestServer.baseUrl() + "/api/v1/uploads/");

        byte[] first = Arrays.copyOf(content, 100_000);
        byte[] rest = Arrays.copyOfRange(content, 100_000, content.length);
        HttpResponse<byte[]> half = mexico.part(upload, 0, first);
        assertThat(half.statusCode()).isEqualTo(204);
        assertThat(header(half, "Upload-Offset")).isEqualTo("100000");
        HttpResponse<byte[]> far = mexico.send("HEAD", upload, NOTHING, "Tus-Resumable", "1.0.0");
        assertThat(header(far, "Upload-Offset")).isEqualTo("100000");
        assertThat(header(far, "Content-Location")).isEmpty();
        assertThat(mexico.part(upload, 5, first).statusCode()).isEqualTo(409);
        assertThat(mexico.part(upload, 100_000, rest, "Upload-Checksum", "sha256 " + Depositor.base64("wrong"))
                        .statusCode())
                .isEqualTo(460);
        TestClient.Result other = TestClient.run(TestServer.control(), "token", "mexico");
        Depositor stranger = new Depositor(TestServer.baseUrl(), other.said().strip());
        assertThat(stranger.part(upload, 100_000, rest).statusCode()).isEqualTo(404);

        HttpResponse<byte[]> done = mexico.part(
                upload,
                100_000,
                rest,
                "Upload-Checksum",
                "sha256 " + Base64.getEncoder().encodeToString(sha256(rest)));
        assertThat(done.statusCode()).as(text(done)).isEqualTo(204);
        assertThat(header(done, "Content-Location")).isEqualTo(TestServer.baseUrl() + file(id, "Informe%20%C3%B1.pdf"));
        HttpResponse<byte[]> again = mexico.send("HEAD", upload, NOTHING, "Tus-Resumable", "1.0.0");
        assertThat(header(again, "Upload-Offset")).isEqualTo(Integer.toString(content.length));
        assertThat(header(again, "Content-Location")).isEqualTo(header(done, "Content-Location"));
        assertThat(mexico.get(header(done, "Content-Location")).body()).isEqualTo(content);
    }

    @Test
    void anUploadThatCannotBecomeAFileIsRefused() throws Exception {
        String id = mexico.draft("tus-refused");
        assertThat(mexico.begin("999999", "a.pdf", 5).statusCode()).isEqualTo(404);
        refused(422, "malformed-file-name", mexico.begin(id, "a/b.pdf", 5));
        refused(413, "file-too-large", mexico.begin(id, "a.pdf", 21 << 20));
        refused(401, "sign-in-required", reader.begin(id, "a.pdf", 5));
        refused(
                400,
                "missing-header",
                mexico.send("POST", "/api/v1/uploads", NOTHING, "Tus-Resumable", "1.0.0", "Upload-Length", "5"));
        byte[] html = "<html><script/>".getBytes(StandardCharsets.UTF_8);
        String upload = header(mexico.begin(id, "a.pdf", html.length), "Location");
        refused(415, "media-type-not-allowed", mexico.part(upload, 0, html));
        assertThat(mexico.send("HEAD", upload, NOTHING, "Tus-Resumable", "1.0.0")
                        .statusCode())
                .isEqualTo(404);
        String ended = header(mexico.begin(id, "a.pdf", 5), "Location");
        assertThat(mexico.send("DELETE", ended, NOTHING, "Tus-Resumable", "1.0.0")
                        .statusCode())
                .isEqualTo(204);
        assertThat(mexico.send("HEAD", ended, NOTHING, "Tus-Resumable", "1.0.0").statusCode())
                .isEqualTo(404);
        assertThat(text(mexico.get("/api/v1/publications/" + id + "/files"))).isEqualTo("{\"files\":[]}");
    }

    @Test
    void whatIsPublishedIsPreservedSoon() throws Exception {
        String id = published("preserved", "");
        Until.holds("an OCFL object", Duration.ofSeconds(30), () -> {
            try (Stream<Path> all = Files.walk(TestServer.data().resolve("files/ocfl"))) {
                return all.anyMatch(each -> each.toString().endsWith("%3a" + id + "/v1/content/metadata.json"));
            }
        });
        assertThat(reader.get(download(id, "a.pdf")).body()).isEqualTo(CONTENT);
        assertThat(text(reader.get("/health"))).contains("\"name\":\"files\"");
    }
}
