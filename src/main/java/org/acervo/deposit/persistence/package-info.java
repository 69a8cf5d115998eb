/** The tables of the deposit API itself: what was answered to requests that may come again. */
@NullMarked
package org.acervo.deposit.persistence;

import org.jspecify.annotations.NullMarked;
