package org.acervo.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** The adapters as one server has them, on a real database, without a container. Several nodes may share a database. */
public final class Node implements AutoCloseable {

    private final MariaDbPoolDataSource pool;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current;
    private final EntityManager entities;
    private final Publications publications;
    private final Disseminations disseminations;
    private final Memory memory;
    private final LocalTransactions transactions = new LocalTransactions();

    /** @param url with user and password */
    public Node(String url, boolean setTombstones) {
        try {
            pool = new MariaDbPoolDataSource(url + "&maxPoolSize=40");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        factory = Persistence.createEntityManagerFactory(
                "acervo",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        pool));
        current = ThreadLocal.withInitial(factory::createEntityManager);
        entities = (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(current.get(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        Connections connections = new Connections(pool, () -> entities.unwrap(Connection.class));
        publications = new PublicationTables(
                new Entities(
                        entities, factory, () -> current.get().getTransaction().isActive()),
                connections);
        disseminations = new DisseminationTables(connections, setTombstones);
        memory = new SettingTable(connections);
    }

    public Publications publications() {
        return publications;
    }

    public Disseminations disseminations() {
        return disseminations;
    }

    public Transactions transactions() {
        return transactions;
    }

    public Memory memory() {
        return memory;
    }

    /** That of the transaction the thread is in. */
    public EntityManager entities() {
        return entities;
    }

    /** Gives the connection of the transaction that the thread is in, where there is one. */
    public DataSource database() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> transactions.isUnderWay()
                        ? shared(current.get().unwrap(Connection.class))
                        : pool.getConnection());
    }

    /** The same, but it cannot be closed. */
    private static Connection shared(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Node.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** A connection for what a test must see or break by itself. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }

    private final class LocalTransactions extends RetryingTransactions {

        @Override
        boolean isUnderWay() {
            return current.get().getTransaction().isActive();
        }

        @Override
        void begin() {
            current.get().clear();
            current.get().getTransaction().begin();
        }

        @Override
        void commit() {
            current.get().getTransaction().commit();
        }

        @Override
        void rollback() {
            EntityTransaction transaction = current.get().getTransaction();
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }
}
