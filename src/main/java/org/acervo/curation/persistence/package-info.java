/** The tables of curation: claims, decisions and what is known of duplicates. */
@NullMarked
package org.acervo.curation.persistence;

import org.jspecify.annotations.NullMarked;
