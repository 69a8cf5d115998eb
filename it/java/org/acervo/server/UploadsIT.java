package org.acervo.server;

import static org.acervo.server.Depositor.base64;
import static org.acervo.server.Depositor.header;
import static org.acervo.server.Depositor.json;
import static org.acervo.server.Depositor.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.acervo.launcher.TestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads in parts on lines that drop, and what is said where one is asked for wrongly. */
@ArquillianTest
@RunAsClient
class UploadsIT {

    private static final byte[] NOTHING = new byte[0];
    private static final byte[] CONTENT = pdf("part".repeat(100_000));
    private static final int COME = 150_000;

    private String token;
    private Depositor mexico;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestServer.war();
    }

    @BeforeEach
    void signIn() {
        token = TestClient.run(TestServer.control(), "token", "mexico", "--scope", "deposit,publish,read")
                .said()
                .strip();
        mexico = new Depositor(TestServer.baseUrl(), token);
    }

    private String begun(String key) throws Exception {
        return header(mexico.begin(mexico.draft(key), "a.pdf", CONTENT.length), "Location");
    }

    private HttpResponse<byte[]> ask(String method, String upload) throws Exception {
        return mexico.send(method, upload, NOTHING, "Tus-Resumable", "1.0.0");
    }

    /** A line on which the first bytes of all have come, and which then says nothing more, nor that it is down. */
    private Socket stalled(String upload) throws Exception {
        URI address = URI.create(upload);
        Socket line = new Socket(address.getHost(), address.getPort());
        OutputStream out = line.getOutputStream();
        out.write(("PATCH " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getHost()
                        + "\r\nAuthorization: Bearer " + token
                        + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nConnection: close"
                        + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
                        + CONTENT.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(CONTENT, 0, COME);
        out.flush();
        Path data = TestServer.data()
                .resolve("files/uploads/uploads")
                .resolve(upload.substring(upload.lastIndexOf('/') + 1))
                .resolve("data");
        Until.holds("the first bytes have come", Duration.ofSeconds(20), () -> Files.size(data) == COME);
        return line;
    }

    /** What is answered once more comes. */
    private static String rest(Socket line) throws IOException {
        line.getOutputStream().write(CONTENT, COME, 1_000);
        line.getOutputStream().flush();
        line.setSoTimeout(20_000);
        byte[] begin = new byte[4_000]; // the server waits for the rest before it ends
        return new String(begin, 0, line.getInputStream().read(begin), StandardCharsets.UTF_8);
    }

    @Test
    void whoComesBackGoesOnWhileTheDroppedLineIsStillHeld() throws Exception {
        String upload = begun("dropped");
        try (Socket dropped = stalled(upload)) {
            HttpResponse<byte[]> far = ask("HEAD", upload);
            assertThat(far.statusCode()).isEqualTo(204);
            assertThat(header(far, "Upload-Offset")).isEqualTo(Integer.toString(COME));
            assertThat(rest(dropped)).startsWith("HTTP/1.1 423").containsIgnoringCase("Retry-After: ");
            assertThat(header(ask("HEAD", upload), "Upload-Offset")).isEqualTo(Integer.toString(COME));

            HttpResponse<byte[]> done = mexico.part(upload, COME, Arrays.copyOfRange(CONTENT, COME, CONTENT.length));
            assertThat(done.statusCode()).isEqualTo(204);
            assertThat(mexico.get(header(done, "Content-Location")).body()).isEqualTo(CONTENT);
        }
    }

    @Test
    void aPartFollowsOneThatStalls() throws Exception {
        String upload = begun("stalls");
        try (Socket dropped = stalled(upload)) {
            assertThat(mexico.part(upload, COME, Arrays.copyOfRange(CONTENT, COME, CONTENT.length))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(rest(dropped)).startsWith("HTTP/1.1 423");
        }
    }

    @Test
    void anUploadInUseIsGoneOnceItWasGivenUp() throws Exception {
        String upload = begun("given-up");
        try (Socket dropped = stalled(upload)) {
            assertThat(ask("DELETE", upload).statusCode()).isEqualTo(204);
            assertThat(ask("HEAD", upload).statusCode()).isEqualTo(404);
            assertThat(rest(dropped)).startsWith("HTTP/1.1 423");
        }
    }

    @Test
    void ofTwoPartsAtOnceOneComesAndTheOtherIsToldWhereItIs() throws Exception {
        for (int i = 0; i < 5; i++) {
            String upload = begun("twice-" + i);
            byte[] half = Arrays.copyOf(CONTENT, COME);
            List<CompletableFuture<Integer>> both = Stream.of(half, half)
                    .map(each -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return mexico.part(upload, 0, each).statusCode();
                        } catch (IOException | InterruptedException failed) {
                            throw new IllegalStateException(failed);
                        }
                    }))
                    .toList();
            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(204, 409);
            assertThat(header(ask("HEAD", upload), "Upload-Offset")).isEqualTo(Integer.toString(COME));
        }
    }

    @Test
    void aBodyThatEndsTooEarlyIsNoFaultOfOurs() throws Exception {
        String upload = begun("ends-early");
        try (Socket line = stalled(upload)) {
            line.shutdownOutput();
            line.setSoTimeout(20_000);
            assertThat(new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HTTP/1.1 5");
        }
        assertThat(header(ask("HEAD", upload), "Upload-Offset")).isEqualTo(Integer.toString(COME));
    }

    @Test
    void aHeaderThatIsMissingIsCalledMissing() throws Exception {
        HttpResponse<byte[]> silent =
                mexico.send("POST", "/api/v1/uploads", NOTHING, "Tus-Resumable", "1.0.0", "Upload-Length", "5");
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(json(silent).getString("detail"))
                .isEqualTo("The header Upload-Metadata is missing. For instance: "
                        + "publication NDI=,filename cmVwb3J0LnBkZg==.");
        HttpResponse<byte[]> endless = mexico.send(
                "POST",
                "/api/v1/uploads",
                NOTHING,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Metadata",
                "publication " + base64(mexico.draft("endless")) + ",filename " + base64("a.pdf"));
        assertThat(json(endless).getString("detail")).startsWith("The header Upload-Length is missing.");
    }

    @Test
    void ofAPartThatIsTooLongItIsSaidHowMuchIsLeft() throws Exception {
        String upload = begun("too-long");
        assertThat(mexico.part(upload, 0, Arrays.copyOf(CONTENT, COME)).statusCode())
                .isEqualTo(204);
        HttpResponse<byte[]> more = mexico.part(upload, COME, CONTENT);
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(json(more).getString("type")).endsWith("/problems/upload-part-too-long");
        assertThat(json(more).getString("detail")).endsWith((CONTENT.length - COME) + " bytes are left.");
        assertThat(header(ask("HEAD", upload), "Upload-Offset")).isEqualTo(Integer.toString(COME));
    }

    @Test
    void anotherVersionOfTheProtocolIsCalledThat() throws Exception {
        HttpResponse<byte[]> other = mexico.send("HEAD", begun("version"), NOTHING, "Tus-Resumable", "0.2.2");
        assertThat(other.statusCode()).isEqualTo(412);
        HttpResponse<byte[]> told = mexico.send(
                "POST",
                "/api/v1/uploads",
                NOTHING,
                "Tus-Resumable",
                "0.2.2",
                "Upload-Length",
                "5",
                "Upload-Metadata",
                "publication " + base64(mexico.draft("old")) + ",filename " + base64("a.pdf"));
        assertThat(told.statusCode()).isEqualTo(412);
        assertThat(json(told).getString("title")).isEqualTo("Another version of tus");
    }

    @Test
    void whatIsSaidOfAnUploadIsWhatCanBeSaidOfAFile() throws Exception {
        String metadata = "publication " + base64(mexico.draft("said")) + ",filename " + base64("a.pdf");
        String[] begin = {"Tus-Resumable", "1.0.0", "Upload-Length", "5", "Upload-Metadata", ""};
        begin[5] = metadata + ",embrago " + base64("2099-01-31") + ",languaje";
        HttpResponse<byte[]> misspelt = mexico.send("POST", "/api/v1/uploads", NOTHING, begin);
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(json(misspelt).getString("type")).endsWith("/problems/unknown-parameter");
        assertThat(json(misspelt).getJsonArray("findings")).hasSize(2);

        begin[5] = metadata + ",filetype,name " + base64("a.pdf") + ",type,relativePath " + base64("null") + ",embargo "
                + base64("2099-01-31") + ",position " + base64("2");
        assertThat(mexico.send("POST", "/api/v1/uploads", NOTHING, begin).statusCode())
                .isEqualTo(201);
    }
}
