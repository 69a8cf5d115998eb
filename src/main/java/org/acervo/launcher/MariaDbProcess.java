package org.acervo.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One running {@code mariadbd}. */
final class MariaDbProcess {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int CONNECT_TIMEOUT = 1000;
    /** The first byte of a greeting's payload, after three of length and one of sequence: protocol version 10. */
    private static final int GREETING_AT = 4;

    private static final byte GREETING = 10;

    private final Process process;
    private final Place place;
    private final int port;

    private MariaDbProcess(Process process, Place place, int port) {
        this.process = process;
        this.place = place;
        this.port = port;
    }

    /**
     * Where it works.
     *
     * @param home the folder with its data, its log and what else it writes
     * @param program the folder of the program
     */
    record Place(Path home, Path program) {
        Path data() {
            return home.resolve("data");
        }

        Path log() {
            return home.resolve("mariadbd.log");
        }

        /** The argument by which such a process is known. */
        String dataArgument() {
            return "--datadir=" + data();
        }
    }

    /** Starts it; whether it comes up, {@link #awaitReady} tells. */
    static MariaDbProcess start(Place place, int port, List<String> options) throws IOException {
        Path temporary = Files.createDirectories(place.home().resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(place.program().resolve("bin/mariadbd").toString());
        command.add("--no-defaults");
        command.add("--basedir=" + place.program());
        command.add(place.dataArgument());
        command.add("--tmpdir=" + temporary);
        command.add("--pid-file=" + place.home().resolve("mariadbd.pid"));
        command.add("--port=" + port);
        command.addAll(options);
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.home().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(place.log().toFile());
        builder.environment()
                .put("LD_LIBRARY_PATH", place.program().resolve("libs").toString());
        return new MariaDbProcess(builder.start(), place, port);
    }

    /**
     * Stops the server of this data that a killed launcher left behind. Two servers cannot work on the same data, and
     * the second would wait half a minute for the first. The caller must own the data directory.
     */
    static void stopOrphan(Path home, Duration patience) throws IOException {
        String argument = new Place(home, home).dataArgument();
        List<ProcessHandle> orphans;
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            orphans = all.filter(candidate -> isServerOf(argument, candidate)).toList();
        }
        for (ProcessHandle orphan : orphans) {
            orphan.destroy();
            if (!ended(orphan, patience)) {
                orphan.destroyForcibly();
                if (!ended(orphan, patience)) {
                    throw new IOException("process %d works on its data and cannot be stopped".formatted(orphan.pid()));
                }
            }
        }
    }

    /**
     * Waits until it takes connections, however long it needs to recover from a crash.
     *
     * @throws IOException if it ends instead, or not even {@code patience} is enough; its log says why
     */
    void awaitReady(Duration patience) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IOException(ending());
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                process.destroyForcibly();
                throw new IOException("it does not answer; see " + place.log());
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }

    void onEnd(Consumer<String> action) {
        Thread watch = new Thread(
                () -> {
                    process.onExit().join();
                    action.accept(ending());
                },
                "Acervo watches the database");
        watch.setDaemon(true);
        watch.start();
    }

    /** Ends it: in order, or, when {@code patience} is over, at once. Returns when it has ended. */
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT);
            socket.setSoTimeout(CONNECT_TIMEOUT);
            InputStream in = socket.getInputStream();
            byte[] start = in.readNBytes(GREETING_AT + 1);
            return start.length > GREETING_AT && start[GREETING_AT] == GREETING;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String ending() {
        return "it ended with status %d (%s); see %s".formatted(process.exitValue(), lastError(), place.log());
    }

    private String lastError() {
        try (Stream<String> lines = Files.lines(place.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("[ERROR]"))
                    .map(line -> line.substring(line.indexOf("[ERROR]") + "[ERROR]".length())
                            .strip())
                    .filter(line -> !line.equals("Aborting"))
                    .reduce((earlier, later) -> earlier)
                    .orElse("without an error in its log");
        } catch (IOException e) {
            return "without a log";
        }
    }

    private static boolean isServerOf(String dataArgument, ProcessHandle candidate) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(candidate.pid()), "cmdline"));
            List<String> arguments = List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
            return arguments.get(0).endsWith("/mariadbd") && arguments.contains(dataArgument);
        } catch (IOException ended) {
            return false;
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) throws IOException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
