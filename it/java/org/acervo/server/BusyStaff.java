package org.acervo.server;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.publishing.Publishing;

/** Publishes, revises, withdraws and reinstates without a pause; answers how often. */
final class BusyStaff implements Callable<Integer> {

    private static final Actor CURATOR = new Actor("curator", null, true);

    private final String name;
    private final Publishing publishing;
    private final Publications publications;
    private final AtomicBoolean stop;
    private final List<PublicationId> known;
    private final SplittableRandom random;

    BusyStaff(
            String name,
            Publishing publishing,
            Publications publications,
            CopyOnWriteArrayList<PublicationId> known,
            AtomicBoolean stop) {
        this.name = name;
        this.publishing = publishing;
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
                // another was quicker
            }
        }
        return done;
    }

    private void step(int i) {
        if (known.size() < 20 || random.nextInt(5) == 0) {
            Publication draft =
                    publishing.create(CURATOR, text(name + "-" + i, i)).publication();
            publishing.publish(CURATOR, draft.id(), draft.version());
            known.add(draft.id());
            return;
        }
        PublicationId id = known.get(random.nextInt(known.size()));
        Publication now = publications.find(id).orElseThrow();
        if (now.state() == State.WITHDRAWN) {
            publishing.reinstate(CURATOR, id, now.version(), "it was right");
        } else if (random.nextInt(6) == 0) {
            publishing.withdraw(CURATOR, id, now.version(), "it was wrong", null);
        } else {
            String sourceId = now.metadata().sourceKey().orElseThrow().sourceId();
            publishing.save(CURATOR, id, now.version(), text(sourceId, i));
        }
    }

    private DublinCore text(String sourceId, int i) {
        return new DublinCore(List.of(
                Statement.of(Element.SOURCE_ID, sourceId),
                Statement.of(Element.MISSION, "haiti"),
                Statement.of(Element.TYPE, "report"),
                Statement.of(Element.THEME, random.nextBoolean() ? "migration-data" : "labour-mobility"),
                Statement.of(Element.TITLE, "Text " + i + " of " + name, "en"),
                Statement.of(Element.DESCRIPTION, "What it says", "en"),
                Statement.of(Element.DATE, "2021-02"),
                Statement.of(Element.LANGUAGE, "en"),
                Statement.of(Element.RIGHTS, "http://rightsstatements.org/vocab/CNE/1.0/"),
                Statement.of(Element.ACCESS, "metadata-only")));
    }
}
