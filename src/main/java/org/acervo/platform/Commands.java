package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.files.Room;
import org.acervo.publishing.ImportReport;
import org.acervo.publishing.Importer;
import org.acervo.publishing.Rerendering;
import org.acervo.search.Indexer;
import org.acervo.vocabulary.InterfaceLanguage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The commands that an operator runs beside a server or without one. */
@ApplicationScoped
class Commands {

    private static final Logger LOG = Logger.getLogger(Commands.class.getName());
    private static final Actor IMPORT = new Actor("import", null, true);

    @Inject
    private Importer importer;

    @Inject
    private Rerendering rerendering;

    @Inject
    private Indexer indexer;

    @Inject
    private AccessCommands access;

    @Inject
    private FirstAccount firstAccount;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "ACERVO_DATA", defaultValue = "data")
    private String data;

    /**
     * Runs a command to its end.
     *
     * @return its exit status
     * @throws IOException where its input breaks off
     */
    int run(String command, List<String> arguments, InputStream input, Answers answers) throws IOException {
        try {
            return switch (command) {
                case "import" -> importLines(arguments, input, answers);
                case "render" -> render(answers);
                case "reindex" -> reindex(answers);
                case "token" -> access.token(arguments, answers);
                case "account" -> access.account(arguments, answers);
                case "first-account" -> firstAccount.tell(answers);
                default -> {
                    answers.say("There is no command \"" + command + "\"");
                    yield Answers.WRONG_USAGE;
                }
            };
        } catch (StorageUnavailable gone) {
            LOG.log(Level.WARNING, "The database went away during " + command, gone);
            answers.say("The database does not answer; what was reported so far is done. Run the command again.");
            return Answers.SOME_FAILED;
        }
    }

    private int importLines(List<String> arguments, InputStream input, Answers answers) throws IOException {
        boolean overwrite = arguments.contains("overwrite=true");
        Instant start = clock.instant();
        ImportReport report;
        try {
            room().require(0);
            report = importer.run(input, IMPORT, overwrite, new Listener(answers, start));
        } catch (Refused refused) {
            if (refused.findings().stream().noneMatch(each -> each.rule() == Rule.STORAGE_FULL)) {
                throw refused;
            }
            answers.say("The disk of " + data + " is nearly full, so the import has ended; what was reported so far is"
                    + " done. Make room and run the command again.");
            return Answers.SOME_FAILED;
        }
        answers.say(text(report, start));
        return report.refused() == 0 ? Answers.DONE : Answers.SOME_FAILED;
    }

    /** A database that cannot write ends; where it is elsewhere, the index and the log of the server are still here. */
    private Room room() {
        return new Room(Path.of(data).toAbsolutePath());
    }

    private int render(Answers answers) {
        Rerendering.Report report =
                rerendering.all(looked -> answers.progress(String.format(Locale.ROOT, "%,d records", looked)));
        answers.say(String.format(
                Locale.ROOT, "%,d records rendered, %,d of them changed", report.looked(), report.moved()));
        return Answers.DONE;
    }

    private int reindex(Answers answers) {
        Instant start = clock.instant();
        long done = indexer.reindex(so -> answers.progress(String.format(Locale.ROOT, "%,d publications", so)));
        long millis = Math.max(1, Duration.between(start, clock.instant()).toMillis());
        answers.say(
                String.format(Locale.ROOT, "%,d publications indexed; %,d publications/s", done, done * 1000 / millis));
        return Answers.DONE;
    }

    private String text(ImportReport report, Instant start) {
        long millis = Math.max(1, Duration.between(start, clock.instant()).toMillis());
        return String.format(
                Locale.ROOT,
                "%,d lines: %,d created, %,d updated, %,d unchanged, %,d refused; %,d lines/s",
                report.lines(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.refused(),
                report.lines() * 1000 / millis);
    }

    private final class Listener implements ImportReport.Listener {

        private final Answers answers;
        private final Instant start;

        Listener(Answers answers, Instant start) {
            this.answers = answers;
            this.start = start;
        }

        @Override
        public void refused(long line, List<Finding> findings) {
            for (Finding finding : findings) {
                if (finding.isError()) {
                    answers.refused(
                            "line " + line + ": " + finding.pointer() + ": " + finding.message(InterfaceLanguage.EN));
                }
            }
        }

        @Override
        public void progress(ImportReport soFar) {
            answers.progress(text(soFar, start));
            room().require(0);
        }
    }
}
