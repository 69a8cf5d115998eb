package org.acervo.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one publication relates to another, with the relation that the other has to it. */
public enum RelationType {
    IS_TRANSLATION_OF("isTranslationOf", "isVersionOf"),
    HAS_TRANSLATION("hasTranslation", "hasVersion"),
    IS_NEW_VERSION_OF("isNewVersionOf", "replaces"),
    IS_REPLACED_BY("isReplacedBy", "isReplacedBy"),
    IS_SUMMARY_OF("isSummaryOf", "isVersionOf"),
    HAS_SUMMARY("hasSummary", "hasVersion"),
    IS_PART_OF("isPartOf", "isPartOf"),
    HAS_PART("hasPart", "hasPart"),
    REFERENCES("references", "references"),
    IS_REFERENCED_BY("isReferencedBy", "isReferencedBy");

    private final String code;
    private final String term;

    RelationType(String code, String term) {
        this.code = code;
        this.term = term;
    }

    /** The code used in documents. */
    public String code() {
        return code;
    }

    /** The term in the dcterms namespace that comes nearest. */
    public String term() {
        return term;
    }

    /** What the target of this relation is to its source. */
    public RelationType inverse() {
        return switch (this) {
            case IS_TRANSLATION_OF -> HAS_TRANSLATION;
            case HAS_TRANSLATION -> IS_TRANSLATION_OF;
            case IS_NEW_VERSION_OF -> IS_REPLACED_BY;
            case IS_REPLACED_BY -> IS_NEW_VERSION_OF;
            case IS_SUMMARY_OF -> HAS_SUMMARY;
            case HAS_SUMMARY -> IS_SUMMARY_OF;
            case IS_PART_OF -> HAS_PART;
            case HAS_PART -> IS_PART_OF;
            case REFERENCES -> IS_REFERENCED_BY;
            case IS_REFERENCED_BY -> REFERENCES;
        };
    }

    /** Whether a document may state it; the others are kept by the repository as inverses. */
    public boolean isStated() {
        return switch (this) {
            case IS_TRANSLATION_OF, IS_NEW_VERSION_OF, IS_SUMMARY_OF, IS_PART_OF, IS_REPLACED_BY, REFERENCES -> true;
            case HAS_TRANSLATION, HAS_SUMMARY, HAS_PART, IS_REFERENCED_BY -> false;
        };
    }

    /** The type of a code, stated or inverse. */
    public static Optional<RelationType> of(@Nullable String code) {
        for (RelationType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
