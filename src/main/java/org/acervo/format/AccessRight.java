package org.acervo.format;

import org.acervo.catalog.Access;
import org.jspecify.annotations.Nullable;

/** Who may read the document, in the access terms of info:eu-repo and in the COAR Access Rights vocabulary 1.0. */
enum AccessRight {
    OPEN("openAccess", "c_abf2", "open access"),
    EMBARGOED("embargoedAccess", "c_f1cf", "embargoed access"),
    RESTRICTED("restrictedAccess", "c_16ec", "restricted access"),
    METADATA_ONLY("closedAccess", "c_14cb", "metadata only access");

    private final String euRepo;
    private final String coar;
    private final String label;

    AccessRight(String euRepo, String coar, String label) {
        this.euRepo = "info:eu-repo/semantics/" + euRepo;
        this.coar = "http://purl.org/coar/access_right/" + coar;
        this.label = label;
    }

    /** The right of a code; a record that does not say is open. */
    static AccessRight of(@Nullable String code) {
        return switch (Access.of(code).orElse(Access.OPEN)) {
            case OPEN -> OPEN;
            case EMBARGOED -> EMBARGOED;
            case RESTRICTED -> RESTRICTED;
            case METADATA_ONLY -> METADATA_ONLY;
        };
    }

    /** The code of a term or concept of either vocabulary, or null where it is of none. */
    static @Nullable String code(String term) {
        for (AccessRight right : values()) {
            if (term.equals(right.euRepo) || term.equals(right.coar) || term.equalsIgnoreCase(right.label)) {
                return Access.valueOf(right.name()).code();
            }
        }
        return null;
    }

    String euRepo() {
        return euRepo;
    }

    String coar() {
        return coar;
    }

    /** The preferred English label of the COAR concept. */
    String label() {
        return label;
    }
}
