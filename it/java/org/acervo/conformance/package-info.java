/** The rules of OAI-PMH 2.0 as tests that can be run against any repository, and what Acervo promises beyond them. */
@NullMarked
package org.acervo.conformance;

import org.jspecify.annotations.NullMarked;
