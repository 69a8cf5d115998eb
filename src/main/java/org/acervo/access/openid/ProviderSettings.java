package org.acervo.access.openid;

import java.net.URI;

/**
 * How the repository is known to an OpenID provider. Immutable.
 *
 * @param issuer the provider's identifier, exactly as its tokens have it
 * @param name what people call it
 * @param claim what accounts are named after; {@code email} counts only where the provider says it has verified it
 * @param redirect where the provider sends browsers back to, exactly as it is registered there
 * @param signedOut where it may send them after they have signed out
 */
public record ProviderSettings(
        String issuer, String clientId, String clientSecret, String name, String claim, URI redirect, URI signedOut) {

    /** Nothing that could end in a log. */
    @Override
    public String toString() {
        return clientId + " at " + issuer;
    }
}
