package org.acervo.files;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;

/**
 * Which files publications have. Each name is there at most twice: as the kept one, and as what is proposed for that name
 * or will leave. Writing happens inside {@link org.acervo.catalog.Transactions#run}, with the publication locked; reading
 * may happen outside. Thread-safe. Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database
 * does not answer.
 */
public interface PublicationFiles {

    /** All files of a publication in their order; kept ones before others of the same name. */
    List<HeldFile> of(PublicationId publication);

    /** The same of several; those without files are absent. */
    Map<PublicationId, List<HeldFile>> ofAll(Collection<PublicationId> publications);

    /** Keeps a file, in the place of the one of that name that is {@linkplain #isPending kept or pending} like it. */
    void put(HeldFile file);

    /** Forgets a file. */
    void remove(PublicationFile file);

    /** Forgets all files of a publication. */
    void removeAll(PublicationId publication);

    /** Other publications with a file of the same content, in rising order, at most so many. */
    List<PublicationId> sharing(String sha256, PublicationId other, int limit);

    /** Every file with a content, whichever publication's. */
    List<HeldFile> holding(String sha256);

    /** How many bytes the files of some publications' missions take: of all publications of one mission. */
    long stored(String mission);

    /** Remembers which kept files of a publication are open to the public as it was told. */
    void shown(PublicationId publication, LocalDate today);

    /** Publications above an id with kept files that open by a day and are not shown as open yet, in rising order. */
    List<PublicationId> opening(LocalDate today, long afterId, int limit);

    /** Whether a file stands beside the kept ones. */
    static boolean isPending(PublicationFile file) {
        return file.standing() != PublicationFile.Standing.KEPT;
    }
}
