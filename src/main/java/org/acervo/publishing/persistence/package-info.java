/** Erasures and changes of many publications in MariaDB, and what it takes that nothing of what was erased is left in its files. */
@NullMarked
package org.acervo.publishing.persistence;

import org.jspecify.annotations.NullMarked;
