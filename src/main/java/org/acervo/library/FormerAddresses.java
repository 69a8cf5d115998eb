package org.acervo.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acervo.catalog.Element;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;

/**
 * Knows where publications were found before they came here. It follows the changes of all publications by their
 * numbers, each time it is asked, and so knows all that is public; the first time it reads everything. Thread-safe.
 */
final class FormerAddresses {

    private static final int PAGE = 200;
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Publications publications;
    private final Map<String, Set<PublicationId>> byAddress = new HashMap<>();
    private final Map<PublicationId, List<String>> byPublication = new HashMap<>();
    private final Clock clock;
    private long after;
    private Instant looked = Instant.MIN;

    FormerAddresses(Publications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * The publication that was found at an address. One that was on the host asked for goes first; else, since old hosts
     * may hand their requests on under a new name, the only one that had the same path anywhere.
     *
     * @param host as the request names it, with a port that is not the usual one
     * @param path with its query, if any
     */
    synchronized Optional<PublicationId> find(String host, String path) {
        follow();
        String key = path(path);
        Optional<PublicationId> there = only("//" + host.toLowerCase(Locale.ROOT) + key);
        return there.isPresent() ? there : only(key);
    }

    private Optional<PublicationId> only(String key) {
        Set<PublicationId> found = byAddress.getOrDefault(key, Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** Learns of what has changed since it last looked, unless that is only a moment ago. */
    synchronized void follow() {
        Instant now = clock.instant();
        if (looked.isAfter(now.minus(MOMENT))) {
            return;
        }
        Long next = after;
        while (next != null) {
            after = next;
            Listing.Page page = publications.list(Listing.ALL, next, PAGE);
            page.publications().forEach(this::learn);
            next = page.next();
        }
        looked = now;
    }

    private void learn(Publication publication) {
        PublicationId id = publication.id();
        for (String key : byPublication.getOrDefault(id, List.of())) {
            byAddress.getOrDefault(key, new HashSet<>()).remove(id);
        }
        List<String> keys = publication.state().isPublic()
                ? publication.metadata().values(Element.FORMER_URL).stream()
                        .flatMap(each -> keys(each).stream())
                        .toList()
                : List.of();
        if (keys.isEmpty()) {
            byPublication.remove(id);
        } else {
            byPublication.put(id, keys);
        }
        keys.forEach(
                key -> byAddress.computeIfAbsent(key, none -> new HashSet<>()).add(id));
    }

    private static List<String> keys(String address) {
        try {
            URI uri = new URI(address);
            String host = uri.getRawAuthority();
            String path = uri.getRawPath();
            if (host == null || path == null) {
                return List.of();
            }
            String key = path(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
            return key.equals("/") ? List.of() : List.of("//" + host.toLowerCase(Locale.ROOT) + key, key);
        } catch (URISyntaxException malformed) {
            return List.of();
        }
    }

    /** A slash at the end makes no difference. */
    private static String path(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
