package org.acervo.deposit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.acervo.catalog.Transactions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Webhooks} keeps to. */
public abstract class WebhooksContract {

    private static final Instant AT = Instant.parse("2022-06-01T10:00:00.123456Z");

    private Webhooks webhooks;
    private Transactions transactions;

    /** Nothing is kept in it yet. */
    protected abstract Webhooks empty();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        webhooks = empty();
        transactions = transactions();
    }

    @Test
    void aWebhookComesBackAsItWasKept() {
        Webhook added = add("mexico", Set.of(Action.PUBLISHED, Action.WITHDRAWN));
        Webhook forAll = add(null, Set.of());
        assertThat(webhooks.find(added.id())).contains(added);
        assertThat(webhooks.all()).containsExactly(added, forAll);

        Webhook changed = new Webhook(
                added.id(), "peru", "https://other.example/ñ", Set.of(), false, "v1:other", AT, added.createdBy());
        webhooks.replace(changed);
        assertThat(webhooks.find(added.id())).contains(changed);

        webhooks.queuePing(added.id(), AT);
        webhooks.remove(added.id());
        assertThat(webhooks.all()).containsExactly(forAll);
        assertThat(webhooks.log(added.id(), Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void aStepIsQueuedForThoseWhoWantIt() {
        Webhook mine = add("mexico", Set.of());
        Webhook onlyWithdrawn = add("mexico", Set.of(Action.WITHDRAWN));
        Webhook foreign = add("peru", Set.of());
        Webhook all = add(null, Set.of(Action.PUBLISHED));
        Webhook asleep = add("mexico", Set.of());
        webhooks.replace(new Webhook(asleep.id(), "mexico", asleep.url(), Set.of(), false, "v1:x", AT, "admin"));

        Notice notice = notice(7, 1, Action.PUBLISHED, "mexico");
        queue(notice);

        assertThat(log(mine)).singleElement().satisfies(queued -> {
            assertThat(queued.notice()).isEqualTo(notice);
            assertThat(queued.status()).isEqualTo(Delivery.Status.PENDING);
            assertThat(queued.since()).isEqualTo(AT).isEqualTo(queued.next());
        });
        assertThat(log(all)).hasSize(1);
        assertThat(log(onlyWithdrawn)).isEmpty();
        assertThat(log(foreign)).isEmpty();
        assertThat(log(asleep)).isEmpty();

        queue(notice(8, 1, Action.CREATED, null));
        assertThat(log(mine)).hasSize(1);
    }

    @Test
    void aStepThatIsLostIsNotQueued() {
        Webhook mine = add("mexico", Set.of());
        transactions.attempt(() -> {
            webhooks.queue(notice(7, 1, Action.CREATED, "mexico"), AT);
            return null;
        });
        assertThat(log(mine)).isEmpty();
    }

    @Test
    void ofAPublicationOnlyTheFirstPendingIsDue() {
        Webhook mine = add("mexico", Set.of());
        queue(notice(7, 1, Action.CREATED, "mexico"));
        queue(notice(7, 2, Action.PUBLISHED, "mexico"));
        queue(notice(8, 1, Action.CREATED, "mexico"));
        webhooks.queuePing(mine.id(), AT);
        assertThat(versions(AT)).containsExactly("7.1", "8.1", "ping");

        Delivery first = webhooks.due(mine.id(), AT, 1).get(0);
        Delivery waiting = first.failed(AT, 500, new Trouble(Trouble.Reason.STATUS, "500"), 0.5);
        webhooks.save(waiting);
        assertThat(webhooks.delivery(mine.id(), first.id())).contains(waiting);
        assertThat(versions(AT)).as("the first waits, and so does the second").containsExactly("8.1", "ping");
        assertThat(versions(AT.plusSeconds(3600))).containsExactly("7.1", "8.1", "ping");

        Delivery late = waiting.failed(AT.plusSeconds(90_000), null, Trouble.parse("no"), 0.5);
        assertThat(late.status()).isEqualTo(Delivery.Status.GIVEN_UP);
        webhooks.save(late);
        assertThat(versions(AT)).as("the first was given up").containsExactly("7.2", "8.1", "ping");

        webhooks.save(webhooks.due(mine.id(), AT, 1).get(0).delivered(AT, 204));
        assertThat(versions(AT)).containsExactly("8.1", "ping");
        assertThat(log(mine).get(2).lastStatus()).isEqualTo(204);
    }

    @Test
    void aWebhookIsServedByOneAtATime() {
        Webhook mine = add("mexico", Set.of());
        Webhook other = add("mexico", Set.of());
        add("peru", Set.of());
        assertThat(lease(AT, 10)).isEmpty();
        queue(notice(7, 1, Action.CREATED, "mexico"));

        assertThat(lease(AT, 1)).containsExactly(mine);
        assertThat(lease(AT, 10)).containsExactly(other);
        assertThat(lease(AT, 10)).isEmpty();
        webhooks.release(mine.id(), AT.plusSeconds(1));
        assertThat(lease(AT.plusSeconds(1), 10)).containsExactly(mine);
        assertThat(lease(AT.plusSeconds(301), 1)).as("the longest wait first").containsExactly(other);
    }

    @Test
    void theLogIsReadInPagesAndSwept() {
        Webhook mine = add("mexico", Set.of());
        for (int version = 1; version <= 5; version++) {
            webhooks.queue(notice(7, version, Action.SAVED, "mexico"), AT.plusSeconds(version));
        }
        List<Delivery> first = webhooks.log(mine.id(), Long.MAX_VALUE, 2);
        List<Delivery> second = webhooks.log(mine.id(), first.get(1).id(), 2);
        assertThat(first).extracting(each -> version(each)).containsExactly("7.5", "7.4");
        assertThat(second).extracting(each -> version(each)).containsExactly("7.3", "7.2");
        webhooks.sweep(AT.plusSeconds(4));
        assertThat(log(mine)).extracting(each -> version(each)).containsExactly("7.5", "7.4");
        assertThat(webhooks.delivery(mine.id() + 1, first.get(0).id())).isEmpty();
    }

    private List<Webhook> lease(Instant now, int most) {
        return transactions.run(() -> webhooks.lease(now, now.plusSeconds(300), most));
    }

    private void queue(Notice notice) {
        transactions.run(() -> {
            webhooks.queue(notice, AT);
            return null;
        });
    }

    private List<String> versions(Instant now) {
        return webhooks.due(webhooks.all().get(0).id(), now, 10).stream()
                .map(WebhooksContract::version)
                .toList();
    }

    private static String version(Delivery delivery) {
        Notice notice = delivery.notice();
        return notice == null ? "ping" : notice.publication() + "." + notice.version();
    }

    private List<Delivery> log(Webhook webhook) {
        return webhooks.log(webhook.id(), Long.MAX_VALUE, 100);
    }

    private Webhook add(@Nullable String mission, Set<Action> events) {
        return webhooks.add(
                new Webhook(0, mission, "https://hooks.example/" + mission, events, true, "v1:abc", AT, "admin"));
    }

    static Notice notice(long id, int version, Action action, @Nullable String mission) {
        return new Notice(new PublicationId(id), version, State.PUBLISHED, action, mission, "token:abc", "peru", AT);
    }
}
