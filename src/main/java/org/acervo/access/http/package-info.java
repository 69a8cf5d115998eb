/** How a request says who makes it, and how much one caller may ask. */
@NullMarked
package org.acervo.access.http;

import org.jspecify.annotations.NullMarked;
