/** What is gone in the console: erasures, asked for by one administrator and confirmed by another, and tombstones. */
@NullMarked
package org.acervo.console.erasure;

import org.jspecify.annotations.NullMarked;
