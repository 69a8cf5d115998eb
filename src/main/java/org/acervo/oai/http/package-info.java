/** OAI-PMH over HTTP: the resource that harvesters ask, its answers in XML, and the same answers as pages for people. */
@NullMarked
package org.acervo.oai.http;

import org.jspecify.annotations.NullMarked;
