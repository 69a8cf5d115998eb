package org.acervo.catalog;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * What a document is held to. All findings come at once, in the order of the document, and the same for every way in:
 * form, API, spreadsheet, import, dry run. Thread-safe.
 *
 * <p>The rules expect a {@linkplain Cleaning clean} document; of another they find more.
 */
public final class Rules {

    /** What the document is to become. */
    public enum Purpose {
        /** A draft: only a title is required, but what there is must be right. */
        DRAFT,
        /** A public record, or one that is submitted to become one. */
        PUBLISH
    }

    /**
     * What the repository knows of the publication beside its document.
     *
     * @param id its id, or null where it has none yet
     * @param files whether it has a file
     * @param had whether it says or said something: what was right then may stay or come back
     */
    public record Known(@Nullable PublicationId id, boolean files, Predicate<Statement> had) {

        /** One that has said nothing before. */
        public Known(@Nullable PublicationId id, boolean files) {
            this(id, files, statement -> false);
        }

        /** A publication that is new here. */
        public static final Known NOTHING = new Known(null, false);
    }

    private final Vocabularies vocabularies;
    private final Supplier<Set<String>> collections;

    /** @param collections the codes of the collections that there are, asked for where a document names one */
    public Rules(Vocabularies vocabularies, Supplier<Set<String>> collections) {
        this.vocabularies = vocabularies;
        this.collections = collections;
    }

    /** Every finding about the document of a publication that is new here. */
    public List<Finding> check(DublinCore metadata, Purpose purpose) {
        return check(metadata, purpose, Known.NOTHING);
    }

    /** Every finding about a document. */
    public List<Finding> check(DublinCore metadata, Purpose purpose, Known known) {
        Findings findings = new Findings();
        Presence presence = new Presence(vocabularies, metadata, purpose, findings);
        StatementRules statements = new StatementRules(vocabularies, collections, metadata, known, findings);
        for (Element element : Element.ALL) {
            List<Statement> all = metadata.all(element);
            if (all.isEmpty()) {
                presence.absent(element);
            } else {
                statements.check(element, all);
            }
        }
        presence.files(known.files());
        return findings.all();
    }
}
