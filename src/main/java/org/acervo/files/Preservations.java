package org.acervo.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;

/**
 * What is to be written to OCFL, in the order of the changes, and where everything lies since it was.
 * {@link #add} happens inside the {@link org.acervo.catalog.Transactions#run} that makes the change. Thread-safe.
 */
public interface Preservations {

    /** A file whose content is to be read again. */
    record Checked(PublicationFile file, Optional<String> location) {}

    /** Adds what is to be done. */
    void add(Preservation preservation);

    /**
     * The publications that have something to be done, at most so many: what is to end first, then the longest waiting; what
     * was published or is to end at once, and everything else when nothing has come after it since a time.
     */
    List<PublicationId> waiting(Instant quiet, int limit);

    /** What is to be done for one publication, in order, at most so much. */
    List<Preservation> of(PublicationId publication, int limit);

    /**
     * All for a publication up to a number is done; its kept files with that content are where they are said to be, by
     * SHA-256.
     */
    void done(PublicationId publication, long number, Map<String, String> locations);

    /** Which of these contents are needed in the staging area: a file is nowhere else, or something is still to be done. */
    Set<String> needed(Collection<String> sha256);

    /** How much is waiting. */
    long backlog();

    /** Files whose content was not read for so long, nor came since, the longest first. */
    List<Checked> unchecked(Duration since, int limit);

    /** A content was read again and was as it should be, or not. */
    void checked(PublicationFile file, boolean damaged);

    /** The files whose content was not as it should be. */
    List<PublicationFile> damaged();
}
