package org.acervo.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.acervo.files.Cover.Picture;
import org.acervo.files.Extraction.Status;
import org.acervo.files.TextParser.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in a process beside the server, with memory of its own: what kills or hangs the process harms nothing
 * else. The process is started by the first document and lives until it is closed. Used by one thread at a time, except
 * {@link #close}.
 */
final class TextParserProcess implements AutoCloseable {

    /** Whoever waits for an answer comes first: documents are read with what the processors have left. */
    private static final List<String> GENTLY =
            Files.isExecutable(Path.of("/usr/bin/nice")) ? List.of("/usr/bin/nice", "-n", "19") : List.of();

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
        return ask(file, type, TextParserMain::read, Parsed.without(Status.TIMED_OUT));
    }

    /**
     * Draws a document: the large and the small picture, or none.
     *
     * @throws Died where the document killed the process, or something else did
     * @throws IOException where no process can be started
     */
    Picture[] draw(Path file, String type) throws IOException {
        return ask(file, TextParserMain.DRAW + type, TextParserMain::readDrawn, new Picture[0]);
    }

    private interface Answer<T> {
        T read(DataInputStream in) throws IOException;
    }

    private <T> T ask(Path file, String type, Answer<T> answer, T late) throws IOException {
        Process running = running();
        long begin = System.nanoTime();
        Executor later = CompletableFuture.delayedExecutor(longest.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> watch = CompletableFuture.runAsync(running::destroyForcibly, later);
        try {
            DataOutputStream out = new DataOutputStream(running.getOutputStream());
            out.writeUTF(file.toString());
            out.writeUTF(type);
            out.flush();
            return answer.read(new DataInputStream(new BufferedInputStream(running.getInputStream())));
        } catch (IOException died) {
            close();
            if (System.nanoTime() - begin >= longest.toNanos()) {
                return late;
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
        List<String> command = new ArrayList<>(GENTLY);
        command.addAll(List.of(
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
        URL own = TextParserMain.class.getResource(TextParserMain.class.getSimpleName() + ".class");
        String application = own == null ? "" : classPath(own);
        return application.isEmpty() ? System.getProperty("java.class.path") : application;
    }

    /** That of the application whose class lies at an address, or nothing where it lies in no application. */
    static String classPath(URL own) {
        if (!own.getProtocol().equals("file")) {
            return "";
        }
        Path file = Path.of(URI.create(own.toString()));
        Path classes = file;
        for (int up = TextParserMain.class.getName().split("\\.", -1).length; up > 0; up--) {
            classes = Objects.requireNonNull(classes.getParent());
        }
        return classes.endsWith(Path.of("WEB-INF", "classes"))
                ? classes + File.pathSeparator + classes.resolveSibling("lib").resolve("*")
                : "";
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
