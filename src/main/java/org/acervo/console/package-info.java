/**
 * The frame of the console, where missions and staff work: signing in, the gate before every page, and what pages share.
 *
 * <p>A page is a resource with {@code @Controller} in a package below this one. It gets a {@link org.acervo.console.Desk},
 * which knows who looks, reads the fields of a form and answers with a template or with the way to another page. Its template
 * {@code console/<package>/<name>.ftlh} begins with {@code <@frame.page title=…>} of {@code console/frame.ftlh}, puts
 * {@code <@frame.token/>} into every form, and finds its words in {@code console/<package>/<package>_en.properties} and the
 * three other languages. The resource is listed in {@code platform.ConsoleApplication}, and, where the bar leads to it, in
 * {@code Places}.
 */
@NullMarked
package org.acervo.console;

import org.jspecify.annotations.NullMarked;
