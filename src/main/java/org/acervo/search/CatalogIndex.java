package org.acervo.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.acervo.catalog.PublicationId;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index in its folder: a cache of what the database holds, to be thrown away at any time. Thread-safe; one process owns
 * the folder.
 */
final class CatalogIndex implements Closeable {

    private static final Logger LOG = Logger.getLogger(CatalogIndex.class.getName());

    private static final double BUFFER = 64;

    /** So that a large library has several segments, which are counted at the same time. */
    private static final double LARGEST_SEGMENT = 200;

    /** Of one size, before they are merged: each word that is looked for is looked up in every segment. */
    private static final int SEGMENTS = 5;

    /** Smaller ones are merged as if they were of this size, so that there are few of them too. */
    private static final double SMALL_SEGMENT = 16;

    private static final MergePolicy USUAL = merging(SEGMENTS, SMALL_SEGMENT, 20);

    /** What is merged while most documents are put anew is soon removed or merged again. */
    private static final MergePolicy OF_MANY = merging(4 * SEGMENTS, 2, 50);

    private final Directory folder;
    private final IndexWriter writer;
    private final ConcurrentMergeScheduler merging;
    private final SearcherManager searchers;

    private CatalogIndex(
            Directory folder, IndexWriter writer, ConcurrentMergeScheduler merging, SearcherManager searchers) {
        this.folder = folder;
        this.writer = writer;
        this.merging = merging;
        this.searchers = searchers;
    }

    /**
     * Opens the index of a folder, an empty one where there is none, and reads all of it to see that it is whole.
     *
     * @param executor searches segments at the same time
     * @throws IOException where it is damaged or of another version of Lucene
     */
    static CatalogIndex open(Path folder, Executor executor) throws IOException {
        Files.createDirectories(folder);
        Directory directory = new MMapDirectory(folder);
        IndexWriter writer = null;
        try {
            verify(directory);
            ConcurrentMergeScheduler merging = new ConcurrentMergeScheduler();
            writer = new IndexWriter(directory, configuration().setMergeScheduler(merging));
            SearcherManager searchers = new SearcherManager(writer, new Searchers(executor));
            return new CatalogIndex(directory, writer, merging, searchers);
        } catch (IOException | RuntimeException damaged) {
            closeAfter(damaged, writer, directory);
            throw new IOException("The index cannot be used", damaged);
        }
    }

    private static void closeAfter(Exception damaged, @Nullable IndexWriter writer, Directory directory) {
        try (directory) {
            if (writer != null) {
                writer.rollback();
            }
        } catch (IOException | RuntimeException another) {
            damaged.addSuppressed(another);
        }
    }

    private static TieredMergePolicy merging(int segments, double floor, int removed) {
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setMaxMergedSegmentMB(LARGEST_SEGMENT);
        merging.setSegmentsPerTier(segments);
        merging.setFloorSegmentMB(floor);
        merging.setDeletesPctAllowed(removed);
        // An erasure must reach every segment that still holds something deleted
        merging.setForceMergeDeletesPctAllowed(0);
        return merging;
    }

    private static IndexWriterConfig configuration() {
        IndexWriterConfig configuration = new IndexWriterConfig(WordsAnalyzer.OTHER);
        configuration.setRAMBufferSizeMB(BUFFER);
        configuration.setMergePolicy(USUAL);
        configuration.setMergedSegmentWarmer(Columns::of);
        configuration.setCommitOnClose(false);
        return configuration;
    }

    private static void verify(Directory directory) throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    ((CodecReader) leaf.reader()).checkIntegrity();
                }
            }
        }
    }

    /** Deletes all files of an index that is not open. */
    static void destroy(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** What was noted with the last commit; empty where there was none. */
    Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(each -> notes.put(each.getKey(), each.getValue()));
        }
        return notes;
    }

    /** Puts documents in the place of what there is of a publication. */
    void put(PublicationId id, List<Document> documents) throws IOException {
        writer.updateDocuments(term(id), documents);
    }

    void remove(PublicationId id) throws IOException {
        writer.deleteDocuments(term(id));
    }

    /** Removes what earlier rebuildings left. */
    void removeBefore(long run) throws IOException {
        writer.deleteDocuments(LongPoint.newRangeQuery(Fields.RUN, Long.MIN_VALUE, run - 1));
    }

    /** Whether most documents are about to be put anew: then little is merged until changes come after that. */
    void expectMany(boolean many) {
        try {
            writer.getConfig().setMergePolicy(many ? OF_MANY : USUAL);
        } catch (AlreadyClosedException lost) {
            LOG.log(Level.FINE, "What is wrong with the index shows at the next look", lost);
        }
    }

    private static Term term(PublicationId id) {
        return new Term(Fields.ID, id.toString());
    }

    /** Whether anything can still be put. */
    boolean isOpen() {
        return writer.isOpen();
    }

    /** Lets searches see everything that was put and removed. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes everything durable, with notes. */
    void commit(Map<String, String> notes) throws IOException {
        writer.setLiveCommitData(new ArrayList<>(notes.entrySet()));
        writer.commit();
    }

    /**
     * Writes every segment anew that holds anything that was removed; the old files go with the next commit and refresh. A
     * merge that is under way already must end first: nobody waits for it here, and a commit would name its old segments.
     */
    void purge() throws IOException {
        merging.sync();
        writer.forceMergeDeletes(true);
        merging.sync();
    }

    /** Gives back the files that no search uses any more. */
    void sweep() throws IOException {
        refresh();
        writer.deleteUnusedFiles();
    }

    /** Work with a searcher that sees the same all the time. */
    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Work<T> work) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.with(searcher);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } finally {
            searchers.release(searcher);
        }
    }

    /** A searcher to be {@linkplain #release released}. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Closes it without a commit. */
    @Override
    public void close() throws IOException {
        try (folder;
                searchers) {
            writer.rollback();
        }
    }
}
