/** What staff write for the public pages: the page about the programme, introductions, and what the front page features. */
@NullMarked
package org.acervo.site;

import org.jspecify.annotations.NullMarked;
