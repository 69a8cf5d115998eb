/** Webhooks and the queue of their deliveries in MariaDB. */
@NullMarked
package org.acervo.deposit.webhook.persistence;

import org.jspecify.annotations.NullMarked;
