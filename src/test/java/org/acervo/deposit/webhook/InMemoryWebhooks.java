package org.acervo.deposit.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.acervo.catalog.InMemoryPublications;
import org.jspecify.annotations.Nullable;

/** Webhooks in memory, beside publications in memory: a step that fails leaves nothing to be delivered. */
final class InMemoryWebhooks implements Webhooks {

    private final Map<Long, Webhook> webhooks = new TreeMap<>();
    private final Map<Long, Instant> leases = new TreeMap<>();
    private final Map<Long, Delivery> deliveries = new TreeMap<>();
    private long ids;

    InMemoryWebhooks(InMemoryPublications publications) {
        publications.keepWith(() -> {
            Map<Long, Delivery> before = new TreeMap<>(deliveries);
            Map<Long, Webhook> kept = new TreeMap<>(webhooks);
            return () -> {
                deliveries.clear();
                deliveries.putAll(before);
                webhooks.clear();
                webhooks.putAll(kept);
            };
        });
    }

    @Override
    public synchronized Webhook add(Webhook webhook) {
        Webhook added = webhook.numbered(++ids);
        webhooks.put(added.id(), added);
        leases.put(added.id(), added.created());
        return added;
    }

    @Override
    public synchronized Optional<Webhook> find(long id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    @Override
    public synchronized Optional<Webhook> hold(long id) {
        return find(id);
    }

    @Override
    public synchronized List<Webhook> all() {
        return List.copyOf(webhooks.values());
    }

    @Override
    public synchronized void replace(Webhook webhook) {
        webhooks.computeIfPresent(webhook.id(), (id, before) -> webhook);
    }

    @Override
    public synchronized void remove(long id) {
        webhooks.remove(id);
        deliveries.values().removeIf(each -> each.webhook() == id);
    }

    @Override
    public synchronized void queue(Notice notice, Instant now) {
        webhooks.values().stream().filter(each -> each.wants(notice)).forEach(each -> queue(each.id(), notice, now));
    }

    @Override
    public synchronized Delivery queuePing(long webhook, Instant now) {
        return queue(webhook, null, now);
    }

    private Delivery queue(long webhook, @Nullable Notice notice, Instant now) {
        long id = ++ids;
        Delivery queued = new Delivery(id, webhook, notice, Delivery.Status.PENDING, 0, now, now, null, null, null);
        deliveries.put(id, queued);
        return queued;
    }

    @Override
    public synchronized List<Webhook> lease(Instant now, Instant until, int most) {
        List<Webhook> leased = new ArrayList<>(webhooks.values().stream()
                .filter(each -> each.active() && !lease(each).isAfter(now))
                .filter(each ->
                        deliveries.values().stream().anyMatch(one -> one.webhook() == each.id() && isDue(one, now)))
                .sorted(Comparator.comparing((Webhook each) -> lease(each)).thenComparing(Webhook::id))
                .limit(most)
                .toList());
        leased.forEach(each -> leases.put(each.id(), until));
        leased.sort(Comparator.comparing(Webhook::id));
        return leased;
    }

    private Instant lease(Webhook webhook) {
        return leases.getOrDefault(webhook.id(), Instant.EPOCH);
    }

    @Override
    public synchronized void release(long webhook, Instant now) {
        leases.put(webhook, now);
    }

    @Override
    public synchronized List<Delivery> due(long webhook, Instant now, int most) {
        return deliveries.values().stream()
                .filter(each -> each.webhook() == webhook && isDue(each, now) && !waitsForAnother(each))
                .limit(most)
                .toList();
    }

    private static boolean isDue(Delivery delivery, Instant now) {
        Instant next = delivery.next();
        return delivery.status() == Delivery.Status.PENDING && next != null && !next.isAfter(now);
    }

    private boolean waitsForAnother(Delivery delivery) {
        Notice notice = delivery.notice();
        return notice != null
                && deliveries.values().stream()
                        .filter(each -> each.webhook() == delivery.webhook() && each.id() < delivery.id())
                        .filter(each -> each.status() == Delivery.Status.PENDING)
                        .anyMatch(each -> each.notice() != null
                                && each.notice().publication().equals(notice.publication()));
    }

    @Override
    public synchronized void save(Delivery delivery) {
        deliveries.computeIfPresent(delivery.id(), (id, before) -> delivery);
    }

    @Override
    public synchronized Optional<Delivery> delivery(long webhook, long id) {
        return Optional.ofNullable(deliveries.get(id)).filter(each -> each.webhook() == webhook);
    }

    @Override
    public synchronized List<Delivery> log(long webhook, long below, int limit) {
        return deliveries.values().stream()
                .filter(each -> each.webhook() == webhook && each.id() < below)
                .sorted(Comparator.comparing(Delivery::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void sweep(Instant before) {
        deliveries.values().removeIf(each -> each.since().isBefore(before));
    }
}
