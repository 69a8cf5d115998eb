package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.acervo.access.AuditTrail;
import org.acervo.access.Quotas;
import org.acervo.catalog.Repository;
import org.acervo.files.Quota;
import org.acervo.format.MetadataFormats;
import org.acervo.publishing.Renderer;
import org.acervo.search.Thesaurus;
import org.acervo.site.Editions;
import org.acervo.site.Site;
import org.acervo.vocabulary.Vocabularies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container what the pure packages need, and what an operator has put into the configuration folder. */
@ApplicationScoped
class PlatformBeans {

    /** So that a time that an answer shows is the one that is read again later. */
    private static final Duration AS_THE_DATABASE_KEEPS_IT = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), AS_THE_DATABASE_KEEPS_IT);
    }

    @Produces
    @Singleton
    Rush rush(Clock clock) {
        return new Rush(clock, 2 * Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    @Produces
    @Singleton
    Vocabularies vocabularies(@ConfigProperty(name = "ACERVO_CONFIG", defaultValue = "config") String folder) {
        return VocabularyFiles.read(Path.of(folder).resolve("vocabularies"));
    }

    @Produces
    @Singleton
    Thesaurus thesaurus(@ConfigProperty(name = "ACERVO_CONFIG", defaultValue = "config") String folder) {
        return ThesaurusFile.read(Path.of(folder).resolve("thesaurus.json"));
    }

    @Produces
    @Singleton
    Site site(
            @ConfigProperty(name = "ACERVO_CONFIG", defaultValue = "config") String folder,
            Editions editions,
            AuditTrail trail,
            Clock clock) {
        return new Site(editions, SiteFiles.read(Path.of(folder).resolve("site")), trail, clock);
    }

    @Produces
    @Singleton
    MetadataFormats formats(Repository repository, Vocabularies vocabularies) {
        return new MetadataFormats(repository, vocabularies);
    }

    @Produces
    @Singleton
    Quota quota(Quotas quotas) {
        return quotas::limit;
    }

    @Produces
    @Singleton
    Renderer renderer(Repository repository, Vocabularies vocabularies, MetadataFormats formats) {
        return new Renderer(repository, vocabularies, formats, vocabularies::fingerprint);
    }
}
