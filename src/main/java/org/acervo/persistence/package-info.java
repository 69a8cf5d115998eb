/** The adapters of the catalogue's ports on MariaDB: JPA for what people work on, plain JDBC for the hot path of disseminations. */
@NullMarked
package org.acervo.persistence;

import org.jspecify.annotations.NullMarked;
