package org.acervo.publishing;

import java.util.Optional;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * What must be there under a name before something is done to it, looked at while nobody else changes it (RFC 9110 section
 * 13.1).
 *
 * @param kind what is asked for
 * @param contents the SHA-256 of the contents that may be there, in lower-case hexadecimal; only for {@link Kind#ONE_OF}
 */
public record FileCondition(Kind kind, Set<String> contents) {

    /** What is asked for. */
    public enum Kind {
        WHATEVER,
        NOTHING,
        SOMETHING,
        ONE_OF
    }

    /** Nothing is asked. */
    public static final FileCondition WHATEVER = new FileCondition(Kind.WHATEVER, Set.of());
    /** There must be no file of that name yet. */
    public static final FileCondition NOTHING = new FileCondition(Kind.NOTHING, Set.of());
    /** There must be one. */
    public static final FileCondition SOMETHING = new FileCondition(Kind.SOMETHING, Set.of());

    public FileCondition {
        contents = Set.copyOf(contents);
    }

    /** There must be one with one of these contents. */
    public static FileCondition oneOf(Set<String> contents) {
        return new FileCondition(Kind.ONE_OF, contents);
    }

    /**
     * @throws Refused with {@link Rule#FILE_EXISTS} or {@link Rule#FILE_CHANGED} where something else is there
     */
    void require(String name, Optional<PublicationFile> there) {
        boolean met =
                switch (kind) {
                    case WHATEVER -> true;
                    case NOTHING -> there.isEmpty();
                    case SOMETHING -> there.isPresent();
                    case ONE_OF ->
                        there.filter(each -> contents.contains(each.sha256())).isPresent();
                };
        if (!met) {
            throw new Refused(Finding.of(kind == Kind.NOTHING ? Rule.FILE_EXISTS : Rule.FILE_CHANGED, "/name", name));
        }
    }
}
