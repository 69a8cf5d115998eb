/** The log of harvests in MariaDB. */
@NullMarked
package org.acervo.oai.persistence;

import org.jspecify.annotations.NullMarked;
