/** What the library knows: publications and their Dublin Core, their life cycle, the rules they are held to, and the two ports that keep and disseminate them. */
@NullMarked
package org.acervo.catalog;

import org.jspecify.annotations.NullMarked;
