/** What curators do with publications beside changing them: whose turn it is, what was decided, and which of them are the same. */
@NullMarked
package org.acervo.curation;

import org.jspecify.annotations.NullMarked;
