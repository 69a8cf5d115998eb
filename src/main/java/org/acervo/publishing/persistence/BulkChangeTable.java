package org.acervo.publishing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Statement;
import org.acervo.format.PublicationJson;
import org.acervo.publishing.Amendment;
import org.acervo.publishing.BulkChange;
import org.acervo.publishing.BulkChange.Entry;
import org.acervo.publishing.BulkChange.Outcome;
import org.acervo.publishing.BulkChange.Status;
import org.acervo.publishing.BulkChanges;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Changes of many publications as rows. */
final class BulkChangeTable implements BulkChanges {

    private static final String SELECT =
            "select id, owner, mission, rights, delegations, kind, element, given, replacement, status, total, created,"
                    + " ended from bulk_change ";

    private final Sql sql;

    BulkChangeTable(DataSource database) {
        sql = new Sql(database);
    }

    /** How an amendment lies in its columns; statements as documents with nothing else. */
    private record Columns(@Nullable String element, String given, String replacement) {
        static Columns of(Amendment amendment) {
            if (amendment instanceof Amendment.Rewrite rewrite) {
                Element element = rewrite.element();
                return new Columns(element == null ? null : element.member(), rewrite.found(), rewrite.replacement());
            }
            if (amendment instanceof Amendment.Replace replace) {
                return new Columns(null, document(replace.old()), document(replace.replacement()));
            }
            if (amendment instanceof Amendment.Rename rename) {
                return new Columns(null, document(rename.old()), document(rename.now()));
            }
            Statement one =
                    amendment instanceof Amendment.Add add ? add.added() : ((Amendment.Remove) amendment).removed();
            return new Columns(null, document(one), "");
        }

        Amendment amendment(String kind) {
            return switch (kind) {
                case "add" -> new Amendment.Add(statement(given));
                case "remove" -> new Amendment.Remove(statement(given));
                case "rename" -> new Amendment.Rename(statements(given), statements(replacement));
                case "replace" -> new Amendment.Replace(statement(given), statement(replacement));
                default ->
                    new Amendment.Rewrite(
                            element == null ? null : Element.ofMember(element).orElseThrow(), given, replacement);
            };
        }

        private static String document(Statement statement) {
            return document(List.of(statement));
        }

        private static String document(List<Statement> statements) {
            return PublicationJson.toText(new DublinCore(statements));
        }

        private static List<Statement> statements(String document) {
            return PublicationJson.fromText(document).stream().toList();
        }

        private static Statement statement(String document) {
            return PublicationJson.fromText(document).stream().findFirst().orElseThrow();
        }
    }

    @Override
    public long add(BulkChange change) {
        Columns columns = Columns.of(change.amendment());
        Caller owner = change.owner();
        return sql.insert(
                "insert into bulk_change (owner, mission, rights, delegations, kind, element, given, replacement, status,"
                        + " total, created) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                owner.name(),
                owner.mission(),
                rights(owner),
                Sql.joined(owner.delegations()),
                change.amendment().kind(),
                columns.element(),
                columns.given(),
                columns.replacement(),
                change.status().name(),
                change.created());
    }

    private static String rights(Caller owner) {
        return Sql.joined(owner.rights().stream().map(Right::name).toList());
    }

    @Override
    public void freeze(long id, List<PublicationId> publications) {
        if (!publications.isEmpty()) {
            List<Object> values = new ArrayList<>();
            publications.forEach(each -> values.addAll(List.of(id, each.value())));
            sql.execute(
                    "insert ignore into bulk_change_item (bulk_change, publication, outcome, findings) values "
                            + "(?, ?, 'OPEN', ''),".repeat(publications.size() - 1) + "(?, ?, 'OPEN', '')",
                    values.toArray());
        }
    }

    @Override
    public Optional<BulkChange> find(long id) {
        return sql.query(SELECT + "where id = ?", BulkChangeTable::change, id).stream()
                .findFirst();
    }

    @Override
    public List<BulkChange> list(String owner, int limit) {
        return owner.isEmpty()
                ? sql.query(SELECT + "order by id desc limit ?", BulkChangeTable::change, limit)
                : sql.query(SELECT + "where owner = ? order by id desc limit ?", BulkChangeTable::change, owner, limit);
    }

    @Override
    public Optional<BulkChange> lock(long id) {
        return sql.query(SELECT + "where id = ? for update", BulkChangeTable::change, id).stream()
                .findFirst();
    }

    @Override
    public void keep(BulkChange change) {
        Caller owner = change.owner();
        sql.execute(
                "update bulk_change set owner = ?, mission = ?, rights = ?, delegations = ?, status = ?, ended = ?,"
                        + " claimed_until = null,"
                        + " total = (select count(*) from bulk_change_item i where i.bulk_change = bulk_change.id)"
                        + " where id = ?",
                owner.name(),
                owner.mission(),
                rights(owner),
                Sql.joined(owner.delegations()),
                change.status().name(),
                change.ended(),
                change.id());
    }

    @Override
    public Optional<BulkChange> claim(Instant now, Instant until) {
        List<BulkChange> free = sql.query(
                SELECT + "where status in ('RUNNING', 'UNDOING') and (claimed_until is null or claimed_until <= ?)"
                        + " order by id limit 1 for update skip locked",
                BulkChangeTable::change,
                now);
        free.forEach(each -> sql.execute("update bulk_change set claimed_until = ? where id = ?", until, each.id()));
        return free.stream().findFirst();
    }

    @Override
    public List<Entry> entries(long id, @Nullable Outcome outcome, long afterPublication, int limit) {
        String select = "select publication, outcome, version, findings from bulk_change_item where bulk_change = ?";
        String rest = " and publication > ? order by publication limit ?";
        return outcome == null
                ? sql.query(select + rest, BulkChangeTable::entry, id, afterPublication, limit)
                : sql.query(
                        select + " and outcome = ?" + rest,
                        BulkChangeTable::entry,
                        id,
                        outcome.name(),
                        afterPublication,
                        limit);
    }

    @Override
    public void note(long id, Entry entry) {
        sql.execute(
                "update bulk_change_item set outcome = ?, version = ?, findings = ?"
                        + " where bulk_change = ? and publication = ?",
                entry.outcome().name(),
                entry.version(),
                String.join(" ", entry.findings()),
                id,
                entry.publication().value());
    }

    @Override
    public Map<Outcome, Long> counts(long id) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        sql.query(
                        "select outcome, count(*) from bulk_change_item where bulk_change = ? group by outcome",
                        row -> Map.entry(Outcome.valueOf(row.getString(1)), row.getLong(2)),
                        id)
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new PublicationId(row.getLong(1)),
                Outcome.valueOf(row.getString(2)),
                row.getInt(3),
                words(row.getString(4)));
    }

    private static BulkChange change(ResultSet row) throws SQLException {
        Caller owner = new Caller(
                row.getString(2),
                row.getString(3),
                Sql.split(row.getString(4)).stream().map(Right::valueOf).collect(Collectors.toSet()),
                Sql.split(row.getString(5)));
        return new BulkChange(
                row.getLong(1),
                owner,
                new Columns(row.getString(7), row.getString(8), row.getString(9)).amendment(row.getString(6)),
                Status.valueOf(row.getString(10)),
                row.getInt(11),
                Sql.instant(row, 12),
                Sql.instantOrNull(row, 13));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
