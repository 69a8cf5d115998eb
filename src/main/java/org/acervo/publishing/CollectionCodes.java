package org.acervo.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Publications;

/** The codes of the collections, asked for at most once a second however many texts are checked. Thread-safe. */
final class CollectionCodes implements Supplier<Set<String>> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Known(Set<String> codes, Instant until) {}

    private final Publications publications;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.MIN);

    CollectionCodes(Publications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    @Override
    public Set<String> get() {
        Known current = known;
        Instant now = clock.instant();
        if (now.isAfter(current.until())) {
            current = new Known(
                    publications.collections().stream().map(Collection::code).collect(Collectors.toSet()),
                    now.plus(FRESH));
            known = current;
        }
        return current.codes();
    }
}
