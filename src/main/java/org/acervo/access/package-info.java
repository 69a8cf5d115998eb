/** Who may do what: accounts and their roles, missions' tokens, signing in, rates, and the trail of what was tried. */
@NullMarked
package org.acervo.access;

import org.jspecify.annotations.NullMarked;
