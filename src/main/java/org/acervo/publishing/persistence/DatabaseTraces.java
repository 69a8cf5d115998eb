package org.acervo.publishing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.acervo.publishing.Traces;
import org.acervo.sql.Sql;

/**
 * What InnoDB keeps of deleted rows, and how each of it goes:
 *
 * <ul>
 *   <li>free space in the pages of tables: the tables are written anew, which others hardly notice. (InnoDB could overwrite
 *       what is deleted at once, but with that it has once been seen unable to recover from a crash.)
 *   <li>undo logs: each undo tablespace is made to grow until the purge truncates it;
 *   <li>the doublewrite buffer: overwritten by the pages that this makes;
 *   <li>the redo log: replaced by a new file, through a change of its size and back.
 * </ul>
 *
 * The last three need rights over the server. The launcher gives them to the embedded database as procedures that can do
 * this and nothing else; a database of somebody else's has no such procedures.
 */
final class DatabaseTraces implements Traces {

    private static final int SCRATCH_ROWS = 1800;
    private static final int SCRATCH_WIDTH = 7000;

    /** The size of an undo tablespace that was truncated. */
    private static final long SMALLEST_UNDO = 10L << 20;

    private static final int ROUNDS = 100;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final long OTHER_SIZE = 4096;

    private final Sql sql;

    DatabaseTraces(DataSource database) {
        this.sql = new Sql(database).patient();
    }

    private record Undo(String name, long size) {
        static Undo read(ResultSet row) throws SQLException {
            return new Undo(row.getString(1), row.getLong(2));
        }
    }

    @Override
    public boolean wipe() {
        tables().forEach(table -> sql.execute("alter table `" + table + "` force"));
        if (!mayUpkeep()) {
            return false;
        }
        sql.execute("call acervo_upkeep.await_purge()");
        sql.execute("create or replace table scratch (id int not null primary key, pad varchar(8000) not null)"
                + " engine = InnoDB default character set latin1");
        try {
            sql.execute("insert into scratch select seq, repeat(' ', ?) from seq_1_to_" + SCRATCH_ROWS, SCRATCH_WIDTH);
            truncateUndo();
            replaceRedo();
        } finally {
            sql.execute("drop table if exists scratch");
        }
        return true;
    }

    private void truncateUndo() {
        Set<String> grown = new HashSet<>();
        Set<String> truncated = new TreeSet<>();
        sql.execute("call acervo_upkeep.truncate_undo(true)");
        try {
            for (int round = 0; round < ROUNDS; round++) {
                scribble(round);
                List<Undo> spaces = sql.query("call acervo_upkeep.undo_sizes()", Undo::read);
                for (Undo space : spaces) {
                    if (space.size() > SMALLEST_UNDO) {
                        grown.add(space.name());
                    } else if (grown.contains(space.name())) {
                        truncated.add(space.name());
                    }
                }
                if (truncated.size() == spaces.size()) {
                    return;
                }
                pause();
            }
        } finally {
            sql.execute("call acervo_upkeep.truncate_undo(false)");
        }
        throw new IllegalStateException("Of the undo tablespaces only " + truncated + " could be truncated");
    }

    /** Needs, in undo, more than an undo tablespace holds at first. */
    private void scribble(int round) {
        sql.execute(
                "update scratch set pad = repeat(char(? using latin1), ?)",
                'a' + round % 26,
                SCRATCH_WIDTH + round % 7);
    }

    private void replaceRedo() {
        long size = Long.parseLong(one("select @@innodb_log_file_size"));
        sql.execute("call acervo_upkeep.resize_log(?)", size + OTHER_SIZE);
        scribble(ROUNDS);
        sql.execute("call acervo_upkeep.resize_log(?)", size);
    }

    private boolean mayUpkeep() {
        return !"0"
                .equals(one("select count(*) from information_schema.routines where routine_schema = 'acervo_upkeep'"));
    }

    private List<String> tables() {
        return sql.query(
                "select table_name from information_schema.tables where table_schema = database()"
                        + " and engine = 'InnoDB' and table_type = 'BASE TABLE' order by table_name",
                row -> row.getString(1));
    }

    private String one(String query) {
        return sql.query(query, row -> row.getString(1)).get(0);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("It was interrupted", interrupted);
        }
    }
}
