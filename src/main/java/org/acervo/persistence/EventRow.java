package org.acervo.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.PublicationId;
import org.acervo.format.PublicationJson;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** A row of the history. */
@Entity(name = "Event")
@Table(name = "event")
@IdClass(EventRow.Key.class)
class EventRow {

    /** Each step makes a version, or is one of those beside it. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private long publication;
        private int version;
        private int place;

        /** For the provider. */
        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && publication == that.publication
                    && version == that.version
                    && place == that.place;
        }

        @Override
        public int hashCode() {
            return (Long.hashCode(publication) * 31 + version) * 31 + place;
        }
    }

    /** Inserts {@link #columns}. */
    static final String INSERT = "insert into event (publication, version, place, action, at, actor, on_behalf_of,"
            + " reason, field_reasons, document_before, file) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Puts {@link #amended} in the place of what was written then. */
    static final String AMEND =
            "update event set reason = ?, field_reasons = ?, document_before = ?, file = ? where publication = ?"
                    + " and version = ? and place = ?";

    @Id
    private long publication;

    @Id
    private int version;

    @Id
    private int place;

    private @Nullable String file;

    private String action = "";
    private Instant at = Instant.EPOCH;
    private String actor = "";

    @Column(name = "on_behalf_of")
    private @Nullable String onBehalfOf;

    private @Nullable String reason;

    @Column(name = "field_reasons")
    private @Nullable String fieldReasons;

    @Column(name = "document_before")
    private @Nullable String before;

    /** For the provider. */
    protected EventRow() {}

    EventRow(Event event) {
        this(event, event.place());
    }

    EventRow(Event event, int place) {
        publication = event.publication().value();
        version = event.version();
        this.place = place;
        file = event.file() == null ? null : event.file().name();
        action = event.action().name();
        at = event.at();
        actor = event.actor();
        onBehalfOf = event.onBehalfOf();
        reason = event.reason();
        fieldReasons = event.fieldReasons().isEmpty() ? null : JsonMap.write(event.fieldReasons());
        DublinCore text = event.before();
        before = text == null ? null : PublicationJson.toText(text);
    }

    /** The whole row, for an insert past the entity manager. */
    @Nullable
    Object[] columns() {
        return new @Nullable Object[] {
            publication,
            version,
            place,
            action,
            InstantConverter.utc(at),
            actor,
            onBehalfOf,
            reason,
            fieldReasons,
            before,
            file
        };
    }

    /** Inserts a step after those beside its version. */
    static void note(Sql sql, Event step) {
        int last = sql.query(
                        "select coalesce(max(place), 0) from event where publication = ? and version = ?",
                        row -> row.getInt(1),
                        step.publication().value(),
                        step.version())
                .get(0);
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new EventRow(step, last + 1).columns());
        sql.batch(INSERT, rows);
    }

    /** What was written, and the key. */
    @Nullable
    Object[] amended() {
        return new @Nullable Object[] {reason, fieldReasons, before, file, publication, version, place};
    }

    Event toEvent() {
        return new Event(
                new PublicationId(publication),
                version,
                Event.Action.valueOf(action),
                at,
                actor,
                onBehalfOf,
                reason,
                fieldReasons == null ? Map.of() : JsonMap.read(fieldReasons),
                before == null ? null : PublicationJson.fromText(before),
                place == 0 ? null : new Event.OfFile(place, file));
    }
}
