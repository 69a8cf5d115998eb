/** Depositing in the console: a publication that begins with its file, the files of a publication, and whole spreadsheets. */
@NullMarked
package org.acervo.console.deposit;

import org.jspecify.annotations.NullMarked;
