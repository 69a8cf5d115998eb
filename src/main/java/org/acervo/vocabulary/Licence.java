package org.acervo.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A licence or a statement of rights.
 *
 * @param uri the URI that records carry
 * @param spdx its identifier in the SPDX list, or null
 * @param open whether it lets everyone read and share the document
 */
public record Licence(String uri, Labels labels, @Nullable String spdx, boolean open) {

    /** rightsstatements.org: the copyright status has not been evaluated. */
    public static final String NOT_EVALUATED = "http://rightsstatements.org/vocab/CNE/1.0/";
}
