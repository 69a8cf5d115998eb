package org.acervo.access;

/**
 * A person as an OpenID provider knows them. Immutable.
 *
 * @param issuer the provider's identifier
 * @param subject what it calls the person, for ever and nobody else ({@code sub}); at most 255 characters of ASCII
 */
public record Identity(String issuer, String subject) {}
