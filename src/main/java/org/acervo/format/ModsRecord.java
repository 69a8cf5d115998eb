package org.acervo.format;

import org.acervo.catalog.Item;
import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of MODS that recur. Not thread-safe. */
final class ModsRecord {

    private final Entry entry;
    private final XmlWriter out;

    ModsRecord(Entry entry, XmlWriter out) {
        this.entry = entry;
        this.out = out;
    }

    /** Opens an element whose text is in a language: {@code lang} takes a MARC code, {@code xml:lang} a BCP 47 tag. */
    XmlWriter open(String name, @Nullable String lang) {
        out.start(name);
        if (lang != null) {
            out.attribute("lang", entry.marcLanguage(lang)).attribute("xml:lang", lang);
        }
        return out;
    }

    void element(String name, Text text) {
        open(name, text.lang()).text(text.value()).end();
    }

    void element(String name, String text) {
        out.element(name, text);
    }

    /** A term that is a code of an authority. */
    void code(String name, String authority, String code) {
        out.start(name)
                .attribute("type", "code")
                .attribute("authority", authority)
                .text(code)
                .end();
    }

    /** A day of W3CDTF. */
    void date(String name, String day) {
        out.start(name).attribute("encoding", "w3cdtf").text(day).end();
    }

    /** @param type null for the title proper */
    void title(Text title, @Nullable String type) {
        open("titleInfo", title.lang())
                .attribute("type", type)
                .attribute("usage", type == null ? "primary" : null)
                .element("title", title.value())
                .end();
    }

    /** @param role a code of the MARC list of relators */
    void name(Agent agent, String role) {
        open("name", agent.lang()).attribute("type", agent.isPerson() ? "personal" : "corporate");
        String family = agent.family();
        if (family == null) {
            out.element("namePart", agent.name());
        } else {
            namePart("family", family);
            namePart("given", agent.given());
        }
        String id = agent.id();
        if (id != null) {
            out.start("nameIdentifier")
                    .attribute("type", identifierType(id))
                    .text(id)
                    .end();
        }
        out.start("role");
        code("roleTerm", "marcrelator", role);
        out.end().end();
    }

    private void namePart(String type, String part) {
        if (!part.isEmpty()) {
            out.start("namePart").attribute("type", type).text(part).end();
        }
    }

    private static String identifierType(String id) {
        return id.contains("orcid.org/") ? "orcid" : id.contains("ror.org/") ? "ror" : "uri";
    }

    /** Where a file of the resource is had. */
    void location(Item.File file) {
        open("location", null)
                .start("url")
                .attribute("access", "raw object")
                .attribute("displayLabel", file.description())
                .text(file.url())
                .end()
                .end();
    }

    /** The address of a resource, or a note where the text is no address. */
    void location(String address, @Nullable String label, boolean primary) {
        if (!AbsoluteUri.matches(address)) {
            out.start("note").attribute("displayLabel", label).text(address).end();
            return;
        }
        out.start("location")
                .start("url")
                .attribute("usage", primary ? "primary" : null)
                .attribute("access", primary ? "object in context" : null)
                .attribute("displayLabel", label)
                .text(address)
                .end()
                .end();
    }
}
