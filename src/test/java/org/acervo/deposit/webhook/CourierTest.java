package org.acervo.deposit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.acervo.deposit.webhook.Courier.Outcome;
import org.acervo.deposit.webhook.Target.Reach;
import org.acervo.deposit.webhook.Trouble.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {

    /** Of whoever is not expected to lose it, on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Courier.Resolver LOOPBACK = host -> List.of(InetAddress.getLoopbackAddress());
    private static final byte[] BODY = "{\"a\":\"ñ\"}".getBytes(StandardCharsets.UTF_8);

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.http();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aCallArrivesAsItWasMade() {
        Outcome outcome = post("http://127.0.0.1:" + server.port() + "/hook?a=b%20c");
        assertThat(outcome).isEqualTo(new Outcome(200, null));
        assertThat(server.calls()).singleElement().satisfies(call -> {
            assertThat(call.line()).isEqualTo("POST /hook?a=b%20c HTTP/1.1");
            assertThat(call.header("Host")).isEqualTo("127.0.0.1:" + server.port());
            assertThat(call.header("X-Test")).isEqualTo("yes");
            assertThat(call.body()).startsWith("{\"a\":");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws IOException {
        try (LocalServer inside = LocalServer.http()) {
            String inner = "http://127.0.0.1:" + inside.port() + "/admin";
            server.answers(LocalServer.status(status, "Location: " + inner + "\r\n"));
            Outcome outcome = post("http://127.0.0.1:" + server.port() + "/");
            assertThat(outcome.status()).isEqualTo(status);
            assertThat(outcome.trouble()).isEqualTo(Trouble.of(Reason.REDIRECTED));
            assertThat(inside.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 429, 500, 503})
    void otherAnswersAreFailures(int status) {
        server.answers(LocalServer.status(status));
        assertThat(post("http://127.0.0.1:" + server.port() + "/"))
                .isEqualTo(new Outcome(status, new Trouble(Reason.STATUS, Integer.toString(status))));
    }

    @Test
    void interimAnswersArePassedOver() {
        server.answers(
                (call, out) -> out.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII)));
        assertThat(post("http://127.0.0.1:" + server.port() + "/")).isEqualTo(new Outcome(204, null));
    }

    @Test
    void whoeverIsSilentOrSlowIsNotWaitedFor() {
        long begin = System.nanoTime();
        Courier hurried = courier(SHORT);
        server.answers((call, out) -> Thread.sleep(5000));
        assertThat(post(hurried, "http://127.0.0.1:" + server.port() + "/").trouble())
                .isEqualTo(Trouble.of(Reason.TOO_SLOW));
        server.answers((call, out) -> drip(out, "HTTP/1.1 200 OK\r\n"));
        assertThat(post(hurried, "http://127.0.0.1:" + server.port() + "/").trouble())
                .isEqualTo(Trouble.of(Reason.TOO_SLOW));
        server.answers((call, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out, "a".repeat(100));
        });
        assertThat(post(hurried, "http://127.0.0.1:" + server.port() + "/")).isEqualTo(new Outcome(200, null));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    }

    private static void drip(java.io.OutputStream out, String text) throws IOException, InterruptedException {
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            out.write(each);
            out.flush();
            Thread.sleep(100);
        }
    }

    @Test
    void whatNeverEndsIsNotReadToItsEnd() {
        server.answers((call, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[8192];
            while (true) {
                out.write(block);
            }
        });
        assertThat(post("http://127.0.0.1:" + server.port() + "/")).isEqualTo(new Outcome(200, null));
        server.answers((call, out) -> {
            while (true) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        assertThat(post(courier(SHORT), "http://127.0.0.1:" + server.port() + "/")
                        .status())
                .isNull();
    }

    @Test
    void whatIsNotHttpIsSaid() {
        server.answers((call, out) -> out.write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(post("http://127.0.0.1:" + server.port() + "/").trouble()).isEqualTo(Trouble.of(Reason.NOT_HTTP));
        server.answers((call, out) -> {});
        assertThat(post("http://127.0.0.1:" + server.port() + "/").trouble()).isEqualTo(Trouble.of(Reason.HUNG_UP));
    }

    @Test
    void nobodyListeningIsSaid() throws IOException {
        int port;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = reserved.getLocalPort();
        }
        Outcome outcome = post("http://127.0.0.1:" + port + "/");
        assertThat(outcome.status()).isNull();
        assertThat(outcome.trouble()).isEqualTo(new Trouble(Reason.NOT_REACHED, "Connection refused"));
    }

    @Test
    void tlsIsHeldToTheName(@TempDir Path folder) throws Exception {
        LocalServer.Tls tls = LocalServer.Tls.make(folder);
        try (LocalServer secure = LocalServer.https(tls)) {
            Courier trusting = courier(true, LOOPBACK, tls.trusting());
            String at = ":" + secure.port() + "/x";
            assertThat(post(trusting, "https://" + LocalServer.NAME + at)).isEqualTo(new Outcome(200, null));
            assertThat(secure.calls()).singleElement().satisfies(call -> assertThat(call.header("Host"))
                    .isEqualTo(LocalServer.NAME + ":" + secure.port()));

            assertThat(post(trusting, "https://other.example.org" + at)
                            .trouble()
                            .reason())
                    .isEqualTo(Reason.TLS);
            Courier strict = courier(true, LOOPBACK, (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertThat(post(strict, "https://" + LocalServer.NAME + at)
                            .trouble()
                            .reason())
                    .isEqualTo(Reason.TLS);
            assertThat(secure.calls()).hasSize(1);
        }
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() throws IOException {
        for (List<String> addresses :
                List.of(List.of("127.0.0.1"), List.of("93.184.216.34", "10.0.0.1"), List.of("::ffff:192.168.0.1"))) {
            List<InetAddress> resolved = new ArrayList<>();
            for (String address : addresses) {
                resolved.add(InetAddress.getByName(address));
            }
            Courier guarded = courier(false, host -> resolved, (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertThat(post(guarded, "https://hooks.example.org:" + server.port() + "/"))
                    .isEqualTo(new Outcome(null, Trouble.of(Reason.NOT_PUBLIC)));
        }
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aNameIsResolvedOnce() {
        List<String> asked = new ArrayList<>();
        Courier.Resolver rebinding = host -> {
            asked.add(host);
            return List.of(InetAddress.getByName(asked.size() == 1 ? "192.0.0.8" : "127.0.0.1"));
        };
        Courier courier =
                new Courier(new Reach(true), rebinding, (SSLSocketFactory) SSLSocketFactory.getDefault(), SHORT);
        assertThat(post(courier, "https://rebinding.example:" + server.port() + "/")
                        .status())
                .isNull();
        assertThat(asked).containsExactly("rebinding.example");
        assertThat(server.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "https:///x",
                "https://",
                "https://user@hooks.example.org/",
                "https://hooks.example.org/#a",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:99999/",
                "https://a b/",
                "https://[fe80::1%25eth0]/",
                "gopher://x/",
                "",
                "//x/y"
            })
    void whatIsNoAddressOfAWebhookIsRefused(String url) {
        assertThat(new Reach(false).parse(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.1/", "https://2130706433/", "https://[::1]/", "https://[::ffff:7f00:1]/"})
    void otherWaysToWriteLoopbackAreNoWayIn(String url) throws UnknownHostException {
        Courier guarded = courier(false, host -> List.of(InetAddress.getAllByName(host)), (SSLSocketFactory)
                SSLSocketFactory.getDefault());
        assertThat(post(guarded, url).status()).isNull();
    }

    private Outcome post(String url) {
        return post(courier(true, LOOPBACK, (SSLSocketFactory) SSLSocketFactory.getDefault()), url);
    }

    private static Outcome post(Courier courier, String url) {
        return courier.post(url, Map.of("X-Test", "yes"), BODY);
    }

    private static Courier courier(Duration patience) {
        return new Courier(new Reach(true), LOOPBACK, (SSLSocketFactory) SSLSocketFactory.getDefault(), patience);
    }

    private static Courier courier(boolean privateToo, Courier.Resolver names, SSLSocketFactory tls) {
        return new Courier(new Reach(privateToo), names, tls, PATIENCE);
    }
}
