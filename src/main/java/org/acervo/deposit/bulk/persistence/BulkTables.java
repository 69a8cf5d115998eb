package org.acervo.deposit.bulk.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.acervo.deposit.bulk.BulkJob;
import org.acervo.deposit.bulk.BulkJobs;
import org.acervo.deposit.bulk.Outcome;
import org.acervo.deposit.bulk.Outcome.Result;
import org.acervo.deposit.bulk.SheetFinding;
import org.acervo.deposit.bulk.SheetFindings;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Jobs and rows in MariaDB, by JDBC. */
public final class BulkTables implements BulkJobs {

    private static final String UNFINISHED = "state in ('waiting', 'running')";
    private static final String JOB = "select " + JobRow.COLUMNS + " from bulk_job";

    /** A row that another transaction has claimed is waited for; one that is settled is left. */
    private static final String CLAIM = "insert ignore into bulk_row (job, sheet_row, result, findings)"
            + " select id, ?, 'claimed', '[]' from bulk_job where id = ? and " + UNFINISHED;

    private static final int AT_ONCE = 5_000;

    private final Sql sql;

    /** @param database gives the connection of the transaction that the thread is in, where it is in one */
    public BulkTables(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public boolean add(BulkJob job) {
        return sql.execute(JobRow.INSERT, JobRow.values(job)) == 1;
    }

    @Override
    public Optional<BulkJob> find(String id) {
        return jobs(JOB + " where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<BulkJob> find(String owner, String key) {
        return jobs(JOB + " where owner = ? and client_key = ?", owner, key).stream()
                .findFirst();
    }

    @Override
    public List<BulkJob> of(String owner, int limit) {
        return jobs(JOB + " where owner = ? order by created desc, id limit " + limit, owner);
    }

    @Override
    public List<BulkJob> unfinished() {
        return jobs(JOB + " where " + UNFINISHED + " order by created, id");
    }

    private List<BulkJob> jobs(String query, Object... parameters) {
        return sql.query(query, JobRow::read, parameters);
    }

    @Override
    public void begin(String id, Instant at) {
        sql.execute("update bulk_job set state = 'running', started = ? where id = ? and state = 'waiting'", at, id);
    }

    @Override
    public boolean end(String id, BulkJob.State state, Instant at, List<SheetFinding> findings) {
        return sql.execute(
                        "update bulk_job set state = ?, ended = ?, findings = ? where id = ? and " + UNFINISHED,
                        state.code(),
                        at,
                        SheetFindings.toText(findings),
                        id)
                == 1;
    }

    @Override
    public BitSet settled(String id) {
        BitSet settled = new BitSet();
        sql.query("select sheet_row from bulk_row where job = ?", row -> row.getInt(1), id)
                .forEach(settled::set);
        return settled;
    }

    @Override
    public boolean claim(String id, int row) {
        return sql.execute(CLAIM, row, id) == 1;
    }

    @Override
    public void settle(String id, Outcome outcome) {
        PublicationId publication = outcome.publication();
        State state = outcome.state();
        sql.execute(
                "update bulk_row set result = ?, publication = ?, state = ?, findings = ?"
                        + " where job = ? and sheet_row = ?",
                outcome.result().code(),
                publication == null ? null : publication.value(),
                state == null ? null : state.code(),
                SheetFindings.toText(outcome.findings()),
                id,
                outcome.row());
    }

    @Override
    public List<Outcome> outcomes(String id, int afterRow, int limit) {
        return sql.query(
                "select sheet_row, result, publication, state, findings from bulk_row"
                        + " where job = ? and sheet_row > ? order by sheet_row limit " + limit,
                BulkTables::outcome,
                id,
                afterRow);
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        long publication = row.getLong(3);
        String state = row.getString(4);
        return new Outcome(
                row.getInt(1),
                Result.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                publication == 0 ? null : new PublicationId(publication),
                state == null ? null : State.valueOf(state.toUpperCase(Locale.ROOT)),
                SheetFindings.fromText(row.getString(5)));
    }

    @Override
    public Map<Result, Integer> tally(String id) {
        Map<Result, Integer> tally = new EnumMap<>(Result.class);
        sql.query(
                        "select result, count(*) from bulk_row where job = ? group by result",
                        row -> Map.entry(Result.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getInt(2)),
                        id)
                .forEach(each -> tally.put(each.getKey(), each.getValue()));
        return tally;
    }

    @Override
    public List<String> endedBefore(Instant time, int limit) {
        return sql.query(
                "select id from bulk_job where not " + UNFINISHED + " and ended < ? order by ended limit " + limit,
                row -> row.getString(1),
                time);
    }

    @Override
    public List<String> about(PublicationId publication, @Nullable String mission) {
        return sql.query(
                "select job from bulk_row where publication = ? union select id from bulk_job"
                        + " where mission is null or mission = ? or find_in_set(?, replace(delegations, ' ', ','))",
                row -> row.getString(1),
                publication.value(),
                mission == null ? "" : mission,
                mission == null ? "" : mission);
    }

    @Override
    public void remove(String id) {
        int removed;
        do {
            removed = sql.execute("delete from bulk_row where job = ? limit " + AT_ONCE, id);
        } while (removed == AT_ONCE);
        sql.execute("delete from bulk_job where id = ?", id);
    }
}
