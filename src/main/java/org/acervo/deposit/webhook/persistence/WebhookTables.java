package org.acervo.deposit.webhook.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.acervo.deposit.webhook.Delivery;
import org.acervo.deposit.webhook.Notice;
import org.acervo.deposit.webhook.Trouble;
import org.acervo.deposit.webhook.Webhook;
import org.acervo.deposit.webhook.Webhooks;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Webhooks and deliveries in MariaDB. */
final class WebhookTables implements Webhooks {

    private static final String HOOK =
            "select id, mission, url, events, active, secret, created, created_by from webhook";
    private static final String DELIVERY = "select d.id, d.webhook, d.publication, d.version, d.state, d.action,"
            + " d.mission, d.actor, d.on_behalf_of, d.at, d.status, d.attempts, d.since, d.next_attempt,"
            + " d.last_attempt, d.last_status, d.last_error from webhook_delivery d";

    /** One look at the table of webhooks, and nothing more where a mission has none. */
    private static final String WAITING = "select id from webhook where active"
            + " and (mission is null or mission = ?) and (events = '' or find_in_set(?, events))";

    private static final String QUEUE = "insert into webhook_delivery (webhook, publication, version, state, action,"
            + " mission, actor, on_behalf_of, at, status, attempts, since, next_attempt)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)";

    private static final String LEASE = "select w.id from webhook w where w.active and w.leased_until <= ?"
            + " and exists (select 1 from webhook_delivery d where d.webhook = w.id and d.status = 'PENDING'"
            + " and d.next_attempt <= ?) order by w.leased_until, w.id limit ? for update skip locked";
    private static final String DUE = DELIVERY + " where d.webhook = ? and d.status = 'PENDING' and d.next_attempt <= ?"
            + " and not exists (select 1 from webhook_delivery e where e.webhook = d.webhook"
            + " and e.publication = d.publication and e.status = 'PENDING' and e.id < d.id)"
            + " order by d.id limit ?";
    private static final int LONGEST_ERROR = 500;
    private static final int LONGEST_ACTOR = 200;

    private final Sql sql;

    WebhookTables(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public Webhook add(Webhook webhook) {
        long id = sql.insert(
                "insert into webhook (mission, url, events, active, secret, created, created_by, leased_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                webhook.mission(),
                webhook.url(),
                join(webhook.events()),
                webhook.active(),
                webhook.secret(),
                webhook.created(),
                cut(webhook.createdBy(), LONGEST_ACTOR),
                webhook.created());
        return webhook.numbered(id);
    }

    @Override
    public Optional<Webhook> find(long id) {
        return sql.query(HOOK + " where id = ?", WebhookTables::webhook, id).stream()
                .findFirst();
    }

    @Override
    public Optional<Webhook> hold(long id) {
        return sql.query(HOOK + " where id = ? for update", WebhookTables::webhook, id).stream()
                .findFirst();
    }

    @Override
    public List<Webhook> all() {
        return sql.query(HOOK + " order by id", WebhookTables::webhook);
    }

    @Override
    public void replace(Webhook webhook) {
        sql.execute(
                "update webhook set mission = ?, url = ?, events = ?, active = ?, secret = ? where id = ?",
                webhook.mission(),
                webhook.url(),
                join(webhook.events()),
                webhook.active(),
                webhook.secret(),
                webhook.id());
    }

    @Override
    public void remove(long id) {
        sql.execute("delete from webhook where id = ?", id);
        sql.execute("delete from webhook_delivery where webhook = ?", id);
    }

    /** Asked at every step in the life of a publication: without a webhook nothing is written. */
    @Override
    public void queue(Notice notice, Instant now) {
        for (long webhook : sql.query(
                WAITING,
                row -> row.getLong(1),
                notice.mission(),
                notice.action().name())) {
            sql.execute(
                    QUEUE,
                    webhook,
                    notice.publication().value(),
                    notice.version(),
                    notice.state().name(),
                    notice.action().name(),
                    notice.mission(),
                    cut(notice.actor(), LONGEST_ACTOR),
                    notice.onBehalfOf(),
                    notice.at(),
                    now,
                    now);
        }
    }

    @Override
    public Delivery queuePing(long webhook, Instant now) {
        long id = sql.insert(
                "insert into webhook_delivery (webhook, status, attempts, since, next_attempt)"
                        + " values (?, 'PENDING', 0, ?, ?)",
                webhook,
                now,
                now);
        return delivery(webhook, id).orElseThrow();
    }

    @Override
    public List<Webhook> lease(Instant now, Instant until, int most) {
        List<Long> ids = sql.query(LEASE, row -> row.getLong(1), now, now, most);
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = Sql.marks(ids.size());
        List<@Nullable Object> parameters = new ArrayList<>(List.of(until));
        parameters.addAll(ids);
        sql.execute("update webhook set leased_until = ? where id in (" + marks + ")", parameters.toArray());
        return sql.query(HOOK + " where id in (" + marks + ") order by id", WebhookTables::webhook, ids.toArray());
    }

    @Override
    public void release(long webhook, Instant now) {
        sql.execute("update webhook set leased_until = ? where id = ?", now, webhook);
    }

    @Override
    public List<Delivery> due(long webhook, Instant now, int most) {
        return sql.query(DUE, WebhookTables::delivery, webhook, now, most);
    }

    @Override
    public void save(Delivery delivery) {
        sql.execute(
                "update webhook_delivery set status = ?, attempts = ?, since = ?, next_attempt = ?, last_attempt = ?,"
                        + " last_status = ?, last_error = ? where id = ?",
                delivery.status().name(),
                delivery.attempts(),
                delivery.since(),
                delivery.next(),
                delivery.last(),
                delivery.lastStatus(),
                delivery.lastError() == null ? null : cut(delivery.lastError().kept(), LONGEST_ERROR),
                delivery.id());
    }

    @Override
    public Optional<Delivery> delivery(long webhook, long id) {
        return sql.query(DELIVERY + " where d.webhook = ? and d.id = ?", WebhookTables::delivery, webhook, id).stream()
                .findFirst();
    }

    @Override
    public List<Delivery> log(long webhook, long below, int limit) {
        return sql.query(
                DELIVERY + " where d.webhook = ? and d.id < ? order by d.id desc limit ?",
                WebhookTables::delivery,
                webhook,
                below,
                limit);
    }

    @Override
    public void sweep(Instant before) {
        sql.execute("delete from webhook_delivery where since < ? order by since limit 10000", before);
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                split(row.getString(4)),
                row.getBoolean(5),
                row.getString(6),
                Sql.instant(row, 7),
                row.getString(8));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3) == null ? null : notice(row),
                Delivery.Status.valueOf(row.getString(11)),
                row.getInt(12),
                Sql.instant(row, 13),
                Sql.instantOrNull(row, 14),
                Sql.instantOrNull(row, 15),
                row.getObject(16, Integer.class),
                trouble(row.getString(17)));
    }

    private static @Nullable Trouble trouble(@Nullable String kept) {
        return kept == null || kept.isEmpty() ? null : Trouble.parse(kept);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                new PublicationId(row.getLong(3)),
                row.getInt(4),
                State.valueOf(row.getString(5)),
                Action.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Sql.instant(row, 10));
    }

    private static String join(Set<Action> events) {
        return events.stream().sorted().map(Action::name).collect(Collectors.joining(","));
    }

    private static Set<Action> split(String events) {
        Set<Action> all = EnumSet.noneOf(Action.class);
        if (!events.isEmpty()) {
            Arrays.stream(events.split(",")).map(Action::valueOf).forEach(all::add);
        }
        return all;
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null ? null : Sql.cut(text, longest);
    }
}
