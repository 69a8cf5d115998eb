package org.acervo.files;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Extraction.Status;

/** What contents say, in memory, beside files in memory. */
public final class InMemoryExtractions implements Extractions {

    private record Taken(int attempts, Instant until) {}

    private final InMemoryFiles files;
    private Map<String, Extraction> found = new HashMap<>();
    private Map<String, Taken> taken = new HashMap<>();

    public InMemoryExtractions(InMemoryPublications publications, InMemoryFiles files) {
        this.files = files;
        publications.keepWith(() -> {
            Map<String, Extraction> oldFound = new HashMap<>(found);
            Map<String, Taken> oldTaken = new HashMap<>(taken);
            return () -> {
                found = oldFound;
                taken = oldTaken;
            };
        });
    }

    private Extraction extraction(String sha256) {
        return found.getOrDefault(sha256, Extraction.without(sha256, Status.WAITING));
    }

    @Override
    public Map<PublicationId, List<Extraction>> ofAll(Collection<PublicationId> publications) {
        Map<PublicationId, List<Extraction>> all = new HashMap<>();
        files.ofAll(publications)
                .forEach((id, held) -> all.put(
                        id,
                        held.stream()
                                .map(each -> each.file().sha256())
                                .distinct()
                                .map(this::extraction)
                                .toList()));
        return all;
    }

    /** Each content that a file has, the newest first. */
    private Map<String, Instant> contents() {
        Map<String, Instant> contents = new LinkedHashMap<>();
        files.everything().stream()
                .map(HeldFile::file)
                .sorted(Comparator.comparing((org.acervo.catalog.PublicationFile each) -> each.added())
                        .reversed()
                        .thenComparing(each -> each.sha256()))
                .forEach(each -> contents.putIfAbsent(each.sha256(), each.added()));
        return contents;
    }

    @Override
    public Optional<Extraction> find(String sha256) {
        return contents().containsKey(sha256) ? Optional.of(extraction(sha256)) : Optional.empty();
    }

    @Override
    public Optional<Claim> claim(Instant now, Instant until) {
        return contents().keySet().stream()
                .filter(each -> extraction(each).status() == Status.WAITING)
                .filter(each ->
                        !taken.containsKey(each) || !taken.get(each).until().isAfter(now))
                .findFirst()
                .map(each -> {
                    int attempt = taken.containsKey(each) ? taken.get(each).attempts() + 1 : 1;
                    taken.put(each, new Taken(attempt, until));
                    return new Claim(each, attempt);
                });
    }

    @Override
    public void giveBack(Claim claim) {
        taken.put(claim.sha256(), new Taken(claim.attempt() - 1, Instant.MIN));
    }

    @Override
    public void keep(Extraction extraction) {
        if (contents().containsKey(extraction.sha256())) {
            found.put(extraction.sha256(), extraction);
        }
    }

    @Override
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        contents().keySet().forEach(each -> counts.merge(extraction(each).status(), 1L, Long::sum));
        return counts;
    }

    @Override
    public void tidy() {
        found.keySet().retainAll(contents().keySet());
        taken.keySet().retainAll(contents().keySet());
    }
}
