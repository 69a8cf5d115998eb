/** The pages of the vocabularies and of series: their terms, what uses them, and what an edit would tell harvesters. */
@NullMarked
package org.acervo.console.vocabularies;

import org.jspecify.annotations.NullMarked;
