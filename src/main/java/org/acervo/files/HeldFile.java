package org.acervo.files;

import java.time.LocalDate;
import org.acervo.catalog.PublicationFile;
import org.jspecify.annotations.Nullable;

/**
 * A file of a publication with what the repository keeps of it for itself.
 *
 * @param addedBy who brought its content
 * @param location where the content lies below the root of the OCFL storage; null as long as it is only staged
 * @param shown whether the record that the public was given last counts the file as open
 */
public record HeldFile(
        PublicationFile file, String addedBy, @Nullable String location, boolean shown) {

    /** A file whose content was just staged. */
    public static HeldFile staged(PublicationFile file, String addedBy) {
        return new HeldFile(file, addedBy, null, false);
    }

    /** The same content with something else said of it. */
    public HeldFile with(PublicationFile other) {
        return new HeldFile(other, addedBy, location, shown);
    }

    /** Whether what the public was told last differs from what it may know on a day, UTC. */
    boolean isToldWrong(LocalDate today) {
        return shown != file.isOpen(today);
    }
}
