/** The controlled vocabularies of the repository: codes with labels in four languages, and the rules that normalise them. */
@NullMarked
package org.acervo.vocabulary;

import org.jspecify.annotations.NullMarked;
