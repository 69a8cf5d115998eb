package org.acervo.conformance;

import java.util.List;
import org.w3c.dom.Element;

/** The header of a record (OAI-PMH 2.0 section 2.5). */
record Header(String identifier, String datestamp, List<String> sets, boolean deleted) {

    static Header of(Element header) {
        return new Header(
                Xml.text(header, "identifier"),
                Xml.text(header, "datestamp"),
                Xml.texts(header, "setSpec"),
                header.getAttribute("status").equals("deleted"));
    }

    /** Whether the record is in a set, by its own name or by that of a set below it. */
    boolean isIn(String set) {
        return sets.stream().anyMatch(each -> each.equals(set) || each.startsWith(set + ":"));
    }

    String day() {
        return datestamp.substring(0, "YYYY-MM-DD".length());
    }
}
