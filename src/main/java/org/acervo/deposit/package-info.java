/** The deposit interface under {@code /api/v1}: what missions' programs and administrators' scripts ask, in JSON. */
@NullMarked
package org.acervo.deposit;

import org.jspecify.annotations.NullMarked;
