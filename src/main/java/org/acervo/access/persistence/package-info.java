/** Accounts, tokens, quotas and the audit trail in MariaDB. */
@NullMarked
package org.acervo.access.persistence;

import org.jspecify.annotations.NullMarked;
