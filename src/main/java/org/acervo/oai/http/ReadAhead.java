package org.acervo.oai.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The next pages of harvests that are under way, made while their harvesters read the page before: a harvest is
 * sequential, so its rate is that of its pages. Each page is what the database said when it was made, its responseDate
 * included; it is given once, and only while it is fresh. Thread-safe.
 */
final class ReadAhead {

    /** A page that will be asked for. */
    record Key(String verb, String token, boolean gzip) {}

    private record Page(CompletableFuture<Responder.Answered> answer, long madeAt) {}

    private static final int MOST = 16;
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Executor executor;
    private final Map<Key, Page> pages = new LinkedHashMap<>();

    ReadAhead(Executor executor) {
        this.executor = executor;
    }

    /** Begins to make a page; the oldest is forgotten where there are too many. */
    void prepare(Key key, Supplier<Responder.Answered> making) {
        CompletableFuture<Responder.Answered> answer = CompletableFuture.supplyAsync(making, executor);
        synchronized (pages) {
            pages.put(key, new Page(answer, System.nanoTime()));
            if (pages.size() > MOST) {
                Iterator<Page> oldest = pages.values().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** The page, where it is being made or was made just now and did not fail. */
    Optional<Responder.Answered> take(Key key) {
        Page page;
        synchronized (pages) {
            page = pages.remove(key);
        }
        if (page == null || System.nanoTime() - page.madeAt() > FRESH) {
            return Optional.empty();
        }
        try {
            return Optional.of(page.answer().join());
        } catch (CompletionException failed) {
            return Optional.empty();
        }
    }
}
