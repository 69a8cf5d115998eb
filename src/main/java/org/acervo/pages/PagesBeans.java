package org.acervo.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.acervo.catalog.Repository;

/** Gives the container the engine of the pages. */
@ApplicationScoped
class PagesBeans {

    @Produces
    @Singleton
    Pages pages(Repository repository) {
        return new Pages(repository);
    }

    @Produces
    @Singleton
    Sightings sightings(Clock clock) {
        return new Sightings(clock);
    }

    @Produces
    @Singleton
    ErrorPage errors(Pages pages) {
        return new ErrorPage(pages);
    }
}
