package org.acervo.oai.http;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.oai.HarvestLog;
import org.acervo.oai.OaiProvider;
import org.acervo.oai.OaiSettings;
import org.acervo.oai.Sets;
import org.acervo.oai.TokenKey;
import org.acervo.pages.Pages;
import org.acervo.publishing.OfferedFormats;
import org.acervo.vocabulary.Vocabularies;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/** Gives the container the provider and what answers are made with. */
@ApplicationScoped
class OaiBeans {

    /** Pages that are made ahead at once; more would only wait for the processors. */
    private static final int MAKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Resource
    private ManagedThreadFactory threads;

    /** The container's own executor looks its context up for every task, which costs more than a page. */
    private @Nullable ExecutorService makers;

    @PreDestroy
    void stop() {
        if (makers != null) {
            makers.shutdownNow();
        }
    }

    @Produces
    @Singleton
    OaiSettings settings(
            @ConfigProperty(name = "ACERVO_OAI_PAGE_SIZE", defaultValue = "100") int pageSize,
            @ConfigProperty(name = "ACERVO_OAI_SET_TOMBSTONES", defaultValue = "false") boolean setTombstones) {
        return new OaiSettings(pageSize, setTombstones);
    }

    @Produces
    @Singleton
    Sets sets(
            Disseminations disseminations,
            Provider<Vocabularies> vocabularies,
            Publications publications,
            OaiSettings settings) {
        return new Sets(disseminations, vocabularies::get, publications::collections, settings.setTombstones());
    }

    @Produces
    @Singleton
    OaiProvider provider(
            Disseminations disseminations,
            Repository repository,
            OfferedFormats formats,
            Sets sets,
            TokenKey key,
            OaiSettings settings) {
        return new OaiProvider(disseminations, repository, formats, sets, key, settings);
    }

    @Produces
    @Singleton
    Responder responder(OaiProvider provider, Repository repository, HarvestLog log) {
        ExecutorService executor = Executors.newFixedThreadPool(MAKERS, threads);
        makers = executor;
        return new Responder(
                provider, new Envelope(repository), log, new ReadAhead(executor), repository.oaiUrl() + "/view");
    }

    @Produces
    @Singleton
    OaiViewer viewer(
            OaiProvider provider,
            Repository repository,
            Disseminations disseminations,
            OfferedFormats formats,
            Sets sets,
            Pages pages) {
        return new OaiViewer(provider, repository, disseminations, formats, sets, pages);
    }

    @Produces
    @Singleton
    OaiMetrics metrics(MetricRegistry registry) {
        return new OaiMetrics(registry);
    }

    @Produces
    @Singleton
    Outage outage() {
        return new Outage(System::nanoTime);
    }
}
