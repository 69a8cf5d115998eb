/** The pages of collections: their order, their titles and descriptions, and the ways to what is in them. */
@NullMarked
package org.acervo.console.collections;

import org.jspecify.annotations.NullMarked;
