package org.acervo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.files.Extraction;
import org.acervo.files.Extractions;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;

/** Writes pages of changes into the index, and reads the next one meanwhile. Thread-safe. */
final class EntryWriter {

    /** How many changes make a page. */
    static final int PAGE = 500;

    /** Fewer are not worth a second thread. */
    private static final int SMALL = 20;

    private final Publications publications;
    private final PublicationFiles files;
    private final Extractions extractions;
    private final Entries entries;
    private final Executor executor;

    /** @param executor writes parts of a page at the same time */
    EntryWriter(
            Publications publications,
            PublicationFiles files,
            Extractions extractions,
            Entries entries,
            Executor executor) {
        this.publications = publications;
        this.files = files;
        this.extractions = extractions;
        this.entries = entries;
        this.executor = executor;
    }

    /**
     * Writes a page to its end.
     *
     * @param ahead whether the next page is wanted
     * @return the next page, or the same
     */
    Publications.Since write(CatalogIndex index, Publications.Since page, LocalDate today, long run, boolean ahead)
            throws IOException {
        for (PublicationId id : page.removed()) {
            index.remove(id);
        }
        List<Publication> all = page.changed();
        Map<PublicationId, List<HeldFile>> held =
                files.ofAll(all.stream().map(Publication::id).toList());
        Map<PublicationId, List<Extraction>> read = held.isEmpty() ? Map.of() : extractions.ofAll(held.keySet());
        int middle = all.size() < SMALL ? 0 : all.size() / 2;
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (List<Publication> part : List.of(all.subList(0, middle), all.subList(middle, all.size()))) {
            if (!part.isEmpty() && middle > 0) {
                parts.add(CompletableFuture.runAsync(() -> put(index, part, held, read, today, run), executor));
            } else {
                put(index, part, held, read, today, run);
            }
        }
        try {
            return ahead ? publications.since(page.last(), PAGE) : page;
        } finally {
            join(parts);
        }
    }

    private static void join(List<CompletableFuture<Void>> parts) throws IOException {
        try {
            CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException unwritable) {
                throw unwritable.getCause();
            }
            throw failure.getCause() instanceof RuntimeException other ? other : failure;
        }
    }

    private void put(
            CatalogIndex index,
            List<Publication> part,
            Map<PublicationId, List<HeldFile>> held,
            Map<PublicationId, List<Extraction>> read,
            LocalDate today,
            long run) {
        try {
            for (Publication each : part) {
                List<HeldFile> own = held.getOrDefault(each.id(), List.of());
                index.put(
                        each.id(),
                        entries.of(each, own, new FileTexts(read.getOrDefault(each.id(), List.of())), today, run));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
