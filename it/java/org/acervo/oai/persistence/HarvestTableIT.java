package org.acervo.oai.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.acervo.launcher.TestDatabase;
import org.acervo.oai.Harvest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class HarvestTableIT {

    private static final Instant NOON = Instant.parse("2040-05-01T12:00:00Z");

    private final MariaDbDataSource database = new MariaDbDataSource();
    private final HarvestTable table = new HarvestTable(database);

    @BeforeEach
    void migrate() throws SQLException {
        database.setUrl(TestDatabase.get().emptied());
        Flyway.configure().dataSource(database).load().migrate();
    }

    @Test
    void stepsOfSeveralNodesAreOneHarvest() throws SQLException {
        table.add(List.of(harvest(7, NOON, NOON.plusSeconds(5), 3, 300, 0, false)));
        table.add(List.of(harvest(7, NOON.plusSeconds(2), NOON.plusSeconds(9), 2, 120, 1, true)));
        assertThat(table.latest(10)).containsExactly(harvest(7, NOON, NOON.plusSeconds(9), 5, 420, 1, true));
    }

    @Test
    void latestComeFirst() throws SQLException {
        table.add(List.of(
                harvest(-1, NOON, NOON, 1, 1, 0, true),
                harvest(2, NOON, NOON.plusSeconds(9), 1, 1, 0, true),
                harvest(3, NOON, NOON.plusSeconds(5), 1, 1, 0, true)));
        assertThat(table.latest(2)).extracting(Harvest::id).containsExactly(2L, 3L);
    }

    @Test
    void longTextsAreCut() throws SQLException {
        String smile = new String(Character.toChars(0x1F600));
        Harvest harvest =
                new Harvest(1, NOON, NOON, "::1", "x" + smile.repeat(200), smile.repeat(2000), 1, 0, 0, false);
        table.add(List.of(harvest));
        assertThat(table.latest(1).get(0).agent()).isEqualTo("x" + smile.repeat(127));
        assertThat(table.latest(1).get(0).arguments()).isEqualTo(smile.repeat(500));
    }

    @Test
    void harvestsOfMoreThanAYearAgoAreSwept() throws SQLException {
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        table.add(List.of(harvest(1, longAgo, longAgo, 1, 1, 0, true), harvest(2, longAgo, NOON, 1, 1, 0, true)));
        table.sweep();
        assertThat(table.latest(10)).extracting(Harvest::id).containsExactly(2L);
    }

    private static Harvest harvest(
            long id, Instant begun, Instant seen, long pages, long records, long errors, boolean complete) {
        return new Harvest(
                id,
                begun,
                seen,
                "192.0.2.1",
                "harvester/1.0",
                "verb=ListRecords metadataPrefix=oai_dc",
                pages,
                records,
                errors,
                complete);
    }
}
