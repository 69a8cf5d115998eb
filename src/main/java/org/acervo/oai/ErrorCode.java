package org.acervo.oai;

/** The error and exception conditions of OAI-PMH 2.0 section 3.6 that a repository with sets can have. */
public enum ErrorCode {
    BAD_VERB("badVerb"),
    BAD_ARGUMENT("badArgument"),
    BAD_RESUMPTION_TOKEN("badResumptionToken"),
    CANNOT_DISSEMINATE_FORMAT("cannotDisseminateFormat"),
    ID_DOES_NOT_EXIST("idDoesNotExist"),
    NO_METADATA_FORMATS("noMetadataFormats"),
    NO_RECORDS_MATCH("noRecordsMatch");

    private final String spelling;

    ErrorCode(String spelling) {
        this.spelling = spelling;
    }

    /** The code as answers have it. */
    public String spelling() {
        return spelling;
    }

    /** Whether the {@code request} element of the answer must have no attributes (section 3.2). */
    public boolean hidesArguments() {
        return this == BAD_VERB || this == BAD_ARGUMENT;
    }

    @Override
    public String toString() {
        return spelling;
    }
}
