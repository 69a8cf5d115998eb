package org.acervo.format;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;

/** MARC 21 Format for Bibliographic Data in XML (MARCXML 1.1), the fields in the order of their tags. */
final class Marc21Format implements MetadataFormat {

    private static final FormatDescription DESCRIPTION = new FormatDescription(
            "marc21", "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd", "http://www.loc.gov/MARC21/slim");

    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Catalogue catalogue;

    Marc21Format(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public FormatDescription description() {
        return DESCRIPTION;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Item item, XmlWriter out) {
        Entry entry = catalogue.entry(item);
        out.start("record")
                .attribute("xmlns", DESCRIPTION.namespace())
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DESCRIPTION.namespace() + " " + DESCRIPTION.schema())
                .attribute("type", "Bibliographic");
        MarcRecord marc = new MarcRecord(out);
        MarcMaterial material = MarcMaterial.of(entry.type());
        control(item, entry, material, marc);
        numbers(entry, marc);
        codes(item, entry, marc);
        List<Agent> creators = entry.agents(Element.CREATOR);
        if (!creators.isEmpty()) {
            agent(creators.get(0), "1", "cre", marc);
        }
        titles(entry, !creators.isEmpty(), marc);
        publication(entry, marc);
        physical(entry, material, marc);
        series("490", "1 ", entry, marc);
        notes(entry, marc);
        new MarcSubjects(entry, marc).write();
        creators.stream().skip(1).forEach(each -> agent(each, "7", "cre", marc));
        entry.agents(Element.CONTRIBUTOR).forEach(each -> agent(each, "7", "ctb", marc));
        new MarcLinks(entry, marc).write();
        series("830", " 0", entry, marc);
        MarcLinks.locations(entry, marc);
        out.end();
    }

    private void control(Item item, Entry entry, MarcMaterial material, MarcRecord marc) {
        String language = entry.value(Element.LANGUAGE);
        marc.leader(material.leader())
                .control("001", catalogue.repository().oaiIdentifier(item.id()))
                .control("007", "cr |||||||||||")
                .control(
                        "008",
                        YYMMDD.format(item.publishedHere())
                                + entry.date().marc()
                                + "xx "
                                + material.layout()
                                + (language == null ? "und" : entry.marcLanguage(language))
                                + " d");
    }

    /** A number that is not what its scheme wants goes into the subfield for those that are wrong. */
    private static void numbers(Entry entry, MarcRecord marc) {
        for (Identifier each : entry.identifiers()) {
            if (each.scheme() != null) {
                switch (each.scheme()) {
                    case ISBN -> number("020", each.valid() ? "a" : "z", each, marc);
                    case ISSN -> number("022", each.valid() ? "a" : "y", each, marc);
                    case DOI -> standard(each, "doi", marc);
                    case HANDLE -> standard(each, "hdl", marc);
                    case URL -> standard(each, "uri", marc);
                    case SYMBOL -> {
                        // A report number, field 088
                    }
                }
            }
        }
    }

    private static void number(String tag, String code, Identifier identifier, MarcRecord marc) {
        marc.field(tag, "  ").sub(code, identifier.value()).end();
    }

    private static void standard(Identifier identifier, String source, MarcRecord marc) {
        if (identifier.valid()) {
            marc.term("024", "7 ", identifier.value(), source);
        } else {
            marc.field("024", "7 ")
                    .sub("z", identifier.value())
                    .sub("2", source)
                    .end();
        }
    }

    private void codes(Item item, Entry entry, MarcRecord marc) {
        Repository repository = catalogue.repository();
        marc.field("040", "  ", repository.identifier());
        List<String> languages = entry.all(Element.LANGUAGE).stream()
                .map(each -> entry.marcLanguage(each.value()))
                .distinct()
                .toList();
        if (!languages.isEmpty()) {
            boolean translation =
                    item.relations().stream().anyMatch(each -> each.type() == RelationType.IS_TRANSLATION_OF);
            marc.field("041", translation ? "1 " : "  ");
            languages.forEach(each -> marc.sub("a", each));
            marc.end();
        }
        List<Statement> places =
                entry.all(Element.COVERAGE).stream().filter(entry::isIso3166).toList();
        if (!places.isEmpty()) {
            marc.field("043", "  ");
            places.forEach(each -> marc.sub("c", each.value()));
            marc.end();
        }
        entry.identifiers().stream()
                .filter(each -> each.scheme() == null || each.scheme() == IdentifierScheme.SYMBOL)
                .forEach(each -> marc.field("088", "  ", each.value()));
    }

    /** @param block 1 for the main entry, 7 for an added one */
    private static void agent(Agent agent, String block, String role, MarcRecord marc) {
        String indicators = agent.isPerson() ? (agent.family() == null ? "0 " : "1 ") : "2 ";
        marc.field(block + (agent.isPerson() ? "00" : "10"), indicators)
                .sub("a", agent.name())
                .sub("1", agent.id())
                .sub("4", role)
                .end();
    }

    /** Titles in other languages are parallel ones; only a cataloguer could say that one is his own translation (242). */
    private static void titles(Entry entry, boolean hasMainEntry, MarcRecord marc) {
        Statement main = null;
        for (Statement each : entry.titles()) {
            if (main == null) {
                main = each;
                marc.field("245", hasMainEntry ? "10" : "00", each.value());
            } else {
                boolean parallel = each.lang() != null && !each.lang().equals(main.lang());
                marc.field("246", parallel ? "31" : "3 ", each.value());
            }
        }
        entry.all(Element.ALTERNATIVE).forEach(each -> marc.field("246", "3 ", each.value()));
    }

    private static void publication(Entry entry, MarcRecord marc) {
        IssueDate date = entry.date();
        List<Text> publishers = entry.publishers();
        if (!publishers.isEmpty() || !date.isUnknown()) {
            marc.field("264", " 1");
            publishers.forEach(each -> marc.sub("b", each.value()));
            marc.sub("c", date.isUnknown() ? null : date.bracketed()).end();
        }
        if (date.isUnknown()) {
            marc.field("264", " 2").sub("c", entry.publishedHere()).end();
        }
    }

    private static void physical(Entry entry, MarcMaterial material, MarcRecord marc) {
        entry.all(Element.EXTENT).forEach(each -> marc.field("300", "  ", each.value()));
        rda("336", material.content(), material.contentCode(), "rdacontent", marc);
        rda("337", "computer", "c", "rdamedia", marc);
        rda("338", "online resource", "cr", "rdacarrier", marc);
        entry.all(Element.FORMAT)
                .forEach(each -> marc.field("347", "  ").sub("b", each.value()).end());
        entry.mediaTypes()
                .forEach(each -> marc.field("347", "  ").sub("b", each).end());
    }

    private static void rda(String tag, String term, String code, String source, MarcRecord marc) {
        marc.field(tag, "  ").sub("a", term).sub("b", code).sub("2", source).end();
    }

    private static void series(String tag, String indicators, Entry entry, MarcRecord marc) {
        for (Statement each : entry.all(Element.SERIES)) {
            marc.field(tag, indicators)
                    .sub("a", each.value())
                    .sub("v", Entry.number(each))
                    .end();
        }
    }

    private static void notes(Entry entry, MarcRecord marc) {
        AccessRight access = entry.access();
        String opens = entry.opens();
        marc.field("506", access == AccessRight.OPEN ? "0 " : "1 ")
                .sub("a", access.label())
                .sub("g", opens == null ? null : opens.replace("-", ""))
                .sub("u", access.coar())
                .end();
        entry.all(Element.DESCRIPTION).forEach(each -> marc.field("520", "3 ", each.value()));
        entry.all(Element.AUDIENCE).forEach(each -> marc.field("521", "  ", each.value()));
        entry.all(Element.PROJECT).forEach(each -> marc.field("536", "  ")
                .sub("a", Entry.funder(each))
                .sub("f", each.value())
                .end());
        String rights = entry.value(Element.RIGHTS);
        if (rights != null) {
            boolean uri = AbsoluteUri.matches(rights);
            marc.field("540", "  ")
                    .sub("a", entry.licence(rights).value())
                    .sub("u", uri ? rights : null)
                    .end();
        }
    }
}
