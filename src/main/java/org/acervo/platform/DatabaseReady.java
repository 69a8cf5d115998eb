package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.StorageUnavailable;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the database answers and its schema is up to date. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {

    private final Disseminations disseminations;
    private final Database database;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DatabaseReady() {
        this(null, null);
    }

    @Inject
    DatabaseReady(Disseminations disseminations, Database database) {
        this.disseminations = disseminations;
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            disseminations.now();
            return HealthCheckResponse.named("database")
                    .up()
                    .withData("schema", String.valueOf(database.version()))
                    .build();
        } catch (StorageUnavailable gone) {
            return HealthCheckResponse.named("database").down().build();
        }
    }
}
