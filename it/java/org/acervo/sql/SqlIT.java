package org.acervo.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.launcher.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** On one connection, so that what a statement leaves behind is met by the next. */
class SqlIT {

    private final MariaDbPoolDataSource database = new MariaDbPoolDataSource();
    private final Sql sql = new Sql(database);

    @BeforeEach
    void create() throws SQLException {
        database.setUrl(TestDatabase.get().emptied() + "&maxPoolSize=1&socketTimeout=60000&socketTimeout=700");
        sql.execute("create table t (id int primary key auto_increment, name varchar(10) not null unique,"
                + " at datetime(6), short datetime(3))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void timesAreUtcToTheMicrosecondOrWhatTheColumnKeeps() {
        Instant time = Instant.parse("2040-07-01T23:59:59.999999999Z");
        sql.execute("insert into t (name, at, short) values ('a', ?, ?)", time, time);
        assertThat(sql.query("select cast(at as char) from t", row -> row.getString(1)))
                .containsExactly("2040-07-01 23:59:59.999999");
        assertThat(sql.query("select at, short from t", SqlIT::times).get(0))
                .containsExactly(
                        Instant.parse("2040-07-01T23:59:59.999999Z"), Instant.parse("2040-07-01T23:59:59.999Z"));
        assertThat(sql.query("select id from t where at = ?", row -> row.getInt(1), time))
                .hasSize(1);
        sql.execute("update t set at = null, short = ?", (Object) null);
        assertThat(sql.query("select at, short from t", SqlIT::times).get(0)).containsExactly(null, null);
    }

    private static List<@Nullable Instant> times(ResultSet row) throws SQLException {
        return Arrays.asList(Sql.instantOrNull(row, 1), Sql.instantOrNull(row, "short"));
    }

    @Test
    void rowsAreCountedNumberedAndAddedOnce() {
        assertThat(sql.insert("insert into t (name) values (?)", "a")).isEqualTo(1);
        assertThat(sql.insert("insert into t (name) values (?)", "b")).isEqualTo(2);
        assertThat(sql.add("insert into t (name) values (?)", "c")).isTrue();
        assertThat(sql.add("insert into t (name) values (?)", "c")).isFalse();
        sql.batch("insert into t (name) values (?)", List.of(new Object[] {"d"}, new Object[] {"e"}));
        sql.batch("no statement at all", List.of());
        assertThat(sql.execute("update t set name = concat(name, ?) where name <> ?", "x", "a"))
                .isEqualTo(4);
        List<Integer> counted = sql.together(same -> same.query("select count(*) from t", row -> row.getInt(1)));
        assertThat(counted).containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource({
        "08000, 0, true",
        "HY000, 1290, true",
        "HY000, 1114, true",
        "70100, 1927, true",
        "40001, 1213, true",
        "HY000, 1205, true",
        "42000, 1064, false",
        "23000, 1062, false"
    })
    void whatMaySucceedLaterIsToldFromWhatNeverWill(String state, int code, boolean later) {
        SQLException failure = new SQLException("no", state, code);
        assertThatThrownBy(() -> sql.with(connection -> {
                    throw failure;
                }))
                .isInstanceOf(later ? StorageUnavailable.class : IllegalStateException.class)
                .hasCause(failure);
    }

    @Test
    void aMistakeIsNoOutage() {
        assertThatThrownBy(() -> sql.execute("selekt 1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sql.add("insert into t (name) values (null)"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sql.execute("insert into t (name) values (?)", "longer than ten"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSilentDatabaseCountsAsAwayForReadsAndWrites() {
        assertThatThrownBy(() -> sql.query("select sleep(2)", row -> row.getInt(1)))
                .isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(() -> sql.execute("insert into t (name) select sleep(2)"))
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void patienceHasNoLimitAndEndsWithTheStatement() {
        assertThat(sql.patient().query("select sleep(1)", row -> row.getInt(1))).containsExactly(0);
        assertThatThrownBy(() -> sql.query("select sleep(2)", row -> row.getInt(1)))
                .isInstanceOf(StorageUnavailable.class);
    }
}
