package org.acervo.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients were told that it is done, by the mission's own keys of the publications. Thread-safe. */
final class Ledger {

    /** The state of a publication that is there no more. */
    static final String DELETED = "deleted";

    /**
     * What is there.
     *
     * @param files SHA-256 by name
     */
    record Entry(String state, String title, Map<String, String> files) {

        Entry {
            files = new TreeMap<>(files);
        }

        boolean isPublic() {
            return state.equals("published") || state.equals("withdrawn");
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Set<String> abandoned = ConcurrentHashMap.newKeySet();
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger acknowledged = new AtomicInteger();

    /** One more request was acknowledged. */
    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    int count() {
        return acknowledged.get();
    }

    void note(String sourceId, Entry entry) {
        entries.put(sourceId, entry);
    }

    /** A client went away in the middle: its last step may be there or not, whatever was noted before. */
    void abandon(String sourceId) {
        abandoned.add(sourceId);
        Entry noted = entries.remove(sourceId);
        if (noted != null && noted.isPublic()) {
            unsettled.add(sourceId);
        }
    }

    /** Those that were public when their client went away: they are still there, in whatever state. */
    Set<String> unsettled() {
        return new TreeSet<>(unsettled);
    }

    Map<String, Entry> entries() {
        return new TreeMap<>(entries);
    }

    Set<String> abandoned() {
        return new TreeSet<>(abandoned);
    }
}
