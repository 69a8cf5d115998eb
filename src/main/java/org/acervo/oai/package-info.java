/** The OAI-PMH 2.0 provider as the protocol has it: requests are maps of arguments, answers are values; nothing of HTTP, XML binding or databases. */
@NullMarked
package org.acervo.oai;

import org.jspecify.annotations.NullMarked;
