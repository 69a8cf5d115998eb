package org.acervo.deposit.persistence;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.PublicationId;
import org.acervo.deposit.Receipts;
import org.acervo.deposit.Reply;
import org.acervo.format.JsonMaker;
import org.jspecify.annotations.Nullable;

/** Receipts in MariaDB: the primary key makes the second of two requests wait for the first. */
final class ReceiptTable implements Receipts {

    private static final int SWEPT_AT_ONCE = 1000;

    private final EntityManager entities;

    /** @param entities that of the current transaction */
    ReceiptTable(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Receipt> claim(Key key, String request, Instant at) {
        int claimed = entities.createNativeQuery(
                        "insert ignore into receipt (caller, idempotency_key, request, at) values (?, ?, ?, ?)")
                .setParameter(1, key.caller())
                .setParameter(2, key.key())
                .setParameter(3, request)
                .setParameter(4, utc(at))
                .executeUpdate();
        return claimed == 1 ? Optional.empty() : Optional.of(find(key));
    }

    private Receipt find(Key key) {
        List<?> rows = entities.createNativeQuery("select request, status, publication, headers, body from receipt"
                        + " where caller = ? and idempotency_key = ?")
                .setParameter(1, key.caller())
                .setParameter(2, key.key())
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        return new Receipt(
                (String) row[0],
                new Reply(
                        ((Number) row[1]).intValue(),
                        row[2] instanceof Number id ? new PublicationId(id.longValue()) : null,
                        headers((String) row[3]),
                        (String) row[4]));
    }

    @Override
    public void keep(Key key, Reply answer) {
        PublicationId about = answer.about();
        entities.createNativeQuery("update receipt set status = ?, publication = ?, headers = ?, body = ?"
                        + " where caller = ? and idempotency_key = ?")
                .setParameter(1, answer.status())
                .setParameter(2, about == null ? null : about.value())
                .setParameter(3, headers(answer.headers()))
                .setParameter(4, answer.body())
                .setParameter(5, key.caller())
                .setParameter(6, key.key())
                .executeUpdate();
    }

    @Override
    public void forget(PublicationId publication) {
        entities.createNativeQuery("delete from receipt where publication = ?")
                .setParameter(1, publication.value())
                .executeUpdate();
    }

    @Override
    public int sweep(Instant before) {
        return entities.createNativeQuery("delete from receipt where at < ? limit " + SWEPT_AT_ONCE)
                .setParameter(1, utc(before))
                .executeUpdate();
    }

    private static String headers(Map<String, String> headers) {
        JsonObjectBuilder object = JsonMaker.object();
        headers.forEach(object::add);
        return object.build().toString();
    }

    private static Map<String, String> headers(@Nullable String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        try (JsonReader reader = JsonMaker.reader(text == null ? "{}" : text)) {
            JsonObject object = reader.readObject();
            object.keySet().forEach(name -> headers.put(name, object.getString(name)));
        }
        return headers;
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
