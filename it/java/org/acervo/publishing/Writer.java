package org.acervo.publishing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;

/** Does what staff do, at random and without a pause: creates, revises, moves between sets, relates, withdraws, reinstates. */
final class Writer implements Callable<Integer> {

    private static final String[] THEMES = {"migration-data", "labour-mobility", "environment-climate"};
    private static final String[] MISSIONS = {"mexico", "haiti"};

    private final TestLibrary library;
    private final Publications publications;
    private final List<PublicationId> known;
    private final AtomicBoolean stop;
    private final SplittableRandom random;
    private final String name;

    Writer(
            String name,
            TestLibrary library,
            Publications publications,
            CopyOnWriteArrayList<PublicationId> known,
            AtomicBoolean stop) {
        this.name = name;
        this.library = library;
        this.publications = publications;
        this.known = known;
        this.stop = stop;
        this.random = new SplittableRandom(name.hashCode());
    }

    @Override
    public Integer call() {
        int done = 0;
        for (int i = 0; !stop.get(); i++) {
            try {
                step(i);
                done++;
            } catch (StaleVersion | Refused lost) {
                // another writer was quicker: that is what happens to people too
            }
        }
        return done;
    }

    private void step(int i) {
        if (known.size() < 10 || random.nextInt(4) == 0) {
            create(i);
            return;
        }
        PublicationId id = known.get(random.nextInt(known.size()));
        Publication current = publications.find(id).orElseThrow();
        if (current.state() == State.WITHDRAWN) {
            library.publishing().reinstate(TestLibrary.CURATOR, id, current.version(), "it was right");
        } else if (random.nextInt(6) == 0) {
            library.publishing().withdraw(TestLibrary.CURATOR, id, current.version(), "it was wrong", null);
        } else {
            library.publishing().save(TestLibrary.CURATOR, id, current.version(), text(current, i));
        }
    }

    private void create(int i) {
        String sourceId = name + "-" + i;
        Publication draft =
                library.publishing().create(TestLibrary.CURATOR, text(sourceId, i)).publication();
        library.publishing().publish(TestLibrary.CURATOR, draft.id(), draft.version());
        known.add(draft.id());
    }

    private DublinCore text(Publication current, int i) {
        return text(current.metadata().sourceKey().orElseThrow().sourceId(), i);
    }

    /** A third of the texts relate to a publication that may not be there yet. */
    private DublinCore text(String sourceId, int i) {
        DublinCore text = TestLibrary.report(
                sourceId,
                "Title " + i + " of " + name,
                MISSIONS[random.nextInt(MISSIONS.length)],
                THEMES[random.nextInt(THEMES.length)]);
        if (random.nextInt(3) > 0) {
            return text;
        }
        String other = "w" + random.nextInt(6) + "-" + random.nextInt(i + 5);
        return other.equals(sourceId) ? text : TestLibrary.relating(text, "references", other);
    }
}
