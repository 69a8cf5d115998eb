package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.publishing.Allowance;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Takes spreadsheets in and tells how far their jobs are. Whoever asks sees the own jobs, curators all. Thread-safe. */
public class BulkDeposits {

    private static final int LISTED = 100;

    private final BulkJobs jobs;
    private final BulkFolder folder;
    private final Intake intake;
    private final ColumnNames names;
    private final Vocabularies vocabularies;
    private final Allowance allowance;
    private final Clock clock;
    private final Runnable nudge;

    /** @param nudge makes whoever runs jobs look for them */
    BulkDeposits(
            BulkJobs jobs,
            BulkFolder folder,
            long largest,
            ColumnNames names,
            Vocabularies vocabularies,
            Allowance allowance,
            Clock clock,
            Runnable nudge) {
        this.jobs = jobs;
        this.folder = folder;
        this.intake = new Intake(folder, names, largest);
        this.names = names;
        this.vocabularies = vocabularies;
        this.allowance = allowance;
        this.clock = clock;
        this.nudge = nudge;
    }

    /**
     * How far a job is.
     *
     * @param tally how many rows came to what
     */
    public record Progress(BulkJob job, Map<Outcome.Result, Integer> tally) {

        /** How many rows are settled. */
        public int done() {
            return tally.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Takes a spreadsheet, or an archive with one and files, safely in; its rows are deposited later.
     *
     * @param key by which the client knows a retry of the same request, or null
     * @throws Refused where it cannot be worked on, or was sent before with the same key and for something else
     */
    public Progress accept(Caller caller, BulkJob.Wish wish, @Nullable String key, InputStream content) {
        caller.require(Right.DEPOSIT);
        try {
            Intake.Received received = intake.receive(content, wish.language());
            BulkJob job = job(caller, wish, key, received);
            boolean added = false;
            try {
                if (received.archive() && !wish.dryRun() && !isKnown(job)) {
                    allowance.requireToBegin(caller.mission(), folder.size(job.id()), 0);
                }
                added = jobs.add(job);
            } finally {
                if (!added) {
                    folder.remove(job.id());
                }
            }
            if (added) {
                nudge.run();
                return new Progress(job, Map.of());
            }
            return again(job);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private BulkJob job(Caller caller, BulkJob.Wish wish, @Nullable String key, Intake.Received received) {
        return new BulkJob(
                received.id(),
                caller,
                new BulkJob.Upload(received.format(), received.archive(), received.digest(), key),
                wish,
                BulkJob.State.WAITING,
                received.rows(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                received.findings());
    }

    private boolean isKnown(BulkJob job) {
        String key = job.upload().key();
        return key != null && jobs.find(job.owner().name(), key).isPresent();
    }

    private Progress again(BulkJob job) {
        String key = job.upload().key();
        BulkJob first = key == null ? null : jobs.find(job.owner().name(), key).orElse(null);
        if (first == null
                || !first.upload().digest().equals(job.upload().digest())
                || first.wish().then() != job.wish().then()
                || first.wish().dryRun() != job.wish().dryRun()) {
            throw new Refused(Finding.of(Rule.IDEMPOTENCY_KEY_REUSED, "", key));
        }
        return new Progress(first, jobs.tally(first.id()));
    }

    /** The jobs of a caller, the newest first. */
    public List<Progress> of(Caller caller) {
        return jobs.of(caller.name(), LISTED).stream()
                .map(each -> new Progress(each, jobs.tally(each.id())))
                .toList();
    }

    /** @throws Refused where the caller has no such job */
    public Progress find(Caller caller, String id) {
        BulkJob job = job(caller, id);
        return new Progress(job, jobs.tally(id));
    }

    /**
     * What became of rows after one, in order.
     *
     * @param limit at most so many
     * @throws Refused where the caller has no such job
     */
    public List<Outcome> outcomes(Caller caller, String id, int afterRow, int limit) {
        return jobs.outcomes(job(caller, id).id(), afterRow, limit);
    }

    /**
     * Takes what was sent for a job once more, as after a dry run.
     *
     * @throws Refused where the caller has no such job, or what was sent lies here no more
     */
    public Progress repeat(Caller caller, String id, BulkJob.Wish wish) {
        BulkJob job = job(caller, id);
        if (!folder.has(id)) {
            throw new Refused(Finding.of(Rule.NOT_FOUND, "", null));
        }
        try (InputStream content = Files.newInputStream(folder.upload(job.id()))) {
            return accept(caller, wish, null, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private BulkJob job(Caller caller, String id) {
        return (BulkFolder.isId(id) ? jobs.find(id) : Optional.<BulkJob>empty())
                .filter(each -> each.owner().name().equals(caller.name()) || caller.may(Right.CURATE))
                .orElseThrow(() -> new Refused(Finding.of(Rule.NOT_FOUND, "", null)));
    }

    /**
     * Cancels a job; what was deposited stays.
     *
     * @throws Refused where the caller has no such job, or it is at its end
     */
    public void cancel(Caller caller, String id) {
        BulkJob job = job(caller, id);
        if (!jobs.end(id, BulkJob.State.CANCELLED, clock.instant().truncatedTo(ChronoUnit.MICROS), job.findings())) {
            throw new Refused(Finding.of(
                    Rule.STATE_FORBIDS,
                    "/state",
                    jobs.find(id).orElse(job).state().code(),
                    List.of(BulkJob.State.WAITING.code(), BulkJob.State.RUNNING.code())));
        }
    }

    /** A sheet as it goes back. */
    public record Answer(SheetFormat format, String name, Content content) {}

    /** Writes itself. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * The sheet of a job as it was sent, with what became of each row.
     *
     * @throws Refused where the caller has no such job, or its sheet lies elsewhere
     */
    public Answer answer(Caller caller, String id, InterfaceLanguage language) {
        BulkJob job = job(caller, id);
        if (!folder.has(id)) {
            throw new Refused(Finding.of(Rule.NOT_FOUND, "", null));
        }
        SheetFormat format = job.upload().sheet();
        return new Answer(format, "acervo-" + id.substring(0, 8) + "." + format.extension(), out -> {
            SheetFile file = Sheets.of(folder.sheet(id, job.upload().archive()), format, names);
            new AnswerSheet(file, Sheets.header(file, names, language), job, jobs, vocabularies, language).write(out);
        });
    }
}
