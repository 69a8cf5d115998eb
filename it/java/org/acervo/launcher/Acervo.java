package org.acervo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.acervo.server.Until;

/** One process of {@code acervo.jar}, as an operator starts it. */
public final class Acervo implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("acervo.home", "target/acervo"));
    private static final Duration COMMAND = Duration.ofSeconds(120);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path out;
    private final Path err;

    private Acervo(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param work an existing folder, where it is started and its output goes
     * @param settings environment variables
     * @param input what standard input is
     */
    public static Acervo start(Path work, Map<String, String> settings, byte[] input, String... command) {
        try {
            Path in = Files.write(Files.createTempFile(work, "in", ""), input);
            Path out = Files.createTempFile(work, "out", "");
            Path err = Files.createTempFile(work, "err", "");
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar"));
            line.add(HOME.resolve("acervo.jar").toAbsolutePath().toString());
            line.addAll(List.of(command));
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(work.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ACERVO_"));
            builder.environment().putAll(settings);
            return new Acervo(builder.start(), out, err);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How a shell starts it, without its arguments. */
    static String commandLine() {
        return "'%s' -XX:TieredStopAtLevel=1 -jar '%s'"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        HOME.resolve("acervo.jar").toAbsolutePath());
    }

    /** Runs a command to its end. */
    public static Acervo run(Path work, Map<String, String> settings, String... command) {
        Acervo acervo = start(work, settings, new byte[0], command);
        acervo.await(COMMAND);
        return acervo;
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the exit status as soon as it has ended; an assertion error where it does not in time. */
    public int await(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It does not end: " + err());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public int status() {
        return process.exitValue();
    }

    /** What it has written to standard output. */
    public String out() {
        return read(out);
    }

    /** What it has written to standard error. */
    public String err() {
        return read(err);
    }

    /** As SIGTERM does. */
    public void terminate() {
        process.destroy();
    }

    /** As SIGKILL does. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits until the server of a port is ready; gives how long it took. */
    public Duration awaitReady(int port) {
        long begin = System.nanoTime();
        Until.holds("ready at port " + port + ": " + err(), COMMAND, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It has ended: " + err());
            }
            return get(port, "/health/ready").statusCode() == 200;
        });
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    public static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return CLIENT.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The database servers that work on a data directory. */
    public static List<ProcessHandle> databasesOf(Path data) {
        String argument = "--datadir=" + data;
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(each -> commandLine(each).contains(argument)
                            && commandLine(each).contains("mariadbd"))
                    .toList();
        }
    }

    /** A connection to the embedded database of the server that works on a data directory. */
    public static Connection database(Path data) throws IOException, SQLException {
        DatabaseAddress database = Run.read(data.resolve("run.properties")).database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(line, StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await(Duration.ofSeconds(40));
    }
}
