/** Numbers and charts of the whole repository, each of which leads to what it counts. */
@NullMarked
package org.acervo.console.dashboard;

import org.jspecify.annotations.NullMarked;
