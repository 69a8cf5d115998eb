/** The one service through which publications change: it holds the rules of their life cycle, renders what became public, and gives each change its place in the order. */
@NullMarked
package org.acervo.publishing;

import org.jspecify.annotations.NullMarked;
