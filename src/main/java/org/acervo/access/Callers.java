package org.acervo.access;

import java.util.Optional;

/** Who makes the request that is being answered. Only within a request. */
public interface Callers {

    /** Empty where the request says nothing of who makes it. */
    Optional<Caller> current();

    /** Who is signed in to the console with the browser that asks; empty anywhere else. */
    Optional<Visit> visit();

    /**
     * The caller, who must be known.
     *
     * @throws org.acervo.catalog.Refused with {@link org.acervo.catalog.Rule#SIGN_IN_REQUIRED} where the request says nothing
     *     of who makes it
     */
    Caller required();
}
