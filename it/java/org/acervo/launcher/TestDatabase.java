package org.acervo.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One real MariaDB for all tests of a JVM, started when the first asks. */
public final class TestDatabase {

    private static @Nullable TestDatabase started;

    private final DatabaseAddress address;

    private TestDatabase(DatabaseAddress address) {
        this.address = address;
    }

    /** The database, started where it was not. */
    public static synchronized TestDatabase get() {
        TestDatabase database = started;
        if (database == null) {
            try {
                Path home = Path.of("target", "it-database").toAbsolutePath();
                database = new TestDatabase(
                        EmbeddedDatabase.start(home, "256M", Shutdown.install()).address());
            } catch (Refusal refusal) {
                throw new IllegalStateException(refusal);
            }
            started = database;
        }
        return database;
    }

    /** The JDBC URL, with user and password, of the database, emptied of everything. */
    public String emptied() {
        String url = address.url() + "?user=" + address.user() + "&password=" + address.password();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database acervo");
            statement.execute("create database acervo");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return url;
    }

    /** A connection for what a test must see by itself. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** The JDBC URL, without user and password. */
    public String url() {
        return address.url();
    }

    public String user() {
        return address.user();
    }

    public String password() {
        return address.password();
    }

    /** How the launcher would tell the server to reach it. */
    DatabaseAddress address() {
        return address;
    }
}
