package org.acervo.publishing;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.acervo.catalog.Publication;

/**
 * How a file is put to a publication.
 *
 * @param details what is said of it, from what was said of the one that had its name, if any
 * @param condition what must be there under the name
 * @param sees which publications the caller may know of beside public ones, to be told of the same content there
 */
public record Placement(UnaryOperator<FileDetails> details, FileCondition condition, Predicate<Publication> sees) {

    /** A file that may take the place of another, of which that is said, for a caller who sees only what is public. */
    public static Placement of(FileDetails details) {
        return new Placement(before -> details, FileCondition.WHATEVER, publication -> false);
    }
}
