package org.acervo.console.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.publishing.Remains;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container what the pages of changes share. */
@ApplicationScoped
class ChangesBeans {

    private static final long MOST = 64 << 20;

    @Produces
    @Singleton
    KeptSheets keptSheets(@ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data, Clock clock) {
        return new KeptSheets(Path.of(data).toAbsolutePath().resolve("sheets"), MOST, clock);
    }

    /** A sheet may say what an erased publication said. */
    @Produces
    @Singleton
    Remains sheetRemains(KeptSheets sheets) {
        return new Remains() {
            @Override
            public void drop(Publication erased) {
                // they are on disk alone
            }

            @Override
            public boolean isWiped(PublicationId erased) {
                return sheets.clear();
            }
        };
    }
}
