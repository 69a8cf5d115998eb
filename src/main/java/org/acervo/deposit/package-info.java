/** The deposit API: how missions' programs bring publications in, change them and take them through review. */
@NullMarked
package org.acervo.deposit;

import org.jspecify.annotations.NullMarked;
