package org.acervo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.files.Extraction;
import org.acervo.files.Extractions;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.apache.lucene.document.Document;

/** Writes pages of changes into the index, and reads the next one meanwhile. Thread-safe. */
final class EntryWriter {

    /** How many changes make a page. */
    static final int PAGE = 500;

    /** Fewer are not worth a second thread. */
    private static final int SMALL = 20;

    private final Publications publications;
    private final PublicationFiles files;
    private final Extractions extractions;
    private final CollectionOrder order;
    private final Entries entries;
    private final Clock clock;
    private final Executor executor;

    /** @param executor writes parts of a page at the same time */
    EntryWriter(
            Publications publications,
            PublicationFiles files,
            Extractions extractions,
            CollectionOrder order,
            Entries entries,
            Clock clock,
            Executor executor) {
        this.publications = publications;
        this.files = files;
        this.extractions = extractions;
        this.order = order;
        this.entries = entries;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Writes a page to its end.
     *
     * @param ahead whether the next page is wanted
     * @return the next page, or the same
     */
    Publications.Since write(CatalogIndex index, Publications.Since page, long run, boolean ahead) throws IOException {
        for (PublicationId id : page.removed()) {
            index.remove(id);
        }
        List<Publication> all = page.changed();
        List<PublicationId> ids = all.stream().map(Publication::id).toList();
        Map<PublicationId, List<HeldFile>> held = files.ofAll(ids);
        Beside beside = new Beside(
                held, held.isEmpty() ? Map.of() : extractions.ofAll(held.keySet()), order.places(collected(all)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int middle = all.size() < SMALL ? 0 : all.size() / 2;
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (List<Publication> part : List.of(all.subList(0, middle), all.subList(middle, all.size()))) {
            if (!part.isEmpty() && middle > 0) {
                parts.add(CompletableFuture.runAsync(() -> put(index, part, beside, today, run), executor));
            } else {
                put(index, part, beside, today, run);
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

    /** What is known of publications beside their texts. */
    private record Beside(
            Map<PublicationId, List<HeldFile>> held,
            Map<PublicationId, List<Extraction>> read,
            Map<PublicationId, Map<String, Integer>> places) {}

    /** Those that are in a collection: few are. */
    private static List<PublicationId> collected(List<Publication> all) {
        return all.stream()
                .filter(each -> each.metadata().has(Element.COLLECTION)
                        || each.working().has(Element.COLLECTION))
                .map(Publication::id)
                .toList();
    }

    private void put(CatalogIndex index, List<Publication> part, Beside beside, LocalDate today, long run) {
        try {
            for (Publication each : part) {
                List<HeldFile> own = beside.held().getOrDefault(each.id(), List.of());
                FileTexts texts = new FileTexts(beside.read().getOrDefault(each.id(), List.of()));
                List<Document> documents = entries.of(each, own, texts, today, run);
                Map<String, Integer> places = beside.places().getOrDefault(each.id(), Map.of());
                documents.forEach(document -> Placing.place(document, places));
                index.put(each.id(), documents);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
