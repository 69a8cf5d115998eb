package org.acervo.deposit.bulk;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who comes next of those who wait: each owner in turn and of each the oldest job, so that a sheet of a hundred thousand
 * rows holds up nobody else. A job that gave its place up half done goes on when its owner's turn comes again. Thread-safe.
 */
final class Turns {

    private final Map<String, Long> last = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> busy = new HashSet<>();
    private long count;

    /**
     * Gives a place to a job.
     *
     * @param unfinished the oldest first
     * @param can whether a job can run here
     * @return empty where the places are taken or nobody waits; else {@link #end} must follow
     */
    synchronized Optional<BulkJob> begin(List<BulkJob> unfinished, int places, Predicate<BulkJob> can) {
        if (running.size() >= places) {
            return Optional.empty();
        }
        Optional<BulkJob> next = unfinished.stream()
                .filter(each -> waits(each) && can.test(each))
                .min(Comparator.comparing(each -> last.getOrDefault(owner(each), 0L)));
        next.ifPresent(job -> {
            running.add(job.id());
            busy.add(owner(job));
            last.put(owner(job), ++count);
        });
        return next;
    }

    /** Takes the place back. */
    synchronized void end(BulkJob job) {
        running.remove(job.id());
        busy.remove(owner(job));
    }

    /** Whether somebody else waits for the place of a job. */
    synchronized boolean isAwaited(BulkJob job, List<BulkJob> unfinished) {
        return unfinished.stream().anyMatch(each -> waits(each) && !owner(each).equals(owner(job)));
    }

    /** One job of an owner at a time: they all have their rights, and their rows, from the same place. */
    private boolean waits(BulkJob job) {
        return !running.contains(job.id()) && !busy.contains(owner(job));
    }

    /** The mission where it has one: its tokens and officers share a turn. */
    private static String owner(BulkJob job) {
        String mission = job.owner().mission();
        return mission == null ? job.owner().name() : mission;
    }
}
