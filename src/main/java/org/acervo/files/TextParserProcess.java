package org.acervo.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.acervo.files.Extraction.Status;
import org.acervo.files.TextParser.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in a process beside the server, with memory of its own: what kills or hangs the process harms nothing
 * else. The process is started by the first document and lives until it is closed. Used by one thread at a time, except
 * {@link #close}.
 */
final class TextParserProcess implements AutoCloseable {

    /** How long the process may go on after it should have ended by itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path scratch;
    private final Duration longest;
    private final String memory;
    private volatile @Nullable Process process;

    /** The process ended before it had said what is in the document. */
    static final class Died extends IOException {
        private static final long serialVersionUID = 1;

        Died(IOException why) {
            super("The process that reads documents has died", why);
        }
    }

    /**
     * @param scratch a folder for nothing but what the process leaves behind
     * @param longest how long a document may take, in whole seconds
     * @param memory the heap of the process, as {@code -Xmx} takes it
     */
    TextParserProcess(Path scratch, Duration longest, String memory) {
        this.scratch = scratch;
        this.longest = longest;
        this.memory = memory;
    }

    /**
     * Reads a document.
     *
     * @throws Died where the document killed the process, or something else did
     * @throws IOException where no process can be started
     */
    Parsed parse(Path file, String type) throws IOException {
        Process running = running();
        long begin = System.nanoTime();
        Executor later = CompletableFuture.delayedExecutor(longest.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> watch = CompletableFuture.runAsync(running::destroyForcibly, later);
        try {
            DataOutputStream out = new DataOutputStream(running.getOutputStream());
            out.writeUTF(file.toString());
            out.writeUTF(type);
            out.flush();
            return TextParserMain.read(new DataInputStream(new BufferedInputStream(running.getInputStream())));
        } catch (IOException died) {
            close();
            if (System.nanoTime() - begin >= longest.toNanos()) {
                return Parsed.without(Status.TIMED_OUT);
            }
            throw new Died(died);
        } finally {
            watch.cancel(false);
        }
    }

    private Process running() throws IOException {
        Process running = process;
        if (running == null || !running.isAlive()) {
            running = start();
            process = running;
        }
        return running;
    }

    private Process start() throws IOException {
        clear();
        Files.createDirectories(scratch);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                classPath(),
                TextParserMain.class.getName(),
                Long.toString(longest.toSeconds())));
        return new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** That of the application where it is unpacked, else that of this process. */
    private static String classPath() {
        try {
            Path classes = Path.of(TextParserMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (classes.endsWith(Path.of("WEB-INF", "classes"))) {
                return classes
                        + File.pathSeparator
                        + classes.resolveSibling("lib").resolve("*");
            }
        } catch (URISyntaxException | IllegalArgumentException notAFolder) {
            throw new IllegalStateException("The application is not unpacked", notAFolder);
        }
        return Path.of(System.getProperty("java.class.path")).isAbsolute()
                ? System.getProperty("java.class.path")
                : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void clear() throws IOException {
        if (Files.exists(scratch)) {
            try (Stream<Path> all = Files.walk(scratch)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** Ends the process at once; the next document starts another. */
    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            process = null;
        }
    }
}
