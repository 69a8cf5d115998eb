package org.acervo.access.openid;

import java.util.Optional;

/**
 * How people sign in to the console. Immutable.
 *
 * @param provider the OpenID provider, if there is one
 * @param passwords whether a name and password will do
 */
public record Ways(Optional<OpenIdProvider> provider, boolean passwords) {}
