/**
 * What staff make of the vocabularies: terms are added, labelled, merged and retired on top of the files that were delivered,
 * and everything that shows a label follows.
 */
@NullMarked
package org.acervo.authority;

import org.jspecify.annotations.NullMarked;
