package org.acervo.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import org.acervo.sql.DatabaseAddress;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.mariadb.jdbc.MariaDbDataSource;

/** The schema of the database: brought up to date before anything else uses it. */
@ApplicationScoped
class Database {

    @Inject
    private DatabaseAddress address;

    private String version = "";

    @PostConstruct
    void migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(patient())
                .locations("classpath:db/migration")
                .load();
        if (Arrays.stream(flyway.info().all()).anyMatch(Database::mayBeRepaired)) {
            flyway.repair();
        }
        flyway.migrate();
        version = flyway.info().current().getVersion().getVersion();
    }

    /** One that ended in an error, for want of room perhaps, begins again; and V33 was mended after it was first applied. */
    private static boolean mayBeRepaired(MigrationInfo each) {
        boolean isMended = each.isVersioned() && each.getVersion().getVersion().equals("33");
        return each.getState().isFailed()
                || isMended && each.getAppliedChecksum() != null && !each.isChecksumMatching();
    }

    /** Past the pool: a migration may write a large table anew, and the database says nothing until it has. */
    private MariaDbDataSource patient() {
        try {
            MariaDbDataSource patient = new MariaDbDataSource(address.url("socketTimeout=0"));
            patient.setUser(address.user());
            patient.setPassword(address.password());
            return patient;
        } catch (SQLException malformed) {
            throw new IllegalStateException("The address of the database cannot be used", malformed);
        }
    }

    /** The version of the schema; asking for it makes sure that it is there. */
    String version() {
        return version;
    }
}
