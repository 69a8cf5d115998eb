package org.acervo.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.PublicationType;
import org.jspecify.annotations.Nullable;

/** Writes one entry of BibTeX: each field once, on a line of its own. Not thread-safe. */
final class BibTex {

    private final StringBuilder out = new StringBuilder(1024);

    private BibTex() {}

    static String of(String key, Entry entry) {
        BibTex bib = new BibTex();
        String kind = kind(entry.type());
        bib.out.append('@').append(kind).append('{').append(key);
        bib.names("author", entry.agents(Element.CREATOR));
        List<Statement> titles = entry.titles();
        if (!titles.isEmpty()) {
            bib.field("title", "{" + escaped(titles.get(0).value()) + "}");
        }
        bib.date(entry.date());
        String publishers = entry.publishers().stream()
                .map(each -> "{" + escaped(each.value()) + "}")
                .collect(Collectors.joining(" and "));
        bib.field(publisherField(kind), publishers);
        for (Statement series : first(entry.all(Element.SERIES))) {
            bib.field("series", escaped(series.value()));
            String number = Entry.number(series);
            bib.field("number", number == null ? "" : escaped(number));
        }
        bib.identifiers(entry);
        bib.field("url", address(entry.landingPage()));
        bib.field("urldate", entry.publishedHere().startsWith("1970-01-01") ? "" : entry.publishedHere());
        bib.field("language", joined(values(entry.all(Element.LANGUAGE))));
        bib.field("pagetotal", joined(values(entry.all(Element.EXTENT))));
        bib.field("keywords", joined(keywords(entry)));
        for (Statement summary : first(entry.all(Element.DESCRIPTION))) {
            bib.field("abstract", escaped(summary.value()));
        }
        return bib.out.append("\n}\n\n").toString();
    }

    /** The themes by name and the subjects, each once. */
    static List<String> keywords(Entry entry) {
        List<String> keywords = new ArrayList<>();
        entry.themes().forEach(each -> keywords.add(each.value()));
        keywords.addAll(values(entry.all(Element.SUBJECT)));
        return keywords.stream().distinct().toList();
    }

    private static List<String> values(List<Statement> statements) {
        return statements.stream().map(Statement::value).toList();
    }

    private static List<Statement> first(List<Statement> statements) {
        return statements.subList(0, Math.min(1, statements.size()));
    }

    /** By the concept of the COAR resource types that a type maps to. */
    private static String kind(@Nullable PublicationType type) {
        String concept = type == null ? "" : type.coar().substring(type.coar().lastIndexOf('/') + 1);
        return switch (concept) {
            case "c_2f33" -> "book";
            case "c_6501", "c_2df8fbb1", "c_dcae04bc", "c_beb9" -> "article";
            case "c_46ec", "c_7a1f", "c_db06", "c_bdcc" -> "thesis";
            case "c_93fc", "c_18ws", "c_18wq", "c_18wz", "c_18gh", "c_186u", "c_8042", "c_71bd", "c_baaf", "c_18cw" ->
                "techreport";
            default -> "misc";
        };
    }

    private static String publisherField(String kind) {
        return switch (kind) {
            case "techreport", "thesis" -> "institution";
            default -> "publisher";
        };
    }

    /** Organizations in braces, so that nobody takes them apart. */
    private void names(String name, List<Agent> agents) {
        field(name, agents.stream().map(BibTex::name).collect(Collectors.joining(" and ")));
    }

    private static String name(Agent agent) {
        String name = escaped(agent.name());
        boolean whole = !agent.isPerson() || name.contains(" and ") || name.equals("others");
        return whole ? "{" + name + "}" : name;
    }

    private void date(IssueDate date) {
        if (date.isEdtf() && !date.year().endsWith("X")) {
            field("year", date.year());
            if (date.rest().length() >= 3) {
                field("month", Integer.toString(Integer.parseInt(date.rest().substring(1, 3))));
            }
            if (!date.isExact()) {
                field("note", escaped(date.bracketed()));
            }
        } else {
            field("year", escaped(date.bracketed()));
        }
    }

    private void identifiers(Entry entry) {
        identifier(entry, IdentifierScheme.DOI, "doi");
        identifier(entry, IdentifierScheme.ISBN, "isbn");
        identifier(entry, IdentifierScheme.ISSN, "issn");
    }

    private void identifier(Entry entry, IdentifierScheme scheme, String name) {
        field(
                name,
                entry.identifiers().stream()
                        .filter(each -> each.scheme() == scheme)
                        .map(each -> address(each.value()))
                        .collect(Collectors.joining(scheme == IdentifierScheme.ISBN ? ", " : " ")));
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            out.append(",\n  ").append(name).append(" = {").append(value).append('}');
        }
    }

    private static String joined(List<String> values) {
        return values.stream().map(BibTex::escaped).collect(Collectors.joining(", "));
    }

    /** Addresses and DOIs are taken literally; only braces would end the field. */
    private static String address(String address) {
        return Ris.line(address).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
    }

    /** What TeX would take for its own, and on one line. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        Ris.line(text).codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_' -> escaped.append('\\').appendCodePoint(c);
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
