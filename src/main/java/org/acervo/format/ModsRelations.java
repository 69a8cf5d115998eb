package org.acervo.format;

import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;

/** Related items, identifiers and locations in MODS. */
final class ModsRelations {

    private final Entry entry;
    private final ModsRecord record;

    ModsRelations(Entry entry, ModsRecord record) {
        this.entry = entry;
        this.record = record;
    }

    void write() {
        entry.all(Element.SERIES).forEach(this::series);
        entry.relations().forEach(this::related);
        entry.identifiers().forEach(this::identifier);
        record.location(entry.landingPage(), null, true);
        entry.files().forEach(record::location);
        entry.all(Element.LINK).forEach(each -> record.location(each.value(), each.qualifier(Qualifier.LABEL), false));
    }

    private void series(Statement series) {
        XmlWriter out = record.open("relatedItem", null).attribute("type", "series");
        record.open("titleInfo", series.lang()).element("title", series.value());
        String number = Entry.number(series);
        if (number != null) {
            out.element("partNumber", number);
        }
        out.end().end();
    }

    private void related(Item.Link link) {
        XmlWriter out = record.open("relatedItem", null).attribute("type", type(link.type()));
        record.location(link.url(), null, false);
        out.end();
    }

    private static String type(RelationType type) {
        return switch (type) {
            case IS_TRANSLATION_OF, HAS_TRANSLATION, IS_SUMMARY_OF, HAS_SUMMARY -> "otherVersion";
            case IS_NEW_VERSION_OF -> "preceding";
            case IS_REPLACED_BY -> "succeeding";
            case IS_PART_OF -> "host";
            case HAS_PART -> "constituent";
            case REFERENCES -> "references";
            case IS_REFERENCED_BY -> "isReferencedBy";
        };
    }

    private void identifier(Identifier identifier) {
        IdentifierScheme scheme = identifier.scheme();
        record.open("identifier", null)
                .attribute("type", scheme == null ? null : type(scheme))
                .attribute("invalid", scheme == null || identifier.valid() ? null : "yes")
                .text(identifier.value())
                .end();
    }

    private static String type(IdentifierScheme scheme) {
        return switch (scheme) {
            case DOI -> "doi";
            case ISBN -> "isbn";
            case ISSN -> "issn";
            case HANDLE -> "hdl";
            case URL -> "uri";
            case SYMBOL -> "document symbol";
        };
    }
}
