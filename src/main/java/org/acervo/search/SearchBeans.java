package org.acervo.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.acervo.catalog.Publications;
import org.acervo.files.Extractions;
import org.acervo.files.PublicationFiles;
import org.acervo.vocabulary.Vocabularies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the services of this package. */
@ApplicationScoped
class SearchBeans {

    /** Of the server itself: parts of a search must never wait behind long work. */
    private final ExecutorService parts =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), SearchBeans::thread);

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "search");
        thread.setDaemon(true);
        return thread;
    }

    @Produces
    @Singleton
    Indexer indexer(
            @ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data,
            Publications publications,
            PublicationFiles files,
            Extractions extractions,
            CollectionOrder order,
            IndexMarks marks,
            Vocabularies vocabularies,
            Clock clock) {
        EntryWriter entries =
                new EntryWriter(publications, files, extractions, order, new Entries(vocabularies), clock, parts);
        Path folder = Path.of(data).toAbsolutePath().resolve("index");
        IndexFolder index = new IndexFolder(folder, marks, parts, vocabularies::fingerprint);
        return new Indexer(index, publications, entries, clock);
    }

    void close(@Disposes Indexer indexer) {
        indexer.close();
    }

    @Produces
    @Singleton
    Searching searching(
            Indexer indexer,
            Thesaurus thesaurus,
            Vocabularies vocabularies,
            PublicationFiles files,
            Extractions extractions) {
        return new Searching(indexer, thesaurus, vocabularies, new FilePassages(files, extractions));
    }

    @Produces
    @Dependent
    Flood flood(Publications publications, Clock clock) {
        return new Flood(publications, clock);
    }

    @Produces
    @Singleton
    Reindexing reindexing(Indexer indexer, Clock clock) {
        return new Reindexing(indexer, clock);
    }

    @PreDestroy
    void stop() {
        parts.shutdown();
    }
}
