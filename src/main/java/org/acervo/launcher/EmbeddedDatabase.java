package org.acervo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * The MariaDB that serves when no other database is configured: a real one, on the loopback interface, its data kept in
 * the data directory.
 *
 * <p>It is started and stopped as a plain child process, so that the launcher alone decides when it ends.
 */
final class EmbeddedDatabase {
    private static final String SCHEMA = "acervo";
    private static final String UPKEEP = "acervo_upkeep";
    private static final String UNDO_SIZES =
            "select name, file_size from information_schema.innodb_sys_tablespaces where name like 'innodb\\_undo%'";
    private static final String USER = "acervo";
    private static final int PASSWORD_BYTES = 24;
    private static final int ATTEMPTS = 3;
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final MariaDbProcess process;
    private final DatabaseAddress address;

    private EmbeddedDatabase(MariaDbProcess process, DatabaseAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts the database, making it first if there is none, and returns when it answers.
     *
     * @param home its folder, which no other process may be using
     * @param memory the size of its buffer pool, as MariaDB writes sizes
     * @param shutdown gets its end, as soon as there is a process to end
     * @throws Refusal if it cannot be started
     */
    static EmbeddedDatabase start(Path home, String memory, Shutdown shutdown) throws Refusal {
        try {
            OwnerOnly.createFolder(home);
            MariaDbProcess.stopOrphan(home, STOP);
            Path program = MariaDb.unpack(home);
            MariaDb.install(program, home.resolve("data"));
            return new Starter(new MariaDbProcess.Place(home, program), memory, shutdown)
                    .start(password(home.resolve("password")));
        } catch (IOException e) {
            throw Refusal.failed("The embedded database cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("The start of the embedded database was interrupted", e);
        }
    }

    /** How to reach it. */
    DatabaseAddress address() {
        return address;
    }

    /**
     * Has {@code action} run, in a thread of its own, when the database ends, whether it was told to or not.
     *
     * @param action gets the line that tells of it
     */
    void onEnd(Consumer<String> action) {
        process.onEnd(action);
    }

    private record Starter(MariaDbProcess.Place place, String memory, Shutdown shutdown) {
        EmbeddedDatabase start(String password) throws IOException, InterruptedException {
            IOException last = new IOException("there is no free port");
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    return start(freePort(), password);
                } catch (IOException portTakenMeanwhile) {
                    last = portTakenMeanwhile;
                }
            }
            throw last;
        }

        private EmbeddedDatabase start(int port, String password) throws IOException, InterruptedException {
            Path init = place.home().resolve("init.sql");
            OwnerOnly.write(init, initialStatements(password));
            MariaDbProcess process = MariaDbProcess.start(place, port, options(memory, init));
            shutdown.first(() -> process.stop(STOP));
            try {
                process.awaitReady(START);
            } finally {
                Files.deleteIfExists(init);
            }
            String url = "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, SCHEMA);
            return new EmbeddedDatabase(process, new DatabaseAddress(url, USER, password));
        }
    }

    private static List<String> options(String memory, Path init) {
        return List.of(
                "--bind-address=127.0.0.1",
                // no UNIX socket: nobody needs it, and root could sign in on it without a password
                "--socket=",
                // 11.4 would spend seconds at each start to make a key for TLS
                "--skip-ssl",
                "--skip-name-resolve",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_nopad_bin",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--max-allowed-packet=64M",
                "--performance-schema=OFF",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-log-file-size=512M",
                "--innodb-buffer-pool-size=" + memory,
                "--init-file=" + init);
    }

    private static String initialStatements(String password) {
        return String.join(
                System.lineSeparator(),
                "create database if not exists %s;".formatted(SCHEMA),
                "create user if not exists '%s'@'127.0.0.1';".formatted(USER),
                "alter user '%s'@'127.0.0.1' identified by '%s';".formatted(USER, password),
                "grant all on %s.* to '%s'@'127.0.0.1';".formatted(SCHEMA, USER),
                "create database if not exists %s;".formatted(UPKEEP),
                upkeep("await_purge()", "set global innodb_max_purge_lag_wait = 0"),
                upkeep("truncate_undo(truncates boolean)", "set global innodb_undo_log_truncate = truncates"),
                upkeep("undo_sizes()", UNDO_SIZES),
                upkeep("resize_log(size bigint)", "set global innodb_log_file_size = size"),
                "grant execute on %s.* to '%s'@'127.0.0.1';".formatted(UPKEEP, USER),
                "");
    }

    /** Something that only the administrator of a database may do, and that erasures need; see DatabaseTraces. */
    private static String upkeep(String procedure, String statement) {
        return "create or replace definer='root'@'localhost' procedure %s.%s sql security definer %s;"
                .formatted(UPKEEP, procedure, statement);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            OwnerOnly.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
