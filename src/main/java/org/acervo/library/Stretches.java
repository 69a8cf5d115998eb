package org.acervo.library;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Payload;
import org.acervo.catalog.Selection;

/**
 * What the world was told, cut into stretches of as many numbers as a sitemap may have entries. A record that changes
 * leaves its stretch for the last one, so a stretch never grows once there is one after it, and whoever reads them in
 * their order misses nothing. Thread-safe.
 */
final class Stretches {

    private static final int PAGE = 1_000;
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final Selection ALL = new Selection(Dissemination.HEADER, null, null, null);

    /**
     * The records with certain numbers.
     *
     * @param index counted from 0
     * @param first the datestamp of the first of them
     * @param last the datestamp of the last of them
     */
    record Stretch(long index, Instant first, Instant last) {}

    private record Known(List<Stretch> stretches, Instant at) {}

    private final Disseminations disseminations;
    private final Clock clock;
    private final int length;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    /** @param length how many numbers a stretch has, and so how many records at most */
    Stretches(Disseminations disseminations, Clock clock, int length) {
        this.disseminations = disseminations;
        this.clock = clock;
        this.length = length;
    }

    /** Those that have a record, in their order, as they were a moment ago. */
    List<Stretch> all() {
        Known before = known;
        Instant now = clock.instant();
        if (before.at().isAfter(now.minus(KNOWN_FOR))) {
            return before.stretches();
        }
        List<Stretch> found = new ArrayList<>();
        Optional<DisseminatedRecord> first = after(0);
        while (first.isPresent()) {
            long index = (first.get().number() - 1) / length;
            found.add(new Stretch(
                    index,
                    first.get().datestamp(),
                    last(first.get(), end(index)).datestamp()));
            first = after(end(index));
        }
        known = new Known(List.copyOf(found), now);
        return found;
    }

    /** The last number of a stretch. */
    private long end(long index) {
        return (index + 1) * length;
    }

    private Optional<DisseminatedRecord> after(long number) {
        return after(ALL, number, 1).stream().findFirst();
    }

    /** The record with the highest number up to an end, from a known one on. */
    private DisseminatedRecord last(DisseminatedRecord from, long end) {
        DisseminatedRecord last = from;
        long nothingAfter = end;
        while (last.number() < nothingAfter) {
            long middle = last.number() + (nothingAfter - last.number()) / 2;
            Optional<DisseminatedRecord> next = after(middle).filter(each -> each.number() <= end);
            if (next.isPresent()) {
                last = next.get();
            } else {
                nothingAfter = middle;
            }
        }
        return last;
    }

    /** Hands over the records of a stretch in the order of their numbers, a few at a time. */
    void read(long index, Consumer<DisseminatedRecord> taker) {
        long number = index * length;
        List<DisseminatedRecord> page;
        do {
            page = after(ALL, number, PAGE);
            for (DisseminatedRecord each : page) {
                if (each.number() > end(index)) {
                    return;
                }
                taker.accept(each);
                number = each.number();
            }
        } while (page.size() == PAGE);
    }

    /** The newest records of a selection, the newest first: a search among the numbers, since lists only go forward. */
    List<DisseminatedRecord> newest(Selection selection, int most) {
        List<DisseminatedRecord> found = after(selection, 0, most + 1);
        long early = 0;
        long late = 1;
        while (found.size() > most && !after(selection, late, 1).isEmpty()) {
            late *= 2;
        }
        while (found.size() > most && late - early > 1) {
            long middle = early + (late - early) / 2;
            int size = after(selection, middle, most + 1).size();
            if (size > most) {
                early = middle;
            } else {
                late = middle;
            }
            found = size == most ? after(selection, middle, most) : found;
        }
        List<DisseminatedRecord> newest = new ArrayList<>(found.size() > most ? after(selection, late, most) : found);
        Collections.reverse(newest);
        return newest;
    }

    private List<DisseminatedRecord> after(Selection selection, long number, int limit) {
        return disseminations.select(selection, number, limit, Payload.Coding.IDENTITY);
    }
}
