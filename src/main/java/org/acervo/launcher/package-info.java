/** The program an operator starts: it reads the settings, starts the database and the server, and hands commands to it. */
@NullMarked
package org.acervo.launcher;

import org.jspecify.annotations.NullMarked;
