package org.acervo.curation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.acervo.catalog.Event;
import org.acervo.catalog.PublicationId;
import org.acervo.curation.Claim;
import org.acervo.curation.Decision;
import org.acervo.curation.Queue;
import org.acervo.curation.Queues;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Claims and decisions as rows beside those of publications. */
final class QueueTable implements Queues {

    private final Sql sql;

    QueueTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public Map<PublicationId, Claim> claims(Collection<PublicationId> publications) {
        Map<PublicationId, Claim> claims = new HashMap<>();
        if (!publications.isEmpty()) {
            sql.query(
                            "select publication, holder, at from claim where publication in ("
                                    + Sql.marks(publications.size()) + ")",
                            QueueTable::claim,
                            publications.stream().map(PublicationId::value).toArray())
                    .forEach(each -> claims.put(each.publication(), each));
        }
        return claims;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(new PublicationId(row.getLong(1)), row.getString(2), Sql.instant(row, 3));
    }

    @Override
    public void put(Claim claim) {
        sql.execute(
                "replace into claim (publication, holder, at) values (?, ?, ?)",
                claim.publication().value(),
                claim.holder(),
                claim.since());
    }

    @Override
    public void release(PublicationId publication) {
        sql.execute("delete from claim where publication = ?", publication.value());
    }

    @Override
    public void decided(Decision decision) {
        sql.execute(
                "replace into decision (publication, action, actor, at) values (?, ?, ?, ?)",
                decision.publication().value(),
                decision.action().name(),
                decision.actor(),
                decision.at());
    }

    @Override
    public void forget(PublicationId publication) {
        release(publication);
        sql.execute("delete from decision where publication = ?", publication.value());
    }

    @Override
    public List<Queue.Item> list(Queue queue, int offset, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>();
        String from = from(queue, parameters);
        parameters.add(limit);
        parameters.add(offset);
        return sql.query(
                "select p.id, c.holder, c.at, d.action, d.actor, d.at" + from + " order by " + order(queue)
                        + " limit ? offset ?",
                row -> item(row, queue.kind() == Queue.Kind.DECIDED),
                parameters.toArray());
    }

    @Override
    public long count(Queue queue) {
        List<@Nullable Object> parameters = new ArrayList<>();
        String from = from(queue, parameters);
        return sql.query("select count(*)" + from, row -> row.getLong(1), parameters.toArray())
                .get(0);
    }

    private static Queue.Item item(ResultSet row, boolean decided) throws SQLException {
        PublicationId id = new PublicationId(row.getLong(1));
        String holder = row.getString(2);
        return new Queue.Item(
                id,
                holder == null ? null : new Claim(id, holder, Sql.instant(row, 3)),
                decided
                        ? new Decision(
                                id, Event.Action.valueOf(row.getString(4)), row.getString(5), Sql.instant(row, 6))
                        : null);
    }

    private static String from(Queue queue, List<@Nullable Object> parameters) {
        StringBuilder from = new StringBuilder(" from publication p left join claim c on c.publication = p.id"
                + " left join decision d on d.publication = p.id where ");
        from.append(
                switch (queue.kind()) {
                    case SUBMITTED -> "p.state = 'SUBMITTED'";
                    case REVISIONS -> "p.revision_state = 'SUBMITTED'";
                    case RETURNED -> "(p.state = 'RETURNED' or p.revision_state = 'RETURNED')";
                    case DECIDED -> "d.at is not null";
                    case MINE -> "c.holder = ?";
                });
        if (queue.kind() == Queue.Kind.MINE) {
            parameters.add(queue.who());
        }
        equal(from, parameters, "p.mission = ?", queue.mission());
        equal(from, parameters, "p.type = ?", queue.type());
        Queue.Held held = queue.held();
        if (held == Queue.Held.NOBODY) {
            from.append(" and c.holder is null");
        } else if (held != null) {
            equal(from, parameters, held == Queue.Held.ME ? "c.holder = ?" : "c.holder <> ?", queue.who());
        }
        return from.toString();
    }

    private static void equal(
            StringBuilder from, List<@Nullable Object> parameters, String condition, @Nullable String value) {
        if (value != null) {
            from.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static String order(Queue queue) {
        String since = queue.kind() == Queue.Kind.DECIDED ? "d.at" : "p.modified";
        return switch (queue.order()) {
            case OLDEST -> since + ", p.id";
            case NEWEST -> since + " desc, p.id desc";
            case MISSION -> "p.mission, " + since + ", p.id";
            case TYPE -> "p.type, " + since + ", p.id";
        };
    }
}
