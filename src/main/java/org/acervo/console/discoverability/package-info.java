/** How well the published documents can be found, and what to mend. */
@NullMarked
package org.acervo.console.discoverability;

import org.jspecify.annotations.NullMarked;
