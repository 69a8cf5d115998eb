package org.acervo.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may read the document: the codes of {@code access} in the info:eu-repo access terms and in the COAR Access Rights
 * 1.0 vocabulary.
 */
enum Access {
    OPEN("open", "openAccess", "c_abf2", "open access"),
    EMBARGOED("embargoed", "embargoedAccess", "c_f1cf", "embargoed access"),
    RESTRICTED("restricted", "restrictedAccess", "c_16ec", "restricted access"),
    METADATA_ONLY("metadata-only", "closedAccess", "c_14cb", "metadata only access");

    private static final List<Access> ALL = List.of(values());

    private final String code;
    private final String euRepo;
    private final String coar;
    private final String label;

    Access(String code, String euRepo, String coar, String label) {
        this.code = code;
        this.euRepo = "info:eu-repo/semantics/" + euRepo;
        this.coar = "http://purl.org/coar/access_right/" + coar;
        this.label = label;
    }

    /** The access of a code; the library is open, so a record that says nothing is open too. */
    static Access of(@Nullable String code) {
        for (Access each : ALL) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        return OPEN;
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
