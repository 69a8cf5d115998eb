/** The forms in which a publication enters and leaves the repository: its JSON, and one class for each metadata format that harvesters ask for. */
@NullMarked
package org.acervo.format;

import org.jspecify.annotations.NullMarked;
