package org.acervo.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public publication as formats render it.
 *
 * @param metadata the public text, with the mission's defaults where it says nothing
 * @param relations stated and inverse ones, those only whose target is public here or is a URL
 * @param files in their order, also those that the public may not have
 * @param publishedHere the day on which it became public in this repository, UTC
 */
public record Item(
        PublicationId id, DublinCore metadata, List<Link> relations, List<File> files, LocalDate publishedHere) {

    /** @param url the landing page of a publication here, or an address elsewhere */
    public record Link(RelationType type, String url) {}

    /**
     * A file of the publication.
     *
     * @param url where the public gets it, as soon as it may
     * @param mediaType without parameters
     * @param size in bytes
     * @param sha256 of its content, in hexadecimal
     * @param isOpen whether the public may have it
     * @param opens the day on which it opens, UTC; null where it is open, or nothing is known of that
     */
    public record File(
            String url,
            String mediaType,
            long size,
            String sha256,
            @Nullable String language,
            @Nullable String description,
            boolean isOpen,
            @Nullable LocalDate opens) {

        /** A file on a day, with the access that the record states. */
        public static File of(PublicationFile file, String url, Access access, LocalDate today) {
            boolean open = access.opens(file, today);
            boolean dated = !open && (access == Access.OPEN || access == Access.EMBARGOED);
            return new File(
                    url,
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    file.language(),
                    file.description(),
                    open,
                    dated ? file.embargo() : null);
        }
    }

    public Item {
        relations = List.copyOf(relations);
        files = List.copyOf(files);
    }
}
