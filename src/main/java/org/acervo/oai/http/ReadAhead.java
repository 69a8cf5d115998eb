package org.acervo.oai.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.acervo.oai.OaiAnswer;

/**
 * The next pages of harvests that are under way, made while their harvesters read the page before: a harvest is
 * sequential, so its rate is that of its pages. Each page is what the database said when it was made, its responseDate
 * included; it is given once, and only while it is fresh. Thread-safe.
 */
final class ReadAhead {

    /** A page that will be asked for. */
    record Key(String verb, String token, boolean gzip) {}

    /** How pages are made: first they are read, then written, so that the next can be read meanwhile. */
    interface Maker {

        OaiAnswer read(Key page);

        Responder.Answered write(Key page, OaiAnswer answer);

        Optional<Key> next(Key page, OaiAnswer answer);
    }

    private record Page(CompletableFuture<OaiAnswer> read, CompletableFuture<Responder.Answered> written, long since) {}

    private static final int MOST = 32;
    private static final int DEPTH = 2;
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Executor executor;
    private final Map<Key, Page> pages = new LinkedHashMap<>();

    ReadAhead(Executor executor) {
        this.executor = executor;
    }

    /** Begins to make a page and the one behind it; the oldest are forgotten where there are too many. */
    void prepare(Key key, Maker maker) {
        prepare(key, maker, DEPTH);
    }

    private void prepare(Key key, Maker maker, int depth) {
        Page page = begun(key, maker);
        if (depth > 1) {
            page.read()
                    .thenAccept(answer -> maker.next(key, answer).ifPresent(next -> prepare(next, maker, depth - 1)));
        }
    }

    private Page begun(Key key, Maker maker) {
        synchronized (pages) {
            Page known = pages.get(key);
            if (known != null && isFresh(known)) {
                return known;
            }
            CompletableFuture<OaiAnswer> read = CompletableFuture.supplyAsync(() -> maker.read(key), executor);
            Page page = new Page(
                    read, read.thenApplyAsync(answer -> maker.write(key, answer), executor), System.nanoTime());
            pages.put(key, page);
            if (pages.size() > MOST) {
                Iterator<Page> oldest = pages.values().iterator();
                oldest.next();
                oldest.remove();
            }
            return page;
        }
    }

    /** The page, where it is being made or was made just now and did not fail. */
    Optional<Responder.Answered> take(Key key) {
        Page page;
        synchronized (pages) {
            page = pages.remove(key);
        }
        if (page == null || !isFresh(page)) {
            return Optional.empty();
        }
        try {
            return Optional.of(page.written().join());
        } catch (CompletionException failed) {
            return Optional.empty();
        }
    }

    private static boolean isFresh(Page page) {
        return System.nanoTime() - page.since() < FRESH;
    }
}
