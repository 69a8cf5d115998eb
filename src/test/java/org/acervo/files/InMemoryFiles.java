package org.acervo.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;

/** Files in memory, beside publications in memory: what a failed transaction of those leaves is as it was before. */
public final class InMemoryFiles implements PublicationFiles, Preservations {

    private record Key(PublicationId publication, String name, boolean pending) {
        static Key of(PublicationFile file) {
            return new Key(file.publication(), file.name(), PublicationFiles.isPending(file));
        }
    }

    private final InMemoryPublications publications;
    private final Clock clock;
    private Map<Key, HeldFile> files = new HashMap<>();
    private TreeMap<Long, Preservation> preservations = new TreeMap<>();
    private Map<Key, Instant> checks = new HashMap<>();
    private Set<Key> damaged = new HashSet<>();

    /** @param clock for what was read when */
    public InMemoryFiles(InMemoryPublications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
        publications.keepWith(this::snapshot);
    }

    private Runnable snapshot() {
        Map<Key, HeldFile> oldFiles = new HashMap<>(files);
        TreeMap<Long, Preservation> oldPreservations = new TreeMap<>(preservations);
        Map<Key, Instant> oldChecks = new HashMap<>(checks);
        Set<Key> oldDamaged = new HashSet<>(damaged);
        return () -> {
            files = oldFiles;
            preservations = oldPreservations;
            checks = oldChecks;
            damaged = oldDamaged;
        };
    }

    private List<HeldFile> all(Predicate<HeldFile> which) {
        return files.values().stream()
                .filter(which)
                .sorted(Comparator.comparing((HeldFile each) -> each.file().publication())
                        .thenComparing(each -> each.file().position())
                        .thenComparing(each -> each.file().name())
                        .thenComparing(each -> PublicationFiles.isPending(each.file())))
                .toList();
    }

    @Override
    public List<HeldFile> of(PublicationId publication) {
        return all(each -> each.file().publication().equals(publication));
    }

    @Override
    public Map<PublicationId, List<HeldFile>> ofAll(Collection<PublicationId> ids) {
        Map<PublicationId, List<HeldFile>> found = new HashMap<>();
        ids.forEach(id -> {
            if (!of(id).isEmpty()) {
                found.put(id, of(id));
            }
        });
        return found;
    }

    @Override
    public void put(HeldFile file) {
        Key key = Key.of(file.file());
        HeldFile before = files.put(key, file);
        if (before == null || !before.file().sha256().equals(file.file().sha256())) {
            checks.remove(key);
            damaged.remove(key);
        }
    }

    @Override
    public void remove(PublicationFile file) {
        files.remove(Key.of(file));
        checks.remove(Key.of(file));
        damaged.remove(Key.of(file));
    }

    @Override
    public void removeAll(PublicationId publication) {
        of(publication).forEach(each -> remove(each.file()));
    }

    @Override
    public List<PublicationId> sharing(String sha256, PublicationId other, int limit) {
        return all(each -> each.file().sha256().equals(sha256)
                        && !each.file().publication().equals(other))
                .stream()
                .map(each -> each.file().publication())
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public List<HeldFile> holding(String sha256) {
        return all(each -> each.file().sha256().equals(sha256));
    }

    /** All files of all publications. */
    List<HeldFile> everything() {
        return all(any -> true);
    }

    @Override
    public long stored(String mission) {
        return files.values().stream()
                .filter(each -> mission.equals(publications
                        .find(each.file().publication())
                        .map(Publication::metadata)
                        .map(text -> text.value(Element.MISSION))
                        .orElse(null)))
                .mapToLong(each -> each.file().size())
                .sum();
    }

    @Override
    public void shown(PublicationId publication, LocalDate today) {
        of(publication).stream()
                .filter(each -> !PublicationFiles.isPending(each.file()))
                .forEach(each -> files.put(
                        Key.of(each.file()),
                        new HeldFile(
                                each.file(),
                                each.addedBy(),
                                each.location(),
                                each.file().isOpen(today))));
    }

    @Override
    public List<PublicationId> opening(LocalDate today, long afterId, int limit) {
        return all(each -> each.file().standing() == Standing.KEPT
                        && !each.shown()
                        && each.file().embargo() != null
                        && each.file().isOpen(today)
                        && each.file().publication().value() > afterId)
                .stream()
                .map(each -> each.file().publication())
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public void add(Preservation preservation) {
        preservations.put(preservation.number(), preservation);
    }

    @Override
    public List<PublicationId> waiting(Instant quiet, int limit) {
        return preservations.values().stream()
                .filter(any -> preservations.values().stream()
                                .filter(each -> each.publication().equals(any.publication()))
                                .anyMatch(each -> each.document() != null || each.purge())
                        || preservations.values().stream()
                                .filter(each -> each.publication().equals(any.publication()))
                                .noneMatch(each -> each.at().isAfter(quiet)))
                .map(Preservation::publication)
                .distinct()
                .sorted(Comparator.comparing(each -> !isToEnd(each)))
                .limit(limit)
                .toList();
    }

    private boolean isToEnd(PublicationId id) {
        return preservations.values().stream()
                .anyMatch(each -> each.publication().equals(id) && each.purge());
    }

    @Override
    public List<Preservation> of(PublicationId publication, int limit) {
        return preservations.values().stream()
                .filter(each -> each.publication().equals(publication))
                .limit(limit)
                .toList();
    }

    @Override
    public void done(PublicationId publication, long number, Map<String, String> locations) {
        preservations.values().removeIf(each -> each.publication().equals(publication) && each.number() <= number);
        of(publication).stream()
                .filter(each -> each.location() == null)
                .filter(each -> locations.containsKey(each.file().sha256()))
                .forEach(each -> files.put(
                        Key.of(each.file()),
                        new HeldFile(
                                each.file(),
                                each.addedBy(),
                                locations.get(each.file().sha256()),
                                each.shown())));
    }

    @Override
    public Set<String> needed(Collection<String> sha256) {
        Set<String> needed = new TreeSet<>();
        files.values().stream()
                .filter(each -> each.location() == null)
                .forEach(each -> needed.add(each.file().sha256()));
        preservations.values().stream()
                .filter(each -> !each.purge())
                .forEach(each -> needed.addAll(each.files().values()));
        needed.retainAll(sha256);
        return needed;
    }

    @Override
    public long backlog() {
        return preservations.size();
    }

    @Override
    public List<Checked> unchecked(Duration since, int limit) {
        Instant before = clock.instant().minus(since);
        List<HeldFile> due = new ArrayList<>(all(each -> lastRead(each).isBefore(before)));
        due.sort(Comparator.comparing(this::lastRead));
        return due.stream()
                .limit(limit)
                .map(each -> new Checked(each.file(), Optional.ofNullable(each.location())))
                .toList();
    }

    private Instant lastRead(HeldFile file) {
        return Objects.requireNonNullElse(
                checks.get(Key.of(file.file())), file.file().added());
    }

    @Override
    public void checked(PublicationFile file, boolean isDamaged) {
        Key key = Key.of(file);
        HeldFile held = files.get(key);
        if (held == null || !held.file().sha256().equals(file.sha256())) {
            return;
        }
        checks.put(key, clock.instant());
        if (isDamaged) {
            damaged.add(key);
        } else {
            damaged.remove(key);
        }
    }

    @Override
    public List<PublicationFile> damaged() {
        return all(each -> damaged.contains(Key.of(each.file()))).stream()
                .map(HeldFile::file)
                .toList();
    }
}
