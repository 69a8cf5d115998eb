package org.acervo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index in step with the database, by the numbers of changes. Whatever is wrong with the index, it is thrown away
 * and made anew. Thread-safe: one thread works at a time, the others wait or are sent away.
 */
public class Indexer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Indexer.class.getName());
    /** Between commits, and between refreshes within a long look: small segments slow it down. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final IndexFolder folder;
    private final Publications publications;
    private final EntryWriter entries;
    private final Clock clock;
    /** Fair: a rebuilding, which lets go of it for a moment only, would otherwise have it again before anybody who waits. */
    private final ReentrantLock working = new ReentrantLock(true);

    private volatile boolean catchingUp = true;
    private volatile long behind;
    private volatile boolean broken;
    private volatile long number;
    private long run;
    private boolean uncommitted;
    private boolean traces;
    private boolean closed;
    private Instant committed = Instant.EPOCH;
    private Instant refreshed = Instant.EPOCH;

    Indexer(IndexFolder folder, Publications publications, EntryWriter entries, Clock clock) {
        this.folder = folder;
        this.publications = publications;
        this.entries = entries;
        this.clock = clock;
    }

    /** The index as it is; empty before the first look, and while it is thrown away. */
    Optional<CatalogIndex> index() {
        return Optional.ofNullable(folder.index());
    }

    /** Whether changes are missing that were there before this server started or the index was thrown away. */
    public boolean isCatchingUp() {
        return catchingUp;
    }

    /** How many numbers of changes the index was behind when it was looked at last. */
    public long behind() {
        return behind;
    }

    /** Whether that is more than anybody waits for. */
    boolean isFarBehind() {
        return behind > EntryWriter.PAGE;
    }

    /** Whether the index was made with vocabularies that have changed since; {@link #reindex} mends that. */
    public boolean isRelabelled() {
        return !catchingUp && folder.isRelabelled();
    }

    /** Says that the index cannot be read; the next look makes it anew. */
    void report(Exception failure) {
        if (folder.index() != null) {
            LOG.log(Level.WARNING, "The index cannot be read and is made anew", failure);
            broken = true;
            catchingUp = true;
        }
    }

    /** Brings all that is committed into the index. Where the database does not answer, it says so by its exception. */
    public void look() {
        working.lock();
        try {
            follow();
        } finally {
            working.unlock();
        }
    }

    /** The same, but for while a flood rises; then it is only said how much waits. */
    public void lookUnless(Flood flood) {
        long waiting = catchingUp ? 0 : flood.height(number);
        if (waiting > 0) {
            behind = waiting;
        } else {
            look();
        }
    }

    /** The same, where that is soon done and nothing else is done for longer than the caller has patience; gives whether it was. */
    boolean lookShortly(Duration patience) {
        try {
            if (catchingUp || isFarBehind() || !working.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            follow();
            return !catchingUp;
        } finally {
            working.unlock();
        }
    }

    private void follow() {
        if (closed) {
            return;
        }
        try {
            CatalogIndex open = opened();
            if (catchUp(open)) {
                refresh(open);
            }
            if (traces) {
                purge(open);
            }
            if (uncommitted && committed.plus(PAUSE).isBefore(clock.instant())) {
                commit(open);
            }
            catchingUp = false;
        } catch (IOException | UncheckedIOException | AlreadyClosedException | IllegalArgumentException unusable) {
            LOG.log(Level.WARNING, "The index is thrown away and made anew", unusable);
            discard();
        } finally {
            if (folder.isLost()) {
                discard();
            }
        }
    }

    private CatalogIndex opened() throws IOException {
        if (broken || folder.isLost()) {
            discard();
        }
        CatalogIndex known = folder.index();
        if (known != null) {
            return known;
        }
        CatalogIndex open = folder.open();
        number = folder.number();
        run = folder.run();
        broken = false;
        committed = clock.instant();
        return open;
    }

    /** Gives whether anything was new. */
    private boolean catchUp(CatalogIndex open) throws IOException {
        boolean any = false;
        Publications.Since page = publications.since(number, EntryWriter.PAGE);
        long end = page.newest(); // what comes meanwhile is for the next look
        while (true) {
            behind = Math.max(0, page.newest() - page.last());
            boolean isNew = !page.changed().isEmpty() || !page.removed().isEmpty();
            Publications.Since next = isNew ? entries.write(open, page, run, page.last() < end) : page;
            traces |= page.changed().stream().anyMatch(Publication::isErased);
            uncommitted |= number != page.last();
            number = page.last();
            any |= isNew;
            if (!isNew || page.last() >= end) {
                return any;
            }
            if (refreshed.plus(PAUSE).isBefore(clock.instant())) {
                refresh(open);
            }
            page = next;
        }
    }

    private void refresh(CatalogIndex open) throws IOException {
        open.refresh();
        refreshed = clock.instant();
    }

    /**
     * Makes all documents anew, while searches go on with the old ones.
     *
     * @param progress is told how many publications are done
     * @return how many there are
     */
    public long reindex(LongConsumer progress) {
        look();
        working.lock();
        long began = ++run;
        String form = folder.form();
        working.unlock();
        long done = 0;
        try {
            folder.expectMany(true);
            for (Again page = again(began, null, form); page != null; page = again(began, page, form)) {
                done += page.written().changed().size();
                progress.accept(done);
            }
        } finally {
            folder.expectMany(false);
        }
        return done;
    }

    /** A page of a rebuilding, and the next, which is old once the index has followed changes after the number. */
    private record Again(Publications.Since written, Publications.Since next, long number) {}

    /** The page after another; null at the end, or where the index was thrown away meanwhile, and so is new already. */
    private @Nullable Again again(long began, @Nullable Again last, String form) {
        working.lock();
        try {
            CatalogIndex open = opened();
            if (run != began || closed || last != null && last.written().isAll()) {
                return null;
            }
            Publications.Since page = last != null && last.number() == number
                    ? last.next()
                    : publications.since(last == null ? 0 : last.written().last(), EntryWriter.PAGE);
            Publications.Since next = entries.write(open, page, run, !page.isAll());
            if (page.isAll()) {
                open.removeBefore(run);
                folder.made(form);
                commit(open);
                refresh(open);
            }
            return new Again(page, next, number);
        } catch (IOException | AlreadyClosedException unusable) {
            discard();
            return null;
        } finally {
            working.unlock();
        }
    }

    /** Whether nothing of what was removed can be found in the files of the index. */
    public boolean isWiped(PublicationId erased) {
        working.lock();
        try {
            traces = true;
            follow();
            return !traces && !closed;
        } finally {
            working.unlock();
        }
    }

    private void purge(CatalogIndex open) throws IOException {
        open.refresh();
        open.purge();
        commit(open);
        open.sweep();
        traces = false;
    }

    private void commit(CatalogIndex open) throws IOException {
        folder.commit(open, number, run);
        committed = clock.instant();
        uncommitted = false;
    }

    private void discard() {
        catchingUp = true;
        folder.discard();
    }

    /** Commits what is there and closes the index. */
    @Override
    public void close() {
        working.lock();
        try {
            closed = true;
            CatalogIndex open = folder.index();
            if (open != null && uncommitted && !broken) {
                commit(open);
            }
            folder.close();
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.INFO, "The index was closed without a commit; it will catch up", failure);
        } finally {
            working.unlock();
        }
    }
}
