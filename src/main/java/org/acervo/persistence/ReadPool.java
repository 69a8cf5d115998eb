package org.acervo.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * Connections that never take part in a transaction of the container, so that what is read on them is committed. The
 * driver's own pool keeps them: it is the quickest, and it gives up in time on a database that no longer answers.
 */
@ApplicationScoped
class ReadPool {

    /** Who reads is told sooner than who writes that the database says nothing. */
    private static final String OPTIONS = "maxPoolSize=32&minPoolSize=2&transactionIsolation=READ-COMMITTED"
            + "&connectTimeout=5000&socketTimeout=15000&maxIdleTime=600";

    @Inject
    @ConfigProperty(name = "acervo.db.url", defaultValue = "jdbc:mariadb://127.0.0.1:3306/acervo")
    private String url;

    @Inject
    @ConfigProperty(name = "acervo.db.user", defaultValue = "acervo")
    private String user;

    @Inject
    @ConfigProperty(name = "acervo.db.password", defaultValue = " ")
    private String password;

    private final MariaDbPoolDataSource pool = new MariaDbPoolDataSource();

    @PostConstruct
    void open() {
        try {
            pool.setUser(user);
            pool.setPassword(password.strip());
            pool.setUrl(url + (url.contains("?") ? "&" : "?") + OPTIONS);
        } catch (SQLException malformed) {
            throw new IllegalStateException("The address of the database cannot be used", malformed);
        }
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    DataSource dataSource() {
        return pool;
    }
}
