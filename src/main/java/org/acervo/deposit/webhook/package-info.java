/** Webhooks: telling the systems of missions what happened to their publications, surely, in order and signed. */
@NullMarked
package org.acervo.deposit.webhook;

import org.jspecify.annotations.NullMarked;
