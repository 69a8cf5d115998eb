package org.acervo.files;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.PublicationId;

/**
 * What the contents of files say, once for each content whoever has it. Every content that a file has is in here from the
 * change on that brings the file, waiting. Thread-safe. Every method throws {@link org.acervo.catalog.StorageUnavailable}
 * where the database does not answer.
 */
public interface Extractions {

    /**
     * A content whose turn it is.
     *
     * @param attempt how often it was begun, this time included
     */
    record Claim(String sha256, int attempt) {}

    /** The contents of a publication's files, kept or proposed, each once, in the order of the files. */
    default List<Extraction> of(PublicationId publication) {
        return ofAll(List.of(publication)).getOrDefault(publication, List.of());
    }

    /** The same of several publications, a few hundred at a time; those without files are absent. */
    Map<PublicationId, List<Extraction>> ofAll(Collection<PublicationId> publications);

    /** That of a content; empty where no file has it. */
    Optional<Extraction> find(String sha256);

    /**
     * Takes the one that came last of those that wait and that nobody else has taken, inside {@link
     * org.acervo.catalog.Transactions#run}.
     *
     * @param now whoever had taken one until then has failed
     * @param until nobody else takes it before
     */
    Optional<Claim> claim(Instant now, Instant until);

    /** Gives one back as if it had not been begun. */
    void giveBack(Claim claim);

    /** Keeps what was found, where some file still has the content. */
    void keep(Extraction found);

    /** How many contents there are of each status that any has. */
    Map<Extraction.Status, Long> counts();

    /** Forgets the contents that no file has any more. Within the erasure of a publication, and from time to time. */
    void tidy();
}
