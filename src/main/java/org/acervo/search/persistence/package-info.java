/** The tables of searching: marks of indexes and saved searches, in MariaDB. */
@NullMarked
package org.acervo.search.persistence;

import org.jspecify.annotations.NullMarked;
