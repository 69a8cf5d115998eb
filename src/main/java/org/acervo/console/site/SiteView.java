package org.acervo.console.site;

import java.util.List;

/** The list of pages that can be written. */
public record SiteView(List<Group> groups) {

    /** Pages of one kind. */
    public record Group(String name, List<Line> lines) {}

    /** @param written when and by whom, or nothing where nobody wrote anything */
    public record Line(String name, String link, String written) {}
}
