package org.acervo.launcher;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** Runs the commands that need the repository. */
final class Launcher {
    private static final Duration START_OF_ANOTHER = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Terminal terminal;
    private final Settings settings;
    private final DataDirectory data;
    private final Repository repository;

    /**
     * @param home the folder with the program's files
     * @throws Refusal if the data directory cannot be used
     */
    Launcher(Terminal terminal, Path home, Settings settings) throws Refusal {
        this.terminal = terminal;
        this.settings = settings;
        this.data = DataDirectory.open(settings.data());
        this.repository = new Repository(terminal, home, settings, data, Shutdown.install());
    }

    /**
     * Serves until the process is ended.
     *
     * @throws Refusal if it cannot
     */
    void serve() throws Refusal, InterruptedException {
        if (!data.own()) {
            throw data.inUse();
        }
        Payara.checkFree(settings.httpPort());
        if (Boolean.getBoolean("acervo.follow.parent")) {
            Shutdown.followParent();
        }
        terminal.complain("Acervo is starting ...");
        Path control = repository.start("serve", OptionalInt.of(settings.httpPort()));
        String base = settings.baseUrl();
        terminal.say("Acervo serves on port " + settings.httpPort());
        terminal.say("  the library          " + base + "/");
        terminal.say("  OAI-PMH              " + base + "/oai");
        terminal.say("  OAI-PMH for people   " + base + "/oai/view");
        terminal.say("  deposit interface    " + base + "/api/v1");
        terminal.say("  is it ready?         " + base + "/health/ready");
        tellFirstAccount(control);
        new CountDownLatch(1).await();
    }

    /** Says, after the first start, how its administrator signs in, and never again. */
    private void tellFirstAccount(Path control) throws Refusal {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream quiet = new PrintStream(told, true, StandardCharsets.UTF_8);
        try {
            new CommandClient(new Terminal(quiet, quiet, false))
                    .run(CommandClient.connect(control), "first-account", InputStream.nullInputStream());
        } catch (IOException e) {
            throw Refusal.failed("The repository cannot be reached: " + e.getMessage(), e);
        }
        String[] words = told.toString(StandardCharsets.UTF_8).strip().split(" ", 2);
        if (words.length == 2) {
            terminal.say("The first account is " + words[0] + ", its password " + words[1]);
            terminal.say("  (shown this once; a new one: acervo account " + words[0] + " --reset)");
        }
    }

    /**
     * Has the repository do some work: the one that serves this data directory, or else one that runs in this process
     * until the work is done.
     *
     * @return the exit status
     * @throws Refusal if it cannot be done
     */
    int work(Command.Work work) throws Refusal, InterruptedException {
        try (InputStream body = body(work);
                SocketChannel channel = connect(work)) {
            return new CommandClient(terminal).run(channel, work.request(), body);
        } catch (IOException e) {
            throw Refusal.failed("The repository cannot be reached: " + e.getMessage(), e);
        }
    }

    private SocketChannel connect(Command.Work work) throws Refusal, IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!data.own()) {
            Optional<Run> owner = data.owner();
            if (owner.isPresent() && !owner.get().isServer()) {
                throw data.inUse();
            }
            Optional<SocketChannel> channel = owner.flatMap(Launcher::tryConnect);
            if (channel.isPresent()) {
                return channel.get();
            }
            if (System.nanoTime() - begin > START_OF_ANOTHER.toNanos()) {
                throw data.inUse();
            }
            terminal.progress("Waiting for the server that is starting ...");
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        terminal.progress("Starting the repository, without serving it ...");
        String name = work.request().split("\t", 2)[0];
        return CommandClient.connect(repository.start(name, OptionalInt.empty()));
    }

    private static Optional<SocketChannel> tryConnect(Run owner) {
        try {
            return Optional.of(CommandClient.connect(owner.control()));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static InputStream body(Command.Work work) throws Refusal {
        if (!(work instanceof Command.Import load)) {
            return InputStream.nullInputStream();
        }
        if (load.file().equals("-")) {
            return System.in;
        }
        Path file = Path.of(load.file());
        if (Files.isDirectory(file)) {
            throw Refusal.failed("%s is a folder".formatted(file));
        }
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException e) {
            throw Refusal.failed(
                    "%s cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
    }
}
