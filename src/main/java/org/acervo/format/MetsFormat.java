package org.acervo.format;

import java.util.List;
import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/** METS 1.12: the record in MODS, the open files with size and checksum, the links to texts elsewhere, and their order. */
final class MetsFormat implements MetadataFormat {

    private static final FormatDescription DESCRIPTION =
            new FormatDescription("mets", "http://www.loc.gov/standards/mets/mets.xsd", "http://www.loc.gov/METS/");

    private final Catalogue catalogue;
    private final ModsFormat mods;

    MetsFormat(Catalogue catalogue, ModsFormat mods) {
        this.catalogue = catalogue;
        this.mods = mods;
    }

    @Override
    public FormatDescription description() {
        return DESCRIPTION;
    }

    @Override
    public int version() {
        return mods.version();
    }

    @Override
    public void write(Item item, XmlWriter out) {
        Entry entry = catalogue.entry(item);
        Repository repository = catalogue.repository();
        List<Statement> titles = entry.titles();
        out.start("mets")
                .attribute("xmlns", DESCRIPTION.namespace())
                .attribute("xmlns:xlink", "http://www.w3.org/1999/xlink")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DESCRIPTION.namespace() + " " + DESCRIPTION.schema())
                .attribute("OBJID", repository.oaiIdentifier(item.id()))
                .attribute("LABEL", titles.isEmpty() ? null : titles.get(0).value());
        out.start("metsHdr")
                .start("agent")
                .attribute("ROLE", "DISSEMINATOR")
                .attribute("TYPE", "ORGANIZATION")
                .element("name", repository.name())
                .end()
                .end();
        String id = "p" + item.id() + "-"; // many records share a document, in which each ID may stand once
        out.start("dmdSec").attribute("ID", id + "dmd");
        out.start("mdWrap")
                .attribute("MDTYPE", "MODS")
                .attribute("MDTYPEVERSION", "3.8")
                .start("xmlData");
        mods.write(item, out);
        out.end().end().end();
        content(id, entry, out);
        out.end();
    }

    private static void content(String id, Entry entry, XmlWriter out) {
        List<Item.File> files = entry.files();
        List<Statement> links = entry.all(Element.LINK).stream()
                .filter(each -> AbsoluteUri.matches(each.value()))
                .toList();
        if (!files.isEmpty() || !links.isEmpty()) {
            out.start("fileSec");
            files(id, files, out);
            links(id, links, out);
            out.end();
        }
        out.start("structMap").attribute("TYPE", "logical");
        out.start("div").attribute("TYPE", "publication").attribute("DMDID", id + "dmd");
        for (int i = 1; i <= files.size(); i++) {
            div(id + "file-" + i, files.get(i - 1).description(), i, out);
        }
        for (int i = 1; i <= links.size(); i++) {
            div(id + "link-" + i, links.get(i - 1).qualifier(Qualifier.LABEL), files.size() + i, out);
        }
        out.end().end();
    }

    private static void div(String file, @Nullable String label, int order, XmlWriter out) {
        out.start("div").attribute("ORDER", Integer.toString(order)).attribute("LABEL", label);
        out.start("fptr").attribute("FILEID", file).end();
        out.end();
    }

    private static void files(String id, List<Item.File> files, XmlWriter out) {
        if (files.isEmpty()) {
            return;
        }
        out.start("fileGrp").attribute("USE", "content");
        for (int i = 0; i < files.size(); i++) {
            Item.File file = files.get(i);
            out.start("file")
                    .attribute("ID", id + "file-" + (i + 1))
                    .attribute("MIMETYPE", file.mediaType())
                    .attribute("SIZE", Long.toString(file.size()))
                    .attribute("CHECKSUM", file.sha256())
                    .attribute("CHECKSUMTYPE", "SHA-256");
            location(file.url(), out);
            out.end();
        }
        out.end();
    }

    private static void links(String id, List<Statement> links, XmlWriter out) {
        if (links.isEmpty()) {
            return;
        }
        out.start("fileGrp").attribute("USE", "elsewhere");
        for (int i = 0; i < links.size(); i++) {
            out.start("file").attribute("ID", id + "link-" + (i + 1));
            location(links.get(i).value(), out);
            out.end();
        }
        out.end();
    }

    private static void location(String url, XmlWriter out) {
        out.start("FLocat")
                .attribute("LOCTYPE", "URL")
                .attribute("xlink:type", "simple")
                .attribute("xlink:href", url)
                .end();
    }
}
