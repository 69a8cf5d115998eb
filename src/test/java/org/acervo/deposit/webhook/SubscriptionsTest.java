package org.acervo.deposit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.access.Vault;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.deposit.IfMatch;
import org.acervo.platform.VocabularyFiles;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private static final Caller MEXICO = new Caller("token:mx", "mexico", Set.of(Right.DEPOSIT, Right.READ), Set.of());
    private static final Caller PERU = new Caller("token:pe", "peru", Set.of(Right.DEPOSIT), Set.of());
    private static final Caller READER = new Caller("token:r", "mexico", Set.of(Right.READ), Set.of());
    private static final Caller CURATOR = new Caller("cora", null, Set.of(Right.DEPOSIT, Right.CURATE), Set.of());
    private static final Caller ADMIN =
            new Caller("admin", null, Set.of(Right.DEPOSIT, Right.CURATE, Right.ADMINISTER), Set.of());
    private static final IfMatch ANY = IfMatch.optional(null);
    private static final String URL = "{\"url\":\"https://hooks.example.org/a\"}";

    private final InMemoryWebhooks webhooks = new InMemoryWebhooks(new InMemoryPublications());
    private final Vault vault = new Vault(() -> new byte[32]);
    private final Subscriptions subscriptions = subscriptions(vault);

    private Subscriptions subscriptions(Vault keys) {
        Courier.Resolver names = host -> switch (host) {
            case "hooks.example.org" -> List.of(InetAddress.getByName("93.184.216.34"));
            case "inside.example.org" -> List.of(InetAddress.getByName("10.0.0.1"));
            default -> throw new UnknownHostException(host);
        };
        return new Subscriptions(
                webhooks,
                keys,
                new WebhookForm.Reader(
                        new Target.Reach(false), names, VocabularyFiles.read(Path.of("config", "vocabularies"))),
                Clock.fixed(Instant.parse("2022-06-01T10:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void aMissionMakesItsOwnAndSeesTheSecretOnce() {
        Subscriptions.Subscribed made = subscriptions.add(
                MEXICO, "{\"url\":\"https://hooks.example.org/a\",\"events\":[\"published\",\"erased\"]}");
        String secret = made.secret();
        assertThat(secret).startsWith("whsec_").hasSize(49);
        assertThat(made.webhook().mission()).isEqualTo("mexico");
        assertThat(made.webhook().events()).containsExactlyInAnyOrder(Action.PUBLISHED, Action.ERASED);
        assertThat(made.webhook().secret()).doesNotContain(String.valueOf(secret));
        assertThat(vault.unlock(made.webhook().secret(), "webhook")).isEqualTo(secret);
        assertThat(subscriptions.all(MEXICO)).containsExactly(made.webhook());
        assertThat(subscriptions.all(PERU)).isEmpty();
        assertThat(subscriptions.all(ADMIN)).hasSize(1);
    }

    @Test
    void aChangeOfAnotherFormThanWasMeantIsRefused() {
        Webhook first = subscriptions.add(MEXICO, URL).webhook();
        IfMatch meant = IfMatch.optional(first.tag());
        Webhook asleep = subscriptions
                .change(MEXICO, first.id(), meant, "{\"active\":false}")
                .webhook();
        assertThat(asleep.tag()).isNotEqualTo(first.tag());
        refused(() -> subscriptions.change(MEXICO, first.id(), meant, "{\"active\":true}"), Rule.STALE_VERSION);
        refused(() -> subscriptions.remove(MEXICO, first.id(), meant), Rule.STALE_VERSION);
        subscriptions.remove(MEXICO, first.id(), IfMatch.optional(asleep.tag()));
        assertThat(subscriptions.all(MEXICO)).isEmpty();
    }

    @Test
    void whatAnotherMissionHasDoesNotExist() {
        long id = subscriptions.add(MEXICO, URL).webhook().id();
        refused(() -> subscriptions.get(PERU, id), Rule.NOT_FOUND);
        refused(() -> subscriptions.get(CURATOR, id), Rule.NOT_FOUND);
        refused(() -> subscriptions.change(PERU, id, ANY, "{}"), Rule.NOT_FOUND);
        refused(() -> subscriptions.remove(PERU, id, ANY), Rule.NOT_FOUND);
        refused(() -> subscriptions.ping(PERU, id), Rule.NOT_FOUND);
        refused(() -> subscriptions.deliveries(PERU, id, Long.MAX_VALUE, 5), Rule.NOT_FOUND);
        refused(() -> subscriptions.redeliver(PERU, id, 1), Rule.NOT_FOUND);
        refused(() -> subscriptions.get(READER, id), Rule.RIGHT_REQUIRED);
        refused(
                () -> subscriptions.add(PERU, "{\"url\":\"https://a.example/\",\"mission\":\"mexico\"}"),
                Rule.RIGHT_REQUIRED);
        refused(() -> subscriptions.add(CURATOR, URL), Rule.RIGHT_REQUIRED);
        assertThat(subscriptions.add(ADMIN, URL).webhook().mission()).isNull();
    }

    @Test
    void depositingOnBehalfOfAMissionGivesNoRightToItsWebhooks() {
        Caller delegate = new Caller("token:pe2", "peru", Set.of(Right.DEPOSIT), Set.of("mexico"));
        long id = subscriptions.add(MEXICO, URL).webhook().id();
        refused(() -> subscriptions.get(delegate, id), Rule.NOT_FOUND);
        refused(() -> subscriptions.change(delegate, id, ANY, "{\"secret\":null}"), Rule.NOT_FOUND);
        refused(() -> subscriptions.add(delegate, URL.replace("}", ",\"mission\":\"mexico\"}")), Rule.RIGHT_REQUIRED);
        assertThat(subscriptions.all(delegate)).isEmpty();
    }

    @Test
    void onlyWhatIsSaidChanges() {
        Subscriptions.Subscribed made = subscriptions.add(MEXICO, URL);
        long id = made.webhook().id();
        Subscriptions.Subscribed asleep = subscriptions.change(MEXICO, id, ANY, "{\"active\":false}");
        assertThat(asleep.secret()).isNull();
        assertThat(asleep.webhook().active()).isFalse();
        assertThat(asleep.webhook().url()).isEqualTo(made.webhook().url());
        assertThat(subscriptions.change(MEXICO, id, ANY, "{\"secret\":null}").secret())
                .isNotNull()
                .isNotEqualTo(made.secret());
        assertThat(subscriptions
                        .change(MEXICO, id, ANY, "{\"secret\":\"0123456789abcdef\"}")
                        .secret())
                .isEqualTo("0123456789abcdef");
        subscriptions.remove(MEXICO, id, ANY);
        assertThat(subscriptions.all(MEXICO)).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        refused(() -> subscriptions.add(MEXICO, "{"), Rule.NOT_JSON);
        refused(() -> subscriptions.add(MEXICO, ""), Rule.NOT_JSON);
        refused(() -> subscriptions.add(MEXICO, "[]"), Rule.NOT_JSON);
        refused(() -> subscriptions.add(MEXICO, "{}"), Rule.REQUIRED);
        refused(() -> subscriptions.add(MEXICO, "{\"url\":\"example.org\"}"), Rule.MALFORMED_URI);
        refused(
                () -> subscriptions.add(
                        MEXICO,
                        "{\"url\":\"http://a.example/\",\"mission\":\"atlantis\",\"events\":[\"published\",\"eaten\",3],"
                                + "\"active\":\"yes\",\"secret\":\"short\",\"colour\":1}"),
                Rule.UNKNOWN_MEMBER,
                Rule.INSECURE_ADDRESS,
                Rule.UNKNOWN_CODE,
                Rule.WEAK_SECRET,
                Rule.UNKNOWN_CODE,
                Rule.UNKNOWN_CODE,
                Rule.WRONG_KIND);
        refused(() -> subscriptions.add(MEXICO, "{\"url\":7,\"events\":\"all\"}"), Rule.WRONG_KIND, Rule.WRONG_KIND);
    }

    @Test
    void whatLeadsInsideIsRefusedAndWhatNobodyKnowsYetIsNot() {
        for (String inside : List.of("https://inside.example.org/", "https://inside.example.org:8443/a?b")) {
            refused(() -> subscriptions.add(MEXICO, "{\"url\":\"" + inside + "\"}"), Rule.ADDRESS_NOT_PUBLIC);
        }
        assertThat(subscriptions
                        .add(MEXICO, "{\"url\":\"https://tomorrow.example.org/\"}")
                        .secret())
                .isNotNull();
    }

    @Test
    void withoutAUsableKeyNothingIsKept() {
        Subscriptions keyless = subscriptions(new Vault(() -> new byte[3]));
        refused(() -> keyless.add(MEXICO, URL), Rule.SECRET_KEY_UNUSABLE);
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void aMissionHasOnlySoMany() {
        for (int i = 0; i < 20; i++) {
            subscriptions.add(MEXICO, URL);
        }
        refused(() -> subscriptions.add(MEXICO, URL), Rule.TOO_MANY);
        assertThat(subscriptions.add(PERU, URL).secret()).isNotNull();
    }

    @Test
    void aDeliveryCanBeSentAnew() {
        long id = subscriptions.add(MEXICO, URL).webhook().id();
        Delivery ping = subscriptions.ping(MEXICO, id);
        webhooks.save(ping.delivered(ping.since(), 200));
        assertThat(subscriptions.redeliver(MEXICO, id, ping.id()).status()).isEqualTo(Delivery.Status.PENDING);
        assertThat(subscriptions.deliveries(MEXICO, id, Long.MAX_VALUE, 5)).hasSize(1);
        assertThat(subscriptions.deliveries(MEXICO, id, ping.id(), 5)).isEmpty();
        refused(() -> subscriptions.redeliver(MEXICO, id, 999), Rule.NOT_FOUND);
    }

    private static void refused(ThrowingCallable deed, Rule... rules) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                .extracting(Finding::rule)
                .containsExactly(rules));
    }
}
