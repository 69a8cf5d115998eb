package org.acervo.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the process that holds a data directory tells others, in {@code run.properties}.
 *
 * @param pid its process
 * @param command the command it runs, {@code serve} for a server that others may hand work to
 * @param control the socket that takes commands
 * @param httpPort where it serves, 0 if it does not
 * @param database where its database is
 */
record Run(long pid, String command, Path control, int httpPort, DatabaseAddress database) {
    /** Whether others may hand it their work. */
    boolean isServer() {
        return command.equals("serve");
    }

    /** Writes this where {@link #read} finds it; only the owner can, since it holds the database's password. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("command", command);
        properties.setProperty("control", control.toString());
        properties.setProperty("http.port", Integer.toString(httpPort));
        properties.setProperty("database.url", database.url());
        properties.setProperty("database.user", database.user());
        properties.setProperty("database.password", database.password());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        OwnerOnly.write(file, text.toString());
    }

    /** @throws IOException if there is no such file, or it cannot be read */
    static Run read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Run(
                Long.parseLong(properties.getProperty("pid", "0")),
                properties.getProperty("command", ""),
                Path.of(properties.getProperty("control", "")),
                Integer.parseInt(properties.getProperty("http.port", "0")),
                new DatabaseAddress(
                        properties.getProperty("database.url", ""),
                        properties.getProperty("database.user", ""),
                        properties.getProperty("database.password", "")));
    }
}
