package org.acervo.deposit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.acervo.access.Vault;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sender against a real server. */
class SenderTest {

    private static final Repository REPOSITORY = new Repository(
            "https://library.example.org",
            "library.example.org",
            "Library",
            "a@b.example",
            "https://x.example/",
            List.of());

    private final Vault vault = new Vault(() -> new byte[32]);
    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryWebhooks webhooks = new InMemoryWebhooks(publications);
    private Instant now = Instant.parse("2022-06-01T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private LocalServer server;
    private Sender sender;
    private Webhook hook;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.http();
        Courier courier = new Courier(
                new Target.Reach(true),
                host -> List.of(InetAddress.getLoopbackAddress()),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Duration.ofSeconds(2));
        sender = new Sender(webhooks, publications, courier, vault, new NoticeJson(REPOSITORY), clock, () -> 0.5);
        hook = webhooks.add(new Webhook(
                0,
                "mexico",
                "http://127.0.0.1:" + server.port() + "/",
                Set.of(),
                true,
                vault.lock("s3cr3t", "webhook"),
                now,
                "admin"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aStepIsToldSigned() {
        webhooks.queue(WebhooksContract.notice(7, 3, Action.PUBLISHED, "mexico"), now);
        round();

        LocalServer.Call call = server.calls().get(0);
        JsonObject told = Json.createReader(new StringReader(call.body())).readObject();
        assertThat(told.getString("event")).isEqualTo("published").isEqualTo(call.header("Acervo-Event"));
        assertThat(told.getString("id")).isEqualTo(call.header("Acervo-Delivery"));
        assertThat(told.getString("mission")).isEqualTo("mexico");
        assertThat(told.getJsonObject("publication").toString())
                .isEqualTo("{\"id\":\"7\",\"url\":\"https://library.example.org/publications/7\","
                        + "\"oaiIdentifier\":\"oai:library.example.org:7\",\"state\":\"published\",\"version\":3}");
        assertThat(call.header("Acervo-Timestamp")).isEqualTo(Long.toString(now.getEpochSecond()));
        assertThat(call.header("Acervo-Signature"))
                .isEqualTo(Signature.of(
                        "s3cr3t", call.header("Acervo-Timestamp"), call.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(last()).satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(Delivery.Status.DELIVERED);
            assertThat(delivery.lastStatus()).isEqualTo(200);
            assertThat(delivery.attempts()).isEqualTo(1);
        });
    }

    /** Worked out with another program. */
    @Test
    void theSignatureIsTheUsualOne() {
        assertThat(Signature.of("key", "1", "2".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("sha256=8fd3e425c8cc4125a575713fa5d5dc02925157009da4f86dd92a59cfd9138253");
    }

    @Test
    void whatFailsIsTriedForADayInEverLongerPauses() {
        server.answers(LocalServer.status(500));
        webhooks.queue(WebhooksContract.notice(7, 1, Action.CREATED, "mexico"), now);
        Instant begin = now;
        Duration pause = Duration.ZERO;
        while (last().status() == Delivery.Status.PENDING) {
            Instant next = last().next();
            now = next == null ? now : next;
            Instant before = now;
            round();
            Instant then = last().next();
            if (then != null) {
                assertThat(Duration.between(before, then)).isGreaterThanOrEqualTo(pause);
                pause = Duration.between(before, then);
            }
        }
        assertThat(last().status()).isEqualTo(Delivery.Status.GIVEN_UP);
        assertThat(last().lastError()).isEqualTo(new Trouble(Trouble.Reason.STATUS, "500"));
        assertThat(Duration.between(begin, now)).isBetween(Duration.ofHours(24), Duration.ofHours(27));
        assertThat(server.calls().size()).isBetween(12, 25).isEqualTo(last().attempts());
        assertThat(server.calls())
                .extracting(LocalServer.Call::body)
                .containsOnly(server.calls().get(0).body());
    }

    @Test
    void aLaterStepWaitsForAnEarlierOneOfTheSamePublication() {
        server.answers((call, out) ->
                LocalServer.status(call.body().contains("\"7\"") ? 500 : 200).write(call, out));
        webhooks.queue(WebhooksContract.notice(7, 1, Action.CREATED, "mexico"), now);
        webhooks.queue(WebhooksContract.notice(7, 2, Action.PUBLISHED, "mexico"), now);
        webhooks.queue(WebhooksContract.notice(8, 1, Action.CREATED, "mexico"), now);
        round();
        assertThat(events()).containsExactly("created", "created");

        server.answers(LocalServer.status(200));
        now = now.plusSeconds(60);
        round();
        assertThat(events()).containsExactly("created", "created", "created", "published");
    }

    @Test
    void whereNobodyAnswersTheRestIsNotTriedAtOnce() throws IOException {
        server.close();
        for (int i = 1; i <= 5; i++) {
            webhooks.queue(WebhooksContract.notice(i, 1, Action.CREATED, "mexico"), now);
        }
        round();
        assertThat(webhooks.log(hook.id(), Long.MAX_VALUE, 9))
                .filteredOn(each -> each.attempts() > 0)
                .hasSize(1);
    }

    @Test
    void anotherKeyIsSaidAndNothingIsSent() {
        webhooks.replace(new Webhook(
                hook.id(),
                "mexico",
                hook.url(),
                Set.of(),
                true,
                new Vault(() -> new byte[16]).lock("x", "webhook"),
                now,
                "a"));
        webhooks.queuePing(hook.id(), now);
        round();
        assertThat(last().lastError()).isEqualTo(Trouble.of(Trouble.Reason.SECRET_UNREADABLE));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aPingTellsNothing() {
        webhooks.queuePing(hook.id(), now);
        round();
        assertThat(server.calls().get(0).body())
                .startsWith("{\"id\":\"")
                .endsWith("\"event\":\"ping\",\"at\":\"2022-06-01T10:00:00Z\"}");
    }

    private void round() {
        sender.take(10).forEach(sender::turn);
    }

    private Delivery last() {
        return webhooks.log(hook.id(), Long.MAX_VALUE, 1).get(0);
    }

    private List<String> events() {
        return server.calls().stream().map(call -> call.header("Acervo-Event")).toList();
    }
}
