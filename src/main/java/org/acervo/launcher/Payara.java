package org.acervo.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The application server inside this process, with the repository as its only application. */
final class Payara {
    private static final String APPLICATION = "acervo";
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.enabled=";

    /** Payara Micro interrupts whoever is at work for a request for a quarter of an hour; a large file takes longer. */
    private static final String LONGEST_REQUEST = "configs.config.server-config.network-config.protocols.protocol."
            + "http-listener.http.request-timeout-seconds=-1";

    private static final Duration STOP = Duration.ofSeconds(20);

    /** The name that Payara Micro gives the thread of its own shutdown hook, and how soon that thread is there. */
    private static final String ITS_SHUTDOWN = "GlassFish Shutdown Hook";

    private static final Duration ITS_SHUTDOWN_STARTS = Duration.ofMillis(100);

    private final Path work;
    private volatile @Nullable PayaraMicroBoot boot;

    private Payara(Path work) {
        this.work = work;
    }

    /**
     * Makes sure that {@code port} is free. A port that is taken in the seconds after this stops the start all the
     * same, but less clearly.
     *
     * @throws Refusal if it is not
     */
    static void checkFree(int port) throws Refusal {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw Refusal.failed(
                    "Port %d cannot be served on (%s); %s can name another"
                            .formatted(port, e.getMessage(), Setting.HTTP_PORT.key()),
                    e);
        }
    }

    /**
     * Starts the server, which sees the system properties of this process. Nothing answers before {@link #open}: without
     * the repository the server would say to all who ask that there is no such page.
     *
     * @param work a folder for the server's own files, emptied first
     * @param logging the file that says what is logged, and how
     * @param port where HTTP is served; empty: nowhere
     * @param shutdown gets the server's end
     * @throws Refusal if the server does not start
     */
    static Payara start(Path work, Path logging, OptionalInt port, Shutdown shutdown) throws Refusal {
        Payara payara = new Payara(work);
        shutdown.first(payara::stop);
        try {
            Folders.empty(work);
            payara.boot = PayaraMicroLauncher.create(payara.arguments(logging, port));
        } catch (Exception e) { // create() declares no less
            throw Refusal.failed("The server cannot be started: " + Causes.told(e), e);
        }
        return payara;
    }

    /**
     * Starts the repository in the server.
     *
     * @param war its archive
     * @param log where the stack traces go if it fails
     * @throws Refusal if it does not start, with the first cause
     */
    void deploy(Path war, Path log) throws Refusal, IOException {
        PayaraMicroBoot server = started();
        try (Causes causes = Causes.listen()) {
            PayaraMicroRuntime runtime = server.getRuntime();
            // its answer is true after many a failure too
            runtime.deploy(APPLICATION, "/", war.toFile());
            if (!runtime.getDeployedApplicationNames().contains(APPLICATION)) {
                causes.writeTo(log);
                throw Refusal.failed("The repository cannot be started: %s; see %s".formatted(causes.first(), log));
            }
            Files.deleteIfExists(log);
        }
    }

    private PayaraMicroBoot started() {
        PayaraMicroBoot server = boot;
        if (server == null) {
            throw new IllegalStateException("The server was not started");
        }
        return server;
    }

    /**
     * Takes requests from now on.
     *
     * @throws Refusal if it cannot
     */
    void open() throws Refusal {
        try {
            listen(started(), true);
        } catch (ReflectiveOperationException | IllegalStateException failed) {
            throw Refusal.failed("The server takes no requests: " + Causes.told(failed), failed);
        }
    }

    /** Takes no more requests: as long as there are any, a server that stops answers that it has a fault. */
    void close() {
        PayaraMicroBoot server = boot;
        if (server != null) {
            try {
                listen(server, false);
            } catch (ReflectiveOperationException | RuntimeException stoppedAlready) {
                // then nothing listens any more
            }
        }
    }

    /** Payara Micro gives commands only to a cluster, so this goes by classes that nothing can be compiled with. */
    private static void listen(PayaraMicroBoot server, boolean enabled) throws ReflectiveOperationException {
        ClassLoader classes = server.getRuntime().getClass().getClassLoader();
        Class<?> type = Class.forName("org.glassfish.embeddable.CommandRunner", true, classes);
        Object runner = Class.forName("org.glassfish.internal.api.Globals", true, classes)
                .getMethod("get", Class.class)
                .invoke(null, type);
        Object result = type.getMethod("run", String.class, String[].class)
                .invoke(runner, "set", new String[] {LISTENER + enabled});
        Object failure = Class.forName("org.glassfish.embeddable.CommandResult", true, classes)
                .getMethod("getFailureCause")
                .invoke(result);
        if (failure instanceof Throwable cause) {
            throw new IllegalStateException(cause);
        }
    }

    private String[] arguments(Path logging, OptionalInt port) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--rootdir", work.toString()));
        arguments.addAll(List.of("--nohazelcast", "--disablephonehome"));
        if (Files.exists(logging)) {
            arguments.addAll(List.of("--logproperties", logging.toString()));
        }
        port.ifPresent(number -> arguments.addAll(List.of("--port", Integer.toString(number))));
        Path commands = Files.writeString(
                work.resolve("before.txt"), "set " + LISTENER + "false\nset " + LONGEST_REQUEST + "\n");
        arguments.addAll(List.of("--prebootcommandfile", commands.toString()));
        return arguments.toArray(String[]::new);
    }

    /** Returns when the server has stopped, or after some seconds: it must not keep the database from its end. */
    private void stop() {
        Thread stopping = new Thread(this::stopAtLeisure, "Acervo stops the server");
        stopping.setDaemon(true);
        stopping.start();
        join(stopping, STOP);
    }

    private void stopAtLeisure() {
        PayaraMicroBoot server = boot;
        if (server != null) {
            close();
            try {
                server.shutdown();
            } catch (BootstrapException | IllegalStateException itsOwnHookWasFaster) {
                // the wait for that hook follows
            }
        }
        awaitItsHook();
    }

    /** Payara Micro has a shutdown hook that runs at the same time as ours, and may have come first. */
    private static void awaitItsHook() {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < ITS_SHUTDOWN_STARTS.toNanos()) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(ITS_SHUTDOWN)) {
                    join(thread, STOP);
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread, Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
