/** The pages as people see them: in a real browser, wide and narrow, with and without scripts, for every reader. */
package org.acervo.browser;
