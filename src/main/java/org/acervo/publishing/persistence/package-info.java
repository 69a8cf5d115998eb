/** Erasures in MariaDB, and what it takes that nothing of them is left in its files. */
@NullMarked
package org.acervo.publishing.persistence;

import org.jspecify.annotations.NullMarked;
