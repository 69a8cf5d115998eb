/** The files of publications: how they are received and kept safe, where they are read and what they say, how they are preserved in OCFL and checked. */
@NullMarked
package org.acervo.files;

import org.jspecify.annotations.NullMarked;
