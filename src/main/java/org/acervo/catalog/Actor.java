package org.acervo.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param name an account's or a token's name, or that of a command
 * @param onBehalfOf the mission it acts for by delegation, or null
 * @param mayPublish whether what it saves goes public without review
 */
public record Actor(String name, @Nullable String onBehalfOf, boolean mayPublish) {}
