package org.acervo.vocabulary;

/**
 * A document type.
 *
 * @param dcmi the term of the DCMI Type Vocabulary that it maps to, such as {@code Text}
 * @param coar the URI of the concept of the COAR Resource Types vocabulary that it maps to
 * @param coarLabel the preferred English label of that concept
 * @param like the code of the delivered type that other vocabularies take it for; its own where it was delivered itself
 */
public record PublicationType(String code, Labels labels, String dcmi, String coar, String coarLabel, String like)
        implements Term {

    /** A type that was delivered. */
    public PublicationType(String code, Labels labels, String dcmi, String coar, String coarLabel) {
        this(code, labels, dcmi, coar, coarLabel, code);
    }

    /** Another type that is mapped as this one is. */
    public PublicationType narrower(String otherCode, Labels otherLabels) {
        return new PublicationType(otherCode, otherLabels, dcmi, coar, coarLabel, like);
    }

    /** Whether records of this type are news, which need no theme, description or date of their own. */
    public boolean isNews() {
        return like.equals("news");
    }

    /** Whether records of this type are cited as documents, which news and campaign material are not. */
    public boolean isDocument() {
        return !isNews() && !like.equals("campaign-material");
    }

    /** Whether it is cartographic, which the DCMI Type Vocabulary does not tell from other still images. */
    public boolean isMap() {
        return coar.endsWith("/c_12cd");
    }
}
