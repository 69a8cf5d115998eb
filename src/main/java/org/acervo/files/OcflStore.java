package org.acervo.files;

import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.OcflObjectUpdater;
import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.FileDetails;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.HashedNTupleIdEncapsulationLayoutExtension;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleIdEncapsulationLayoutConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acervo.catalog.Repository;

/**
 * The preserved files: an OCFL 1.1 storage root with one object for each publication, named by its OAI identifier. The
 * state of a version has the kept files under {@code files/} and the metadata last published as {@code metadata.json}.
 * What was written is on the disk. Used by one thread at a time.
 */
final class OcflStore implements AutoCloseable {

    private static final String FILES = "files/";
    private static final String METADATA = "metadata.json";

    private final Path root;
    private final Path work;
    private final Repository library;
    private final OcflRepository repository;
    private final HashedNTupleIdEncapsulationLayoutExtension layout = new HashedNTupleIdEncapsulationLayoutExtension();

    /**
     * @param root of the storage, made where it is not there
     * @param work in the same file system, emptied first
     */
    OcflStore(Path root, Path work, Repository library) {
        this.root = root;
        this.work = work;
        this.library = library;
        try {
            Durable.delete(work);
            Files.createDirectories(root);
            Files.createDirectories(work);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        HashedNTupleIdEncapsulationLayoutConfig config = new HashedNTupleIdEncapsulationLayoutConfig();
        layout.init(config);
        repository = new OcflRepositoryBuilder()
                .defaultLayoutConfig(config)
                .ocflConfig(settings -> settings.setDefaultDigestAlgorithm(DigestAlgorithmRegistry.sha256))
                .prettyPrintJson()
                .storage(storage -> storage.fileSystem(root))
                .workDir(work)
                .build();
    }

    /** Where a content lies of which that location is known. */
    Path path(String location) {
        return root.resolve(location);
    }

    /** The folder of an object, whether it is there or not. */
    private Path folder(Preservation wanted) {
        return root.resolve(layout.mapObjectId(id(wanted)));
    }

    private String id(Preservation wanted) {
        return library.oaiIdentifier(wanted.publication());
    }

    /**
     * Makes the object what it is to be, in a new version where it is not that yet. Whatever was interrupted before is
     * brought to its end or undone.
     *
     * @param source where a content can be read, by SHA-256
     * @param known whether something of the object is known to be preserved already
     * @return where each content of the state lies, by SHA-256
     * @throws IOException where a content is nowhere, or the disk does not take it
     */
    Map<String, String> write(Preservation wanted, Function<String, Path> source, boolean known) throws IOException {
        Interrupted.mend(folder(wanted), work, known);
        repository.invalidateCache(id(wanted));
        Map<String, String> before = contents(wanted, false);
        Map<String, String> after = new TreeMap<>();
        wanted.files().forEach((name, sha256) -> after.put(FILES + name, sha256));
        byte[] document = document(wanted);
        if (document.length > 0) {
            after.put(METADATA, Interrupted.sha256(new ByteArrayInputStream(document)));
        } else if (before.containsKey(METADATA)) {
            after.put(METADATA, before.get(METADATA));
        }
        if (after.equals(before)) {
            verify(wanted, source);
        } else {
            update(wanted, before, after, source, document);
        }
        sync(folder(wanted));
        return contents(wanted, true).entrySet().stream()
                .filter(each -> each.getKey().startsWith(FILES))
                .collect(HashMap::new, (all, each) -> place(all, each.getValue()), Map::putAll);
    }

    /** The last version, the inventory in the root, and the names of it all. */
    private void sync(Path object) throws IOException {
        if (Files.exists(object)) {
            Durable.syncTree(Interrupted.version(object, Interrupted.last(object)));
            try (Stream<Path> entries = Files.list(object)) {
                for (Path each : entries.filter(Files::isRegularFile).toList()) {
                    Durable.sync(each);
                }
            }
            Durable.syncUp(object, root);
        }
    }

    private static byte[] document(Preservation wanted) {
        String document = wanted.document();
        return document == null ? new byte[0] : document.getBytes(StandardCharsets.UTF_8);
    }

    private static void place(Map<String, String> all, String digestAndLocation) {
        int space = digestAndLocation.indexOf(' ');
        all.put(digestAndLocation.substring(0, space), digestAndLocation.substring(space + 1));
    }

    /** The SHA-256 of each path of the head; with where it lies after a blank, where that is asked for. */
    private Map<String, String> contents(Preservation wanted, boolean located) {
        Map<String, String> contents = new TreeMap<>();
        if (repository.containsObject(id(wanted))) {
            for (FileDetails each :
                    repository.describeVersion(ObjectVersionId.head(id(wanted))).getFiles()) {
                String sha256 = each.getFixity().get(DigestAlgorithmRegistry.sha256);
                contents.put(each.getPath(), located ? sha256 + " " + each.getStorageRelativePath() : sha256);
            }
        }
        return contents;
    }

    private void update(
            Preservation wanted,
            Map<String, String> before,
            Map<String, String> after,
            Function<String, Path> source,
            byte[] document)
            throws IOException {
        Path gathered = Files.createDirectory(work.resolve("gathered-" + UUID.randomUUID()));
        try {
            Map<String, Path> sources = new TreeMap<>();
            for (Map.Entry<String, String> each : after.entrySet()) {
                if (each.getKey().startsWith(FILES) && !each.getValue().equals(before.get(each.getKey()))) {
                    Path link = gathered.resolve(Integer.toString(sources.size()));
                    Durable.link(source.apply(each.getValue()), link);
                    sources.put(each.getKey(), link);
                }
            }
            repository.updateObject(ObjectVersionId.head(id(wanted)), info(wanted), updater -> {
                before.keySet().stream()
                        .filter(each -> !after.containsKey(each))
                        .forEach(updater::removeFile);
                sources.forEach(
                        (path, file) -> updater.addPath(file, path, OcflOption.MOVE_SOURCE, OcflOption.OVERWRITE));
                describe(updater, before, after, document);
            });
        } finally {
            Durable.delete(gathered);
        }
    }

    private static void describe(
            OcflObjectUpdater updater, Map<String, String> before, Map<String, String> after, byte[] document) {
        if (!Objects.equals(before.get(METADATA), after.get(METADATA))) {
            updater.writeFile(new ByteArrayInputStream(document), METADATA, OcflOption.OVERWRITE);
        }
    }

    private static VersionInfo info(Preservation wanted) {
        return new VersionInfo()
                .setUser(wanted.actor(), null)
                .setMessage(wanted.reason())
                .setCreated(wanted.at().atOffset(ZoneOffset.UTC));
    }

    /** What an interrupted start has left may be a name without its content: that is put back. */
    private void verify(Preservation wanted, Function<String, Path> source) throws IOException {
        for (String each : contents(wanted, true).values()) {
            String sha256 = each.substring(0, each.indexOf(' '));
            Path file = path(each.substring(each.indexOf(' ') + 1));
            if (wanted.files().containsValue(sha256) && !Interrupted.hasContent(file, sha256)) {
                Path copy = work.resolve(UUID.randomUUID().toString());
                Files.copy(source.apply(sha256), copy);
                Durable.sync(copy);
                Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Whether an object is as OCFL wants it, with every content as its inventory says. */
    boolean isValid(String object) {
        return !repository.validateObject(object, true).hasErrors();
    }

    /** The paths in a version of an object. */
    Set<String> describe(ObjectVersionId version) {
        return repository.describeVersion(version).getFileMap().keySet();
    }

    /** Destroys the object with all its versions, where it is. */
    void purge(Preservation wanted) throws IOException {
        repository.invalidateCache(id(wanted));
        Path folder = folder(wanted);
        if (Files.exists(folder)) {
            Durable.delete(folder);
            Durable.sync(Objects.requireNonNull(folder.getParent()));
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
