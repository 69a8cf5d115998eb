package org.acervo.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Loads publications from JSON Lines, published or withdrawn, in constant memory. Lines that are new and stand alone go in
 * by the hundred; all others one by one, by the same way as every other change. While one block is being kept, the next
 * are read, checked and rendered. Thread-safe.
 */
public class Importer {

    private static final int BLOCK = 500;

    /** Blocks that are prepared while one is kept. */
    private static final int AHEAD = 3;

    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final Renderer renderer;
    private final Changes changes;
    private final ImportLine.Reader reader;
    private final Clock clock;
    private final Executor executor;

    Importer(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Renderer renderer,
            Changes changes,
            Checker checker,
            Clock clock,
            Executor executor) {
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.renderer = renderer;
        this.changes = changes;
        this.reader = new ImportLine.Reader(checker);
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * A block of lines, ready to be kept.
     *
     * @param fresh lines that are new and stand alone
     * @param rendered the fresh ones, in the same order
     * @param others lines that change something, relate to something or have the key of one before
     */
    private record Block(
            List<ImportLine> lines,
            List<ImportLine> fresh,
            List<Publication> publications,
            List<Dissemination> rendered,
            List<ImportLine> others,
            long unchanged) {}

    /**
     * Imports all lines. What was kept when it fails or is stopped stays; the same input can be run again.
     *
     * @param overwrite whether lines replace what was edited since their last import
     * @throws IOException where the input fails
     */
    public ImportReport run(InputStream input, Actor actor, boolean overwrite, ImportReport.Listener listener)
            throws IOException {
        Lines lines = new Lines(input);
        ImportReport report = ImportReport.NOTHING;
        Deque<Ahead> ahead = new ArrayDeque<>();
        for (int i = 0; i < AHEAD; i++) {
            ahead.add(prepare(lines.next(BLOCK), ahead));
        }
        while (true) {
            Block block = prepared(ahead.element().block());
            if (block.lines().isEmpty()) {
                return report;
            }
            ahead.add(prepare(lines.next(BLOCK), ahead));
            report = report.plus(keep(block, actor, overwrite, listener));
            listener.progress(report);
            ahead.remove();
        }
    }

    /**
     * A block that is being prepared.
     *
     * @param lines read and checked, before it is known what they change
     */
    private record Ahead(CompletableFuture<List<ImportLine>> lines, CompletableFuture<Block> block) {}

    /** @param earlier blocks that are not kept yet; of the keys in them nothing is known for sure */
    private Ahead prepare(List<Lines.Line> raw, Collection<Ahead> earlier) {
        CompletableFuture<List<ImportLine>> lines = CompletableFuture.supplyAsync(
                () -> raw.stream().map(reader::read).toList(), executor);
        CompletableFuture<Set<SourceKey>> unsettled = CompletableFuture.completedFuture(new HashSet<>());
        for (Ahead each : earlier) {
            unsettled = unsettled.thenCombine(each.lines(), (keys, more) -> {
                keys.addAll(keys(more));
                return keys;
            });
        }
        return new Ahead(lines, lines.thenCombineAsync(unsettled, this::block, executor));
    }

    private static Block prepared(CompletableFuture<Block> block) {
        try {
            return block.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static Set<SourceKey> keys(List<ImportLine> lines) {
        return lines.stream().filter(ImportLine::isGood).map(ImportLine::key).collect(Collectors.toSet());
    }

    private Block block(List<ImportLine> lines, Set<SourceKey> unsettled) {
        Map<SourceKey, Publication> known = publications.findBySource(keys(lines));
        Set<SourceKey> seen = new HashSet<>(unsettled);
        List<ImportLine> fresh = new ArrayList<>();
        List<ImportLine> others = new ArrayList<>();
        long unchanged = 0;
        for (ImportLine line : lines) {
            if (!line.isGood()) {
                continue;
            }
            Publication before = known.get(line.key());
            boolean first = seen.add(line.key());
            if (first && isLastImport(before, line)) {
                unchanged++;
            } else if (first && before == null && !line.text().has(Element.RELATION)) {
                fresh.add(line);
            } else {
                others.add(line);
            }
        }
        List<Publication> firsts = firsts(fresh);
        List<Dissemination> rendered = firsts.stream()
                .map(each -> renderer.render(each, Surroundings.NONE, null))
                .toList();
        return new Block(lines, fresh, firsts, rendered, others, unchanged);
    }

    private List<Publication> firsts(List<ImportLine> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<PublicationId> ids = publications.reserve(fresh.size());
        Instant now = clock.instant();
        List<Publication> firsts = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            firsts.add(fresh.get(i).first(ids.get(i), now));
        }
        return firsts;
    }

    private ImportReport keep(Block block, Actor actor, boolean overwrite, ImportReport.Listener listener) {
        long refused = 0;
        for (ImportLine line : block.lines()) {
            if (!line.isGood()) {
                refused++;
                listener.refused(line.number(), line.errors());
            }
        }
        ImportReport report = new ImportReport(block.lines().size(), 0, 0, block.unchanged(), refused);
        List<ImportLine> rest = new ArrayList<>(block.others());
        if (keepFresh(block, actor)) {
            report = report.plus(new ImportReport(0, block.fresh().size(), 0, 0, 0));
        } else {
            rest.addAll(0, block.fresh());
        }
        for (ImportLine line : rest) {
            report = report.plus(keepOne(line, actor, overwrite, listener));
        }
        return report;
    }

    /** Keeps all fresh lines in one transaction, or none where one of them turns out not to stand alone. */
    private boolean keepFresh(Block block, Actor actor) {
        List<Publication> firsts = block.publications();
        if (firsts.isEmpty()) {
            return true;
        }
        List<Publications.Change> kept = firsts.stream()
                .map(each -> new Publications.Change(each, event(null, each, actor), null))
                .toList();
        try {
            return transactions.run(() -> {
                publications.save(
                        kept,
                        () -> disseminations.put(block.rendered(), () -> {
                            Tick taken = disseminations.tick(firsts.size());
                            if (!publications.awaiting(keys(block.fresh())).isEmpty()) {
                                throw new Refused(List.of());
                            }
                            return taken;
                        }));
                return true;
            });
        } catch (Refused notAlone) {
            return false;
        }
    }

    private ImportReport keepOne(ImportLine line, Actor actor, boolean overwrite, ImportReport.Listener listener) {
        try {
            Publication before = publications.findBySource(List.of(line.key())).get(line.key());
            if (before == null) {
                Publication first = line.first(publications.reserve(1).get(0), clock.instant());
                changes.create(first, (none, after) -> event(null, after, actor));
                return new ImportReport(0, 1, 0, 0, 0);
            }
            if (isLastImport(before, line)) {
                return new ImportReport(0, 0, 0, 1, 0);
            }
            changes.change(
                    before.id(), current -> next(line, current, overwrite), (old, after) -> event(old, after, actor));
            return new ImportReport(0, 0, 1, 0, 0);
        } catch (Refused refused) {
            if (refused.findings().stream().anyMatch(each -> each.rule() == Rule.SOURCE_ID_TAKEN)) {
                return keepOne(line, actor, overwrite, listener); // somebody was quicker: now it is there
            }
            listener.refused(line.number(), refused.findings());
        } catch (StaleVersion edited) {
            listener.refused(line.number(), List.of(edited(line, edited.current())));
        }
        return new ImportReport(0, 0, 0, 0, 1);
    }

    private Publication next(ImportLine line, Publication current, boolean overwrite) {
        if (isLastImport(current, line)) {
            return current;
        }
        Publication.ImportMark mark = current.importMark();
        if (!overwrite && (mark == null || mark.version() != current.version())) {
            throw new Refused(edited(line, current.version()));
        }
        return line.next(current, clock.instant());
    }

    private static Finding edited(ImportLine line, int version) {
        return Finding.of(Rule.EDITED_SINCE_IMPORT, "/sourceId", line.key().sourceId(), Integer.toString(version));
    }

    private static boolean isLastImport(@Nullable Publication before, ImportLine line) {
        Publication.ImportMark mark = before == null ? null : before.importMark();
        return mark != null && mark.digest().equals(line.digest());
    }

    private static Event event(@Nullable Publication before, Publication after, Actor actor) {
        return new Event(
                after.id(),
                after.version(),
                Action.IMPORTED,
                after.modified(),
                actor.name(),
                actor.onBehalfOf(),
                null,
                Map.of(),
                Changes.putAside(before, after));
    }
}
