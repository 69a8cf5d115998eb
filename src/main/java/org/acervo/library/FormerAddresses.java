package org.acervo.library;

import java.util.List;
import java.util.Optional;
import org.acervo.catalog.FormerAddress;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;

/** Knows where publications were found before they came here. Thread-safe. */
record FormerAddresses(Publications publications) {

    private static final int LONGEST = 2_000;

    /**
     * The publication that was found at an address. One that was on the host asked for goes first; else, since old hosts
     * may hand their requests on under a new name, the only one that had the same path anywhere.
     *
     * @param host as the request names it, with a port that is not the usual one
     * @param path with its query, if any
     */
    Optional<PublicationId> find(String host, String path) {
        if (host.length() + path.length() > LONGEST || path.length() < 2) {
            return Optional.empty();
        }
        Optional<PublicationId> there = only(FormerAddress.key(host, path));
        return there.isPresent() ? there : only(FormerAddress.key(path));
    }

    private Optional<PublicationId> only(String key) {
        List<PublicationId> found = publications.formerlyAt(key);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
