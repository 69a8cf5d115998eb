package org.acervo.files;

import java.nio.file.Path;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * What uploads may take of a disk. They never take the last of it: the database may lie on the same, and a database that
 * cannot write ends.
 *
 * @param folder somewhere on the disk
 * @param kept how many bytes are left to others
 */
public record Room(Path folder, long kept) {

    /** After so many bytes it is time to look again. */
    private static final long LOOK_AGAIN = 1 << 20;

    /** What an operator still has time to react in. */
    private static final long KEPT = 256L << 20;

    /** @param folder somewhere on the disk */
    public Room(Path folder) {
        this(folder, KEPT);
    }

    /**
     * Looks from time to time while something comes.
     *
     * @param before how many bytes have come
     * @param after how many will have come then
     * @throws Refused with {@link Rule#STORAGE_FULL} where that is too many
     */
    public void require(long before, long after) {
        if (before / LOOK_AGAIN < after / LOOK_AGAIN) {
            require(0);
        }
    }

    /** @throws Refused with {@link Rule#STORAGE_FULL} where so many bytes more are too many */
    public void require(long bytes) {
        if (folder.toFile().getUsableSpace() - bytes < kept) {
            throw new Refused(Finding.of(Rule.STORAGE_FULL, "", null));
        }
    }
}
