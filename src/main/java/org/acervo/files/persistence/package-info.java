/** The files of publications and what is to be preserved of them, in MariaDB. */
@NullMarked
package org.acervo.files.persistence;

import org.jspecify.annotations.NullMarked;
