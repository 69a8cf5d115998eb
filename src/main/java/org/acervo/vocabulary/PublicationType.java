package org.acervo.vocabulary;

/**
 * A document type.
 *
 * @param dcmi the term of the DCMI Type Vocabulary that it maps to, such as {@code Text}
 * @param coar the URI of the concept of the COAR Resource Types vocabulary that it maps to
 * @param coarLabel the preferred English label of that concept
 */
public record PublicationType(String code, Labels labels, String dcmi, String coar, String coarLabel) implements Term {

    /** Whether records of this type are news, which need no theme, description or date of their own. */
    public boolean isNews() {
        return code.equals("news");
    }

    /** Whether records of this type are cited as documents, which news and campaign material are not. */
    public boolean isDocument() {
        return !isNews() && !code.equals("campaign-material");
    }

    /** Whether it is cartographic, which the DCMI Type Vocabulary does not tell from other still images. */
    public boolean isMap() {
        return coar.endsWith("/c_12cd");
    }
}
