package org.acervo.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/**
 * The threads of what is done again and again in the background. The container's own schedule has a single one, on which an
 * hour of drawing covers would hold up the search index, the end of embargoes and whatever else has its time.
 */
@ApplicationScoped
@ManagedScheduledExecutorDefinition(name = Schedule.NAME, maxAsync = 16)
class Schedule {

    static final String NAME = "java:app/concurrent/schedule";

    @Produces
    @Resource(lookup = NAME)
    private ManagedScheduledExecutorService executor;
}
