/**
 * Signing in through an OpenID provider: OpenID Connect Core 1.0, authorization code flow with PKCE.
 *
 * <p>The platform has a mechanism for this (Jakarta Security 3.0 section 2.4.4), but it keeps who is signed in, and the sign-in
 * under way, in a session of the server and is the only mechanism of its application. Here sessions lie in the database and
 * tokens and passwords sign in beside it, so the flow is spelt out, and the tokens are checked by the library that the
 * platform's own mechanism uses.
 */
@NullMarked
package org.acervo.access.openid;

import org.jspecify.annotations.NullMarked;
