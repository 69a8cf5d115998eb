package org.acervo.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Publication;
import org.acervo.files.Covers;

/** The picture of a publication, which goes with it. */
@ApplicationScoped
class CoverRemains implements Remains, Witness {

    private final Covers covers;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CoverRemains() {
        this(null);
    }

    @Inject
    CoverRemains(Covers covers) {
        this.covers = covers;
    }

    @Override
    public void drop(Publication erased) {
        covers.remove(erased.id());
    }

    @Override
    public void saw(Publication after, Event event) {
        if (event.action() == Action.DELETED) {
            covers.remove(after.id());
        }
    }
}
