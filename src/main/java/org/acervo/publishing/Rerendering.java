package org.acervo.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;

/**
 * Renders again what was rendered from something that has changed since: a format, a label, the base URL. A datestamp
 * moves only where the bytes of a format that harvesters already had have changed. It can be stopped at any time and goes
 * on where it was. Thread-safe.
 */
public class Rerendering {

    private static final int BLOCK = 100;

    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final Renderer renderer;
    private final Changes changes;

    Rerendering(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Renderer renderer,
            Changes changes) {
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.renderer = renderer;
        this.changes = changes;
    }

    /** How many records were looked at, and how many of them tell harvesters something new. */
    public record Report(long looked, long moved) {}

    /** Whether any payload is stale. */
    public boolean isDue() {
        return !disseminations.stale(renderer.fingerprint(), 0, 1).isEmpty();
    }

    /**
     * Renders all records whose payloads are stale.
     *
     * @param progress hears after each block how many were looked at so far
     */
    public Report stale(LongConsumer progress) {
        return run(renderer.fingerprint(), progress);
    }

    /** Renders every record, stale or not. */
    public Report all(LongConsumer progress) {
        return run(NO_FINGERPRINT, progress);
    }

    /** How many of these would tell harvesters something new if they were rendered so; nothing is kept of it. */
    public long wouldMove(Collection<PublicationId> ids, Renderer otherwise) {
        return transactions.run(() -> {
            Map<PublicationId, Publication> found = publications.findAll(ids);
            Surroundings surroundings = changes.surroundings(found.keySet());
            Map<PublicationId, Dissemination> known = disseminations.current(found.keySet());
            return found.values().stream()
                    .filter(each -> {
                        Dissemination kept = known.get(each.id());
                        return kept != null
                                && each.state().isPublic()
                                && otherwise.render(each, surroundings, kept).tellsMoreThan(kept);
                    })
                    .count();
        });
    }

    private static final long NO_FINGERPRINT = 0;

    private Report run(long fingerprint, LongConsumer progress) {
        long looked = 0;
        long moved = 0;
        long after = 0;
        while (!Thread.currentThread().isInterrupted()) {
            List<PublicationId> ids = disseminations.stale(fingerprint, after, BLOCK);
            if (ids.isEmpty()) {
                break;
            }
            moved += transactions.run(() -> render(ids));
            looked += ids.size();
            after = ids.get(ids.size() - 1).value();
            progress.accept(looked);
        }
        return new Report(looked, moved);
    }

    private int render(List<PublicationId> ids) {
        Map<PublicationId, Publication> locked = publications.lock(ids);
        Surroundings surroundings = changes.surroundings(locked.keySet());
        Map<PublicationId, Dissemination> known = disseminations.current(locked.keySet());
        List<Dissemination> moved = new ArrayList<>();
        locked.forEach((id, publication) -> {
            Dissemination kept = known.get(id);
            if (kept == null || !publication.state().isPublic()) {
                return;
            }
            Dissemination rendered =
                    changes.render(List.of(publication), surroundings).get(0);
            if (rendered.tellsMoreThan(kept)) {
                moved.add(rendered);
            } else {
                disseminations.supplement(rendered);
            }
        });
        if (!moved.isEmpty()) {
            disseminations.put(moved, () -> disseminations.tick(moved.size()));
        }
        return moved.size();
    }
}
