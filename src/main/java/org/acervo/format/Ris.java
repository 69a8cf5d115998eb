package org.acervo.format;

import java.util.List;
import java.util.regex.Pattern;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.PublicationType;
import org.jspecify.annotations.Nullable;

/** Writes one reference in RIS: a tag, two spaces, a hyphen, a space and one value on each line. Not thread-safe. */
final class Ris {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");

    private final StringBuilder out = new StringBuilder(1024);

    private Ris() {}

    static String of(String key, Entry entry) {
        Ris ris = new Ris();
        ris.tag("TY", kind(entry.type()));
        ris.tag("ID", key);
        List<Statement> titles = entry.titles();
        for (int i = 0; i < titles.size(); i++) {
            ris.tag(i == 0 ? "TI" : "TT", titles.get(i).value());
        }
        entry.agents(Element.CREATOR).forEach(each -> ris.tag("AU", each.name()));
        entry.agents(Element.CONTRIBUTOR).forEach(each -> ris.tag("A2", each.name()));
        entry.publishers().forEach(each -> ris.tag("PB", each.value()));
        ris.date(entry.date());
        for (Statement series : entry.all(Element.SERIES)) {
            ris.tag("T3", series.value());
            String number = Entry.number(series);
            ris.tag("IS", number == null ? "" : number);
        }
        ris.identifiers(entry);
        ris.tag("UR", entry.landingPage());
        for (Item.File file : entry.files()) {
            ris.tag("L1", file.url());
        }
        entry.all(Element.LANGUAGE).forEach(each -> ris.tag("LA", each.value()));
        BibTex.keywords(entry).forEach(each -> ris.tag("KW", each));
        entry.all(Element.DESCRIPTION).forEach(each -> ris.tag("AB", each.value()));
        entry.all(Element.EXTENT).forEach(each -> ris.tag("N1", each.value()));
        ris.out.append("ER  - \r\n\r\n");
        return ris.out.toString();
    }

    private static String kind(@Nullable PublicationType type) {
        if (type == null) {
            return "GEN";
        }
        return switch (type.coar().substring(type.coar().lastIndexOf('/') + 1)) {
            case "c_2f33" -> "BOOK";
            case "c_6501", "c_2df8fbb1", "c_dcae04bc", "c_beb9" -> "JOUR";
            case "c_46ec", "c_7a1f", "c_db06", "c_bdcc" -> "THES";
            case "c_93fc", "c_18ws", "c_18wq", "c_18wz", "c_18gh", "c_186u", "c_71bd", "c_baaf" -> "RPRT";
            case "c_8042" -> "UNPB";
            case "c_12cd" -> "MAP";
            case "c_ecc8", "c_c513" -> "FIGURE";
            case "c_12ce" -> "VIDEO";
            case "c_18cc", "c_18cd" -> "SOUND";
            case "c_ddb1" -> "DATA";
            case "c_7ad9" -> "ELEC";
            case "c_c94f", "c_R60J-J5BD" -> "SLIDE";
            default -> type.isNews() ? "NEWS" : "GEN";
        };
    }

    /** PY takes a year, DA {@code YYYY/MM/DD/} with empty places. */
    private void date(IssueDate date) {
        if (date.isEdtf() && !date.year().endsWith("X")) {
            tag("PY", date.year());
            String[] parts = (date.rest() + "-").split("-", -1);
            String month = parts.length > 1 ? parts[1] : "";
            String day = parts.length > 2 ? parts[2] : "";
            tag("DA", date.year() + "/" + month + "/" + day + "/");
        } else {
            tag("DA", date.bracketed());
        }
    }

    private void identifiers(Entry entry) {
        for (Identifier each : entry.identifiers()) {
            IdentifierScheme scheme = each.scheme();
            if (scheme == IdentifierScheme.DOI) {
                tag("DO", each.value());
            } else if (scheme == IdentifierScheme.ISBN || scheme == IdentifierScheme.ISSN) {
                tag("SN", each.value());
            } else if (scheme == null || scheme == IdentifierScheme.SYMBOL) {
                tag("M1", each.value());
            }
        }
    }

    private void tag(String tag, String value) {
        String line = line(value);
        if (!line.isEmpty()) {
            out.append(tag).append("  - ").append(line).append("\r\n");
        }
    }

    /** A text on one line. */
    static String line(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }
}
