package org.acervo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * The repository running in this process: its database, unless it is elsewhere, and its server.
 *
 * <p>Whoever starts it must hold the lock of the data directory. It ends with the process.
 */
final class Repository {
    private final Terminal terminal;
    private final Path home;
    private final Settings settings;
    private final DataDirectory data;
    private final Shutdown shutdown;

    /** @param home the folder with the WAR */
    Repository(Terminal terminal, Path home, Settings settings, DataDirectory data, Shutdown shutdown) {
        this.terminal = terminal;
        this.home = home;
        this.settings = settings;
        this.data = data;
        this.shutdown = shutdown;
    }

    /**
     * Starts all of it and returns when the repository is there.
     *
     * @param command the command it is started for
     * @param port where HTTP is served; empty: nowhere
     * @return its control socket
     * @throws Refusal if a part of it cannot be started
     */
    Path start(String command, OptionalInt port) throws Refusal {
        try {
            Path control = SocketPath.free(data.control());
            shutdown.first(() -> leave(control));
            DatabaseAddress database = database();
            publish(command, control, database);
            new Run(ProcessHandle.current().pid(), command, control, port.orElse(0), database).write(data.run());
            Path logging = settings.config().resolve("logging.properties");
            Payara payara = Payara.start(data.server(), logging, port, shutdown);
            payara.deploy(home.resolve("acervo.war"), data.log());
            if (port.isPresent()) {
                payara.open();
            }
            return control;
        } catch (IOException e) {
            throw Refusal.failed("The data directory %s cannot be used: %s".formatted(data.root(), e.getMessage()), e);
        }
    }

    private DatabaseAddress database() throws Refusal {
        Optional<DatabaseAddress> external = settings.externalDatabase();
        if (external.isPresent()) {
            external.get().checkReachable();
            return external.get();
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.start(data.database(), settings.databaseMemory(), shutdown);
        embedded.onEnd(this::databaseEnded);
        return embedded.address();
    }

    /** The server reads these as settings, beside those of {@link Settings#publish}. */
    private void publish(String command, Path control, DatabaseAddress database) {
        Properties system = System.getProperties();
        settings.publish(system, System.getenv());
        system.setProperty("acervo.command", command);
        system.setProperty("acervo.control", control.toString());
        system.setProperty("acervo.db.url", database.patientUrl());
        system.setProperty("acervo.db.user", database.user());
        system.setProperty("acervo.db.password", database.password());
    }

    /** Without its database the server would answer errors for ever; ending lets whoever watches it start it again. */
    @Permitted("nobody else notices that the database is gone")
    private void databaseEnded(String how) {
        if (!shutdown.begun()) {
            terminal.complain("The embedded database is gone: " + how);
            System.exit(Refusal.FAILED);
        }
    }

    private void leave(Path control) {
        try {
            SocketPath.remove(control, data.control());
            data.forget();
        } catch (IOException e) {
            terminal.complain("What only this run needed could not be removed: " + e.getMessage());
        }
    }
}
