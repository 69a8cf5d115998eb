package org.acervo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Where the Java virtual machine enters, and the only way out. */
final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit status.
     *
     * @param args the command and its arguments
     */
    @Permitted("the server's threads would keep the process alive; its chatter does not belong to the results")
    public static void main(String[] args) {
        System.setOut(System.err);
        // the same everywhere, whatever the machine's own are
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.exit(run(Terminal.ofProcess(), List.of(args)));
    }

    private static int run(Terminal terminal, List<String> args) {
        try {
            return run(terminal, Command.parse(args));
        } catch (Refusal refusal) {
            terminal.complain(String.valueOf(refusal.getMessage()));
            return refusal.status();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Refusal.FAILED;
        } catch (RuntimeException | Error bug) { // else it would end this thread only, and the server live on
            Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "A fault of the program", bug);
            return Refusal.FAILED;
        }
    }

    private static int run(Terminal terminal, Command command) throws Refusal, InterruptedException {
        if (command instanceof Command.Help) {
            terminal.say(Command.HELP);
        } else if (command instanceof Command.Version) {
            terminal.say("acervo " + version());
        } else if (command instanceof Command.Work work) {
            return launcher(terminal).work(work);
        } else {
            launcher(terminal).serve();
        }
        return 0;
    }

    private static Launcher launcher(Terminal terminal) throws Refusal {
        Path home = home();
        Path workingDirectory = Path.of("").toAbsolutePath();
        Settings settings =
                Settings.read(new Settings.Sources(System.getProperties(), System.getenv(), workingDirectory, home));
        for (String name : settings.unknownNames()) {
            terminal.complain("There is no setting %s; it stands in acervo.properties".formatted(name));
        }
        configureLogging(settings.config().resolve("logging.properties"));
        return new Launcher(terminal, home, settings);
    }

    private static void configureLogging(Path file) throws Refusal {
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                LogManager.getLogManager().readConfiguration(in);
            } catch (IOException e) {
                throw Refusal.failed("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }

    /** The folder of {@code acervo.jar}. */
    private static Path home() {
        try {
            Path jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(jar.getParent()).orElse(jar);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
