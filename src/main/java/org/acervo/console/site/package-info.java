/** The pages where curators write what the public pages say, and choose what they show. */
@NullMarked
package org.acervo.console.site;

import org.jspecify.annotations.NullMarked;
