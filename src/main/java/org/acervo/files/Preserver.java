package org.acervo.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;

/**
 * Writes what waits to OCFL, each object in order, and then lets go of the staged contents. It can be stopped at any point,
 * by a kill too: what was begun is finished by the next run. Only one runs at a time.
 */
public final class Preserver {

    private static final Logger LOG = Logger.getLogger(Preserver.class.getName());
    private static final int OBJECTS = 1_000;
    private static final int CHANGES = 50;

    /** A draft whose files come one after the other, or that is published soon, gets one version for all of it. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** How often an object failed, and when it is its turn again. */
    private record Failure(int times, Instant until) {}

    private final PublicationFiles files;
    private final Preservations preservations;
    private final Transactions transactions;
    private final Staging staging;
    private final OcflStore store;
    private final Clock clock;
    private final Map<PublicationId, Failure> failures = new HashMap<>();

    Preserver(
            PublicationFiles files,
            Preservations preservations,
            Transactions transactions,
            Staging staging,
            OcflStore store,
            Clock clock) {
        this.files = files;
        this.preservations = preservations;
        this.transactions = transactions;
        this.staging = staging;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Does what waits. An object that fails is tried again later, and keeps no other from its turn.
     *
     * @param othersFirst is asked before each object, but for those that are to end: what is left then stays where it came
     *     and waits for the next run
     */
    public synchronized void run(BooleanSupplier othersFirst) {
        boolean progress = true;
        while (progress && !Thread.currentThread().isInterrupted()) {
            progress = false;
            for (PublicationId each : preservations.waiting(clock.instant().minus(QUIET), OBJECTS)) {
                if (othersFirst.getAsBoolean() && !isToEnd(each)) {
                    return;
                }
                progress |= isDue(each) && preserve(each);
            }
        }
    }

    private boolean isDue(PublicationId id) {
        Failure failure = failures.get(id);
        return failure == null || failure.until().isBefore(clock.instant());
    }

    private boolean isToEnd(PublicationId id) {
        return preservations.of(id, CHANGES).stream().anyMatch(Preservation::purge);
    }

    private boolean preserve(PublicationId id) {
        try {
            List<Preservation> all = preservations.of(id, CHANGES);
            Set<String> contents = new TreeSet<>();
            for (int i = 0; i < all.size(); i++) {
                contents.addAll(all.get(i).files().values());
                if (!isSuperseded(all, i)) {
                    carryOut(all.get(i));
                    release(contents);
                    contents.clear();
                }
            }
            failures.remove(id);
            return !all.isEmpty();
        } catch (StorageUnavailable gone) {
            throw gone;
        } catch (IOException | RuntimeException failed) { // of the library too
            int times = failures.containsKey(id) ? failures.get(id).times() + 1 : 1;
            Duration wait = Duration.ofSeconds(1L << Math.min(times, 10));
            failures.put(
                    id,
                    new Failure(times, clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)));
            LOG.log(
                    Level.WARNING,
                    failed,
                    () -> "Publication " + id + " could not be preserved; it will be tried again");
            return false;
        }
    }

    /** A state that was never public need not be a version where a later one follows, and none at all before the end. */
    private static boolean isSuperseded(List<Preservation> all, int i) {
        List<Preservation> later = all.subList(i + 1, all.size());
        return later.stream().anyMatch(Preservation::purge)
                || !later.isEmpty()
                        && all.get(i).document() == null
                        && !all.get(i).purge();
    }

    private void carryOut(Preservation wanted) throws IOException {
        Map<String, String> locations = new HashMap<>();
        if (wanted.purge()) {
            store.purge(wanted);
        } else {
            List<HeldFile> held = files.of(wanted.publication());
            boolean known = held.stream().anyMatch(each -> each.location() != null);
            locations.putAll(store.write(wanted, source(held), known));
        }
        transactions.run(() -> {
            preservations.done(wanted.publication(), wanted.number(), locations);
            return wanted;
        });
    }

    /** A content is staged, or the object has it already under another name. */
    private Function<String, Path> source(List<HeldFile> held) {
        return sha256 -> staging.find(sha256)
                .or(() -> held.stream()
                        .filter(each -> each.file().sha256().equals(sha256))
                        .flatMap(each -> each.location() == null
                                ? java.util.stream.Stream.empty()
                                : java.util.stream.Stream.of(store.path(each.location())))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("The content " + sha256 + " is nowhere"));
    }

    /** Removes a staged content that no file came to have, unless something else needs it. */
    public void release(Staged content) {
        release(Set.of(content.sha256()));
    }

    /** Removes staged contents that nothing needs any more. */
    private void release(Set<String> contents) {
        Set<String> needed = preservations.needed(contents);
        contents.stream().filter(each -> !needed.contains(each)).forEach(staging::remove);
    }

    /** Removes contents that were received, but that no file came to have within a day. */
    public void sweep() {
        List<String> old = new ArrayList<>(staging.old());
        for (int from = 0; from < old.size(); from += OBJECTS) {
            release(new TreeSet<>(old.subList(from, Math.min(old.size(), from + OBJECTS))));
        }
    }
}
