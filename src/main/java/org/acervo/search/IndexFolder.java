package org.acervo.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the index, with what was noted at its last commit. An index that is damaged, of another form, or that followed
 * another database, is thrown away. Used by one thread at a time; only {@link #index} by all.
 */
final class IndexFolder {

    private static final Logger LOG = Logger.getLogger(IndexFolder.class.getName());

    /** Rises when documents are made in another way. */
    private static final String FORM = "6";

    private final Path folder;
    private final IndexMarks marks;
    private final Executor searching;
    private final Supplier<String> vocabularies;
    private volatile @Nullable CatalogIndex index;
    private volatile Map<String, String> notes = new HashMap<>();

    /**
     * @param searching runs parts of searches
     * @param vocabularies gives another text when they have changed: kinds of publishers, defaults of missions, names of
     *     places and whether a type is a document are in the index
     */
    IndexFolder(Path folder, IndexMarks marks, Executor searching, Supplier<String> vocabularies) {
        this.folder = folder;
        this.marks = marks;
        this.searching = searching;
        this.vocabularies = vocabularies;
    }

    /** The index as it is, or null where none is open. */
    @Nullable
    CatalogIndex index() {
        return index;
    }

    /** Whether nothing can be put any more: whatever is thrown within Lucene while it writes closes the index for ever. */
    boolean isLost() {
        CatalogIndex known = index;
        return known != null && !known.isOpen();
    }

    /** The number of the last change that was in the index at its last commit. */
    long number() {
        return Long.parseLong(notes.getOrDefault("number", "0"));
    }

    /** The last rebuilding. */
    long run() {
        return Long.parseLong(notes.getOrDefault("run", "0"));
    }

    /** How documents are made now, and with which vocabularies. */
    String form() {
        return FORM + vocabularies.get();
    }

    /** Whether documents were made with vocabularies that have changed since. */
    boolean isRelabelled() {
        String made = notes.get("form");
        return made != null && !made.equals(form());
    }

    /** Notes how all documents were made; the next commit keeps it. */
    void made(String form) {
        Map<String, String> next = new HashMap<>(notes);
        next.put("form", form);
        notes = next;
    }

    /** Whether most documents are about to be put anew; an index that is opened later does not know. */
    void expectMany(boolean many) {
        CatalogIndex open = index;
        if (open != null) {
            open.expectMany(many);
        }
    }

    /** Opens the index, or an empty one. */
    CatalogIndex open() throws IOException {
        CatalogIndex open = openOrRenew();
        Map<String, String> kept = open.notes();
        kept.putIfAbsent("index", UUID.randomUUID().toString());
        kept.putIfAbsent("form", form());
        notes = kept;
        open.refresh();
        index = open;
        return open;
    }

    private CatalogIndex openOrRenew() throws IOException {
        try {
            CatalogIndex open = CatalogIndex.open(folder, searching);
            if (isOfThisDatabase(open)) {
                return open;
            }
            LOG.info("The index is of another form or another state of the database, and is made anew");
            marks.forget(open.notes().getOrDefault("index", ""));
            open.close();
        } catch (IOException damaged) {
            LOG.log(Level.WARNING, "The index is damaged and is made anew", damaged);
        }
        CatalogIndex.destroy(folder);
        return CatalogIndex.open(folder, searching);
    }

    private boolean isOfThisDatabase(CatalogIndex open) throws IOException {
        Map<String, String> kept = open.notes();
        String name = kept.get("index");
        try {
            return name == null
                    || form().equals(kept.get("form"))
                            && marks.find(name)
                                    .filter(each -> each.has(kept.get("mark")))
                                    .isPresent();
        } catch (RuntimeException away) {
            open.close();
            throw away;
        }
    }

    /** Makes everything durable. The database learns the mark first: if the commit fails, it still knows the one before. */
    void commit(CatalogIndex open, long number, long run) throws IOException {
        String mark = UUID.randomUUID().toString();
        marks.keep(notes.getOrDefault("index", ""), new IndexMarks.Marks(mark, notes.get("mark")));
        Map<String, String> next = new HashMap<>(notes);
        next.put("mark", mark);
        next.put("number", Long.toString(number));
        next.put("run", Long.toString(run));
        open.commit(next);
        notes = next;
    }

    /** Closes the index without a commit. */
    void close() throws IOException {
        CatalogIndex open = index;
        index = null;
        if (open != null) {
            open.close();
        }
    }

    /** Throws the index away. */
    void discard() {
        try {
            close();
        } catch (IOException | AlreadyClosedException failure) {
            LOG.log(Level.FINE, "The index was closed with an error", failure);
        }
        try {
            CatalogIndex.destroy(folder);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "The index could not be thrown away as a whole", failure);
        }
    }
}
