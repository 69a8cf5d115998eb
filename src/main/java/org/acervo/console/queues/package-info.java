/** The work queues of curators: what waits, who holds it, and what comes next. */
@NullMarked
package org.acervo.console.queues;

import org.jspecify.annotations.NullMarked;
