/** The pages of administrators and curators on what happens around the collections: accounts, tokens, the audit trail and harvests. */
@NullMarked
package org.acervo.console.administration;

import org.jspecify.annotations.NullMarked;
