package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs, each from the first row that is not settled. What a row does and the note of it are one transaction, so it
 * does not matter when a run ends, nor how many there are: no row is done twice and none is left out. Rows are done side
 * by side: those that mean the same publication are refused, so their order means nothing. Thread-safe.
 */
final class BulkRunner {

    private static final Logger LOG = Logger.getLogger(BulkRunner.class.getName());
    private static final int MOST_UNUSED = 50;
    private static final int ROWS_OF_TRUST = 50;

    private final BulkJobs jobs;
    private final BulkFolder folder;
    private final RowDeposit deposit;
    private final RowFiles files;
    private final Transactions transactions;
    private final Publications publications;
    private final Vocabularies vocabularies;
    private final ColumnNames names;
    private final UnaryOperator<Caller> rights;
    private final Executor executor;
    private final Clock clock;
    private final Tries tries = new Tries();

    /** @param rights gives a caller as it is now; throws {@link Refused} where it may call no more */
    BulkRunner(
            BulkJobs jobs,
            BulkFolder folder,
            RowDeposit deposit,
            RowFiles files,
            Transactions transactions,
            Publications publications,
            Vocabularies vocabularies,
            ColumnNames names,
            UnaryOperator<Caller> rights,
            Executor executor,
            Clock clock) {
        this.jobs = jobs;
        this.folder = folder;
        this.deposit = deposit;
        this.files = files;
        this.transactions = transactions;
        this.publications = publications;
        this.vocabularies = vocabularies;
        this.names = names;
        this.rights = rights;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Runs a job to its end, as far as its owner's rights last, or until others are to have their turn; then the rest is
     * left for another run.
     *
     * @param over whether the turn is over; asked now and then
     * @throws StorageUnavailable where the database goes away; the job goes on in another run
     */
    void run(BulkJob job, BooleanSupplier over) {
        jobs.begin(job.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean archived = job.upload().archive();
        try (Archive archive = archived ? Archive.open(folder.upload(job.id())) : null;
                Sheet sheet = Sheets.of(
                                folder.sheet(job.id(), archived), job.upload().sheet(), names)
                        .open()) {
            new Run(job, archive, sheet, over).rows();
        } catch (Refused unreadable) {
            fail(job, unreadable.findings());
        } catch (IOException failed) {
            LOG.log(Level.WARNING, failed, () -> "The upload of job " + job.id() + " cannot be read");
            fail(job, List.of(Finding.of(Rule.NOT_STORED, "", null)));
        } catch (StorageUnavailable away) {
            throw away;
        } catch (RuntimeException fault) {
            if (!tries.hasMore(job.id(), jobs.settled(job.id()).cardinality())) {
                fail(job, List.of(Finding.of(Rule.NOT_STORED, "", null)));
            }
            throw fault;
        }
    }

    private void fail(BulkJob job, List<Finding> findings) {
        end(job, BulkJob.State.FAILED, and(job.findings(), findings));
    }

    private static List<SheetFinding> and(List<SheetFinding> some, List<Finding> ofSheet) {
        return Stream.concat(some.stream(), ofSheet.stream().map(SheetFinding::ofSheet))
                .toList();
    }

    private void end(BulkJob job, BulkJob.State state, List<SheetFinding> findings) {
        jobs.end(job.id(), state, clock.instant().truncatedTo(ChronoUnit.MICROS), findings);
    }

    /** One run over the rows of a job. */
    private final class Run {

        private final BulkJob job;
        private final @Nullable Archive archive;
        private final Sheet sheet;
        private final RowReader reader;
        private final BitSet settled;
        private final Map<String, Integer> rowsByKey = new HashMap<>();
        private final Set<String> used = new HashSet<>();
        private final Lanes lanes = new Lanes(executor);
        private volatile Caller owner;
        private final BooleanSupplier over;
        private volatile boolean stopped;

        Run(BulkJob job, @Nullable Archive archive, Sheet sheet, BooleanSupplier over) throws IOException {
            this.over = over;
            this.job = job;
            this.archive = archive;
            this.owner = owner();
            this.sheet = sheet;
            this.reader = new RowReader(
                    Header.read(sheet, names, job.wish().language()),
                    new Codes(vocabularies, publications.collections()),
                    job.owner().mission());
            this.settled = jobs.settled(job.id());
        }

        void rows() throws IOException {
            try {
                int trusted = 0;
                for (SheetRow row = sheet.next(); row != null && !stopped; row = sheet.next()) {
                    if (++trusted % ROWS_OF_TRUST == 0) {
                        owner = owner();
                        stopped |= over.getAsBoolean();
                    }
                    if (!row.isRemark()) {
                        row(reader.read(row));
                    }
                }
            } finally {
                lanes.close();
            }
            lanes.rethrow();
            if (!stopped) {
                end(job, BulkJob.State.DONE, withUnused());
            }
        }

        private Caller owner() {
            Caller now = rights.apply(job.owner());
            now.require(Right.DEPOSIT);
            return now;
        }

        /** Sees to it that a row is settled, sooner or later. */
        private void row(Entry entry) {
            String key = entry.key();
            Integer first = key == null ? null : rowsByKey.putIfAbsent(key, entry.row());
            NamedFiles files = NamedFiles.of(archive, entry);
            files.entries().forEach(each -> used.add(each.getName()));
            if (settled.get(entry.row())) {
                return;
            }
            List<SheetFinding> errors = new ArrayList<>(files.missing());
            if (first != null) {
                errors.add(entry.at(Finding.of(Rule.REPEATED_ROW, "/sourceId", entry.name(), first.toString())));
            }
            boolean refused = entry.hasErrors() || errors.stream().anyMatch(SheetFinding::isError);
            if (refused) {
                // what a repeated row lacks would depend on whether the first one is done already
                errors.addAll(0, first == null ? deposit.check(owner, job.wish().then(), entry) : entry.findings());
            }
            lanes.begin(() -> {
                if (!stopped
                        && !(refused
                                ? settle(Outcome.refused(entry.row(), errors))
                                : guarded(entry, files.entries()))) {
                    stopped = true;
                }
            });
        }

        /** @return whether the job goes on */
        private boolean guarded(Entry entry, List<ZipEntry> named) {
            try {
                return deposit(entry, named);
            } catch (RowRefused refused) {
                return settle(Outcome.refused(entry.row(), refused.findings()));
            } catch (StorageUnavailable away) {
                throw away;
            } catch (RuntimeException fault) { // one row must not keep all others from their turn
                LOG.log(Level.SEVERE, fault, () -> "Row " + entry.row() + " of job " + job.id() + " failed");
                return settle(Outcome.refused(entry.row(), List.of(entry.at(Finding.of(Rule.NOT_STORED, "", null)))));
            }
        }

        private boolean deposit(Entry entry, List<ZipEntry> named) {
            List<RowFiles.Taken> taken = new ArrayList<>();
            try {
                take(entry, named, taken);
                if (!job.wish().dryRun()) {
                    return goesOn(transactions.run(() -> {
                        if (!jobs.claim(job.id(), entry.row())) {
                            return false;
                        }
                        jobs.settle(job.id(), deposited(entry, taken));
                        return true;
                    }));
                }
                return settle(
                        transactions.attempt(() -> deposited(entry, taken)).tried());
            } finally {
                taken.forEach(RowFiles.Taken::close);
            }
        }

        private Outcome deposited(Entry entry, List<RowFiles.Taken> taken) {
            try {
                return deposit.deposit(owner, job.wish().then(), entry, taken);
            } catch (StaleVersion overtaken) {
                throw new Transactions.Again("row " + entry.row() + " was overtaken");
            }
        }

        private void take(Entry entry, List<ZipEntry> named, List<RowFiles.Taken> taken) {
            for (int i = 0; i < named.size() && archive != null; i++) {
                ZipEntry each = named.get(i);
                String cell = entry.files().get(i).cell();
                try (var content = archive.content(each)) {
                    taken.add(files.take(Archive.name(each), each.getSize(), content));
                } catch (Refused refused) {
                    List<SheetFinding> errors = deposit.check(owner, job.wish().then(), entry);
                    refused.findings().forEach(finding -> errors.add(new SheetFinding(cell, finding)));
                    throw new RowRefused(errors);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }

        private boolean settle(Outcome outcome) {
            return goesOn(transactions.run(() -> {
                boolean claimed = jobs.claim(job.id(), outcome.row());
                if (claimed) {
                    jobs.settle(job.id(), outcome);
                }
                return claimed;
            }));
        }

        /** A row that could not be claimed is settled by another run, unless the job was brought to an end. */
        private boolean goesOn(boolean claimed) {
            return claimed
                    || jobs.find(job.id()).filter(each -> !each.state().isEnd()).isPresent();
        }

        private List<SheetFinding> withUnused() {
            Set<String> unused = archive == null ? Set.<String>of() : archive.others(used);
            return and(
                    job.findings(),
                    unused.stream()
                            .limit(MOST_UNUSED)
                            .map(each -> Finding.of(Rule.UNUSED_FILE, "", each))
                            .toList());
        }
    }
}
