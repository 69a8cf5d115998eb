package org.acervo.deposit.bulk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Finding;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Transactions;
import org.acervo.files.InMemoryFiles;
import org.acervo.files.MediaTypes;
import org.acervo.files.Preservations;
import org.acervo.files.PublicationFiles;
import org.acervo.files.Staging;
import org.acervo.publishing.Allowance;
import org.acervo.publishing.TestLibrary;
import org.acervo.vocabulary.InterfaceLanguage;

/** Deposits by spreadsheet over given adapters. */
final class BulkHouse {

    static final Caller OFFICER = new Caller("token:mx", "mexico", Set.of(Right.DEPOSIT, Right.READ), Set.of());
    static final Caller PUBLISHER =
            new Caller("token:mx2", "mexico", Set.of(Right.DEPOSIT, Right.READ, Right.PUBLISH), Set.of("haiti"));

    private static final long LARGEST = 3_000_000;
    /** What haiti may store; half of it is on its way. */
    static final long SMALL = 1_000;

    private final Publications publications;
    private final BulkJobs jobs;
    private final BulkDeposits deposits;
    private final BulkRunner runner;
    private final TestLibrary library;
    private final BulkRemains remains;
    private final Set<String> ended = new HashSet<>();

    /** Over adapters in memory. */
    BulkHouse(Path data, InMemoryPublications publications, Executor executor) {
        this(
                data,
                new InMemoryBulkJobs(publications),
                publications,
                new InMemoryDisseminations(Instant.parse("2022-06-01T10:00:00Z")),
                publications,
                new InMemoryFiles(publications, Clock.systemUTC()),
                executor);
    }

    <F extends PublicationFiles & Preservations> BulkHouse(
            Path data,
            BulkJobs jobs,
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            F files,
            Executor executor) {
        Clock clock = Clock.systemUTC();
        this.publications = publications;
        this.jobs = jobs;
        library = new TestLibrary(
                publications,
                disseminations,
                transactions,
                files,
                clock,
                "https://library.example.org",
                SheetsForTests.VOCABULARIES);
        Staging staging =
                new Staging(data.resolve("staging"), new MediaTypes("text/plain application/pdf"), LARGEST, clock);
        RowFiles rowFiles = new StagedRowFiles(staging, library.attachments());
        BulkFolder folder = new BulkFolder(data.resolve("bulk"));
        remains = new BulkRemains(jobs, folder, publications);
        Allowance allowance = new Allowance(
                mission -> "haiti".equals(mission) ? OptionalLong.of(SMALL) : OptionalLong.empty(),
                files,
                mission -> SMALL / 2);
        deposits = new BulkDeposits(
                jobs, folder, LARGEST, SheetsForTests.NAMES, SheetsForTests.VOCABULARIES, allowance, clock, () -> {});
        RowDeposit deposit = new RowDeposit(library.publishing(), publications, rowFiles, SheetsForTests.VOCABULARIES);
        runner = new BulkRunner(
                jobs,
                folder,
                deposit,
                rowFiles,
                transactions,
                publications,
                SheetsForTests.VOCABULARIES,
                SheetsForTests.NAMES,
                this::asItIs,
                executor,
                clock);
    }

    private Caller asItIs(Caller caller) {
        if (ended.contains(caller.name())) {
            throw new Refused(Finding.of(Rule.TOKEN_ENDED, "", null));
        }
        return caller;
    }

    /** Ends the token of a caller. */
    void end(Caller caller) {
        ended.add(caller.name());
    }

    BulkRemains remains() {
        return remains;
    }

    BulkDeposits deposits() {
        return deposits;
    }

    BulkJobs jobs() {
        return jobs;
    }

    BulkRunner runner() {
        return runner;
    }

    Publications publications() {
        return publications;
    }

    TestLibrary library() {
        return library;
    }

    BulkJob accept(Caller caller, BulkJob.Then then, boolean dryRun, byte[] bytes) {
        return deposits.accept(
                        caller,
                        new BulkJob.Wish(then, dryRun, InterfaceLanguage.ES),
                        null,
                        new ByteArrayInputStream(bytes))
                .job();
    }

    /** Takes a sheet in and runs it to its end. */
    BulkJob run(Caller caller, BulkJob.Then then, boolean dryRun, byte[] bytes) {
        BulkJob job = accept(caller, then, dryRun, bytes);
        runner.run(job, () -> false);
        return jobs.find(job.id()).orElseThrow();
    }

    BulkJob run(byte[] bytes) {
        return run(PUBLISHER, BulkJob.Then.PUBLISH, false, bytes);
    }

    List<Outcome> outcomes(BulkJob job) {
        return jobs.outcomes(job.id(), 0, 1_000_000);
    }

    /** What became of each row, with the rules and cells of its findings. */
    List<String> told(BulkJob job) {
        return outcomes(job).stream()
                .map(each -> each.row() + " " + each.result().code()
                        + each.findings().stream()
                                .map(found -> " " + found.cell() + ":"
                                        + found.finding().rule().code())
                                .sorted()
                                .reduce("", String::concat))
                .toList();
    }

    byte[] answer(Caller caller, BulkJob job, InterfaceLanguage language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            deposits.answer(caller, job.id(), language).content().write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
