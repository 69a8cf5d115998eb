package org.acervo.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.acervo.sql.DatabaseAddress;
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
    private DatabaseAddress address;

    private final MariaDbPoolDataSource pool = new MariaDbPoolDataSource();

    @PostConstruct
    void open() {
        try {
            pool.setUser(address.user());
            pool.setPassword(address.password());
            pool.setUrl(address.url(OPTIONS));
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
