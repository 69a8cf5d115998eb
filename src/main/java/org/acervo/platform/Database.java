package org.acervo.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/** The schema of the database: brought up to date before anything else uses it. */
@ApplicationScoped
class Database {

    @Inject
    @ConfigProperty(name = "acervo.db.url", defaultValue = "jdbc:mariadb://127.0.0.1:3306/acervo")
    private String url;

    @Inject
    @ConfigProperty(name = "acervo.db.user", defaultValue = "acervo")
    private String user;

    @Inject
    @ConfigProperty(name = "acervo.db.password", defaultValue = " ")
    private String password;

    private String version = "";

    @PostConstruct
    void migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(patient())
                .locations("classpath:db/migration")
                .load();
        flyway.migrate();
        version = flyway.info().current().getVersion().getVersion();
    }

    /** Past the pool: a migration may write a large table anew, and the database says nothing until it has. */
    private MariaDbDataSource patient() {
        try {
            MariaDbDataSource patient =
                    new MariaDbDataSource(url + (url.contains("?") ? "&" : "?") + "socketTimeout=0");
            patient.setUser(user);
            patient.setPassword(password.strip());
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
