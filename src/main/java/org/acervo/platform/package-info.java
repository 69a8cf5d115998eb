/** What makes the application run on its server: start, settings, the operator's files, clock, health, and how errors are answered. */
@NullMarked
package org.acervo.platform;

import org.jspecify.annotations.NullMarked;
