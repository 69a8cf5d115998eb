/** Changes of many publications at once: of all hits of a search or some of them, looked at before and undone if need be, and by CSV. */
@NullMarked
package org.acervo.console.changes;

import org.jspecify.annotations.NullMarked;
