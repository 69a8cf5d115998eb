package org.acervo.format;

import java.util.List;
import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.vocabulary.PublicationType;

/** MODS 3.8, with the usage of the Digital Library Federation's guidelines; languages in MARC codes and in BCP 47 tags. */
final class ModsFormat implements MetadataFormat {

    private static final FormatDescription DESCRIPTION = new FormatDescription(
            "mods", "http://www.loc.gov/standards/mods/v3/mods-3-8.xsd", "http://www.loc.gov/mods/v3");

    private final Catalogue catalogue;

    ModsFormat(Catalogue catalogue) {
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
        out.start("mods")
                .attribute("xmlns", DESCRIPTION.namespace())
                .attribute("xmlns:xlink", "http://www.w3.org/1999/xlink")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DESCRIPTION.namespace() + " " + DESCRIPTION.schema())
                .attribute("version", "3.8");
        ModsRecord record = new ModsRecord(entry, out);
        titles(entry, record);
        entry.agents(Element.CREATOR).forEach(each -> record.name(each, "cre"));
        entry.agents(Element.CONTRIBUTOR).forEach(each -> record.name(each, "ctb"));
        type(entry, record);
        origin(entry, record);
        form(entry, record);
        content(entry, record);
        new ModsSubjects(entry, record).write();
        new ModsRelations(entry, record).write();
        access(entry, record);
        record(item, entry, record);
        out.end();
    }

    private static void titles(Entry entry, ModsRecord record) {
        Statement main = null;
        for (Statement each : entry.titles()) {
            boolean translated =
                    main != null && each.lang() != null && !each.lang().equals(main.lang());
            record.title(Text.of(each), main == null ? null : translated ? "translated" : "alternative");
            main = main == null ? each : main;
        }
        entry.all(Element.ALTERNATIVE).forEach(each -> record.title(Text.of(each), "alternative"));
    }

    private static void type(Entry entry, ModsRecord record) {
        PublicationType type = entry.type();
        if (type == null) {
            return;
        }
        record.element("typeOfResource", typeOfResource(type));
        record.element("genre", entry.label(type.labels()));
        record.open("genre", "en")
                .attribute("authority", "coar")
                .attribute("authorityURI", "http://purl.org/coar/resource_type/")
                .attribute("valueURI", type.coar())
                .text(type.coarLabel())
                .end();
    }

    /** The terms of typeOfResource for those of the DCMI Type Vocabulary. */
    private static String typeOfResource(PublicationType type) {
        if (type.isMap()) {
            return "cartographic";
        }
        return switch (type.dcmi()) {
            case "StillImage", "Image" -> "still image";
            case "MovingImage" -> "moving image";
            case "Sound" -> "sound recording";
            case "Dataset", "Software", "InteractiveResource" -> "software, multimedia";
            case "PhysicalObject" -> "three dimensional object";
            case "Collection", "Event", "Service" -> "mixed material";
            default -> "text";
        };
    }

    private static void origin(Entry entry, ModsRecord record) {
        IssueDate date = entry.date();
        List<Text> publishers = entry.publishers();
        if (!publishers.isEmpty() || !date.isUnknown()) {
            XmlWriter out = record.open("originInfo", null).attribute("eventType", "publication");
            publishers.forEach(each -> record.element("publisher", each));
            if (!date.isUnknown()) {
                issued(date, out);
            }
            out.end();
        }
        String opens = entry.opens();
        if (date.isUnknown() || opens != null) {
            XmlWriter out = record.open("originInfo", null).attribute("eventType", "distribution");
            if (date.isUnknown()) {
                record.date("dateIssued", entry.publishedHere());
            }
            if (opens != null) {
                record.date("dateValid", opens);
            }
            out.end();
        }
    }

    private static void issued(IssueDate date, XmlWriter out) {
        String doubt =
                switch (date.kind()) {
                    case APPROXIMATE -> "approximate";
                    case QUESTIONABLE -> "questionable";
                    default -> null;
                };
        out.start("dateIssued")
                .attribute("encoding", date.isExact() ? "w3cdtf" : date.isEdtf() ? "edtf" : null)
                .attribute("qualifier", doubt)
                .attribute("keyDate", "yes")
                .text(date.text())
                .end();
    }

    private static void form(Entry entry, ModsRecord record) {
        for (Statement each : entry.all(Element.LANGUAGE)) {
            XmlWriter out = record.open("language", null);
            record.code("languageTerm", "rfc5646", each.value());
            record.code("languageTerm", "iso639-2b", entry.marcLanguage(each.value()));
            out.end();
        }
        List<Item.File> files = entry.files();
        if (entry.all(Element.FORMAT).isEmpty() && entry.all(Element.EXTENT).isEmpty() && files.isEmpty()) {
            return;
        }
        XmlWriter out = record.open("physicalDescription", null);
        entry.all(Element.FORMAT).forEach(each -> record.element("internetMediaType", each.value()));
        entry.mediaTypes().forEach(each -> record.element("internetMediaType", each));
        entry.all(Element.EXTENT).forEach(each -> record.element("extent", each.value()));
        for (Item.File each : files) {
            out.start("extent")
                    .attribute("unit", "bytes")
                    .text(Long.toString(each.size()))
                    .end();
        }
        out.end();
    }

    private static void content(Entry entry, ModsRecord record) {
        entry.all(Element.DESCRIPTION).forEach(each -> record.element("abstract", Text.of(each)));
        entry.all(Element.AUDIENCE).forEach(each -> record.element("targetAudience", Text.of(each)));
        entry.all(Element.PROJECT).forEach(each -> record.open("note", null)
                .attribute("type", "funding")
                .text(Entry.funded(each))
                .end());
        entry.all(Element.SOURCE).forEach(each -> record.open("note", null)
                .attribute("type", "original version")
                .text(each.value())
                .end());
    }

    private static void access(Entry entry, ModsRecord record) {
        String rights = entry.value(Element.RIGHTS);
        if (rights != null) {
            condition(record, "use and reproduction", rights, entry.licence(rights));
        }
        AccessRight access = entry.access();
        condition(record, "restriction on access", access.coar(), new Text(access.label(), "en"));
    }

    private static void condition(ModsRecord record, String type, String uri, Text label) {
        record.open("accessCondition", label.lang())
                .attribute("type", type)
                .attribute("xlink:href", AbsoluteUri.matches(uri) ? uri : null)
                .text(label.value())
                .end();
    }

    private void record(Item item, Entry entry, ModsRecord record) {
        Repository repository = catalogue.repository();
        XmlWriter out = record.open("recordInfo", null);
        record.date("recordCreationDate", entry.publishedHere());
        out.start("recordIdentifier")
                .attribute("source", repository.identifier())
                .text(repository.oaiIdentifier(item.id()))
                .end()
                .end();
    }
}
