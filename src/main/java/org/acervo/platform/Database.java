package org.acervo.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema of the database: brought up to date before anything else uses it. */
@ApplicationScoped
class Database {

    @Resource(lookup = "java:app/jdbc/acervo")
    private DataSource dataSource;

    private String version = "";

    @PostConstruct
    void migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
        flyway.migrate();
        version = flyway.info().current().getVersion().getVersion();
    }

    /** The version of the schema; asking for it makes sure that it is there. */
    String version() {
        return version;
    }
}
