/** The tables of what staff write for the public pages, in MariaDB. */
@NullMarked
package org.acervo.site.persistence;

import org.jspecify.annotations.NullMarked;
