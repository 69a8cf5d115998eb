package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.acervo.catalog.PublicationFile;
import org.acervo.files.Fixity;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;

/**
 * Down as long as a file is known to be damaged. Neither taking the server out of service nor starting it again would mend
 * that, so this is part of neither readiness nor liveness but shows under {@code /health}; it says nothing before the first
 * look, so that a server with a damaged file starts like any other.
 */
@Startup
@ApplicationScoped
class FilesIntact implements HealthCheck {

    private static final int SHOWN = 20;

    private final Fixity fixity;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FilesIntact() {
        this(null);
    }

    @Inject
    FilesIntact(Fixity fixity) {
        this.fixity = fixity;
    }

    @Override
    public HealthCheckResponse call() {
        List<PublicationFile> damaged = fixity.damaged();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("files").status(damaged.isEmpty()).withData("damaged", damaged.size());
        damaged.stream()
                .limit(SHOWN)
                .forEach(each -> response.withData(each.publication() + "/" + each.name(), each.sha256()));
        return response.build();
    }
}
