package org.acervo.deposit;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.format.DublinCoreXml;
import org.acervo.format.MetadataFormats;
import org.acervo.publishing.Publishing;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Reads publications in whichever form they are sent: JSON, or Dublin Core in XML. Thread-safe. */
final class Documents {

    private final DublinCoreXml xml;
    private final MetadataFormats formats;
    private final Publishing publishing;
    private final Vocabularies vocabularies;

    Documents(DublinCoreXml xml, MetadataFormats formats, Publishing publishing, Vocabularies vocabularies) {
        this.xml = xml;
        this.formats = formats;
        this.publishing = publishing;
        this.vocabularies = vocabularies;
    }

    /**
     * A new publication.
     *
     * @throws Refused where the form is none that is read here
     */
    Given read(Asked.Body body) {
        MediaTypes.require(body.type(), MediaTypes.DOCUMENTS);
        if (!MediaTypes.isXml(body.type())) {
            return Bodies.document(body.bytes());
        }
        DublinCoreXml.Reading reading = xml(body);
        return new Given(reading.metadata(), reading.findings(), reading.places());
    }

    /**
     * The text that takes the place of one that is worked on. What the form cannot express stays: of XML, only that is
     * changed in which it differs from what the text itself would be in that form. The mission's own key stays where the
     * text names none: without it the next POST of the same would make a second publication.
     *
     * @throws Refused where the form is none that is read here
     */
    Given replacing(Asked.Body body, Publication current) {
        if (!MediaTypes.isXml(body.type())) {
            return keyed(read(body), current.working());
        }
        DublinCoreXml.Reading after = xml(body);
        if (after.prefix().isEmpty()) {
            return new Given(after.metadata(), after.findings(), after.places());
        }
        DublinCore before = said(current, after.prefix());
        DublinCore cleanAfter = clean(after.metadata());
        List<Statement> merged = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (Element element : Element.ALL) {
            List<Statement> kept = current.working().all(element);
            List<Statement> given = after.metadata().all(element);
            if (before.all(element).equals(cleanAfter.all(element))) {
                merged.addAll(kept);
                continue;
            }
            for (int i = 0; i < given.size(); i++) {
                merged.add(known(kept, given.get(i)));
                String pointer = element.pointer(i);
                places.put(pointer, after.places().getOrDefault(pointer, pointer));
            }
        }
        return new Given(new DublinCore(merged), after.findings(), places);
    }

    private static Given keyed(Given given, DublinCore kept) {
        return given.text().has(Element.SOURCE_ID)
                ? given
                : given.with(given.text().with(Element.SOURCE_ID, kept.all(Element.SOURCE_ID)));
    }

    /** What is worked on of a publication, as a format has it. */
    String write(Publication publication, String prefix) {
        return write(publishing.item(publication, publication.working()), prefix);
    }

    /** A record in a format. */
    String write(Item item, String prefix) {
        XmlWriter out = new XmlWriter();
        formats.find(prefix).orElseThrow().write(item, out);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out;
    }

    /** What a record of the text in a format says of it. */
    private DublinCore said(Publication current, String prefix) {
        XmlWriter out = new XmlWriter();
        formats.find(prefix).orElseThrow().write(publishing.item(current, current.working()), out);
        return clean(xml.read(out.toBytes(), null).metadata());
    }

    private DublinCore clean(DublinCore text) {
        return Cleaning.clean(text, vocabularies).metadata();
    }

    /** The statement that the text has already, with all it says beside its value, or the given one. */
    private static Statement known(List<Statement> kept, Statement given) {
        return kept.stream()
                .filter(each -> each.value().equals(given.value()) && Objects.equals(each.lang(), given.lang()))
                .findFirst()
                .orElse(given);
    }

    /**
     * What a patch makes of a text.
     *
     * @throws Refused where the form is none that is read here
     */
    Given patched(Asked.Body body, DublinCore text) {
        MediaTypes.require(body.type(), MediaTypes.PATCHES);
        return Bodies.patched(body.bytes(), text);
    }

    private DublinCoreXml.Reading xml(Asked.Body body) {
        return xml.read(body.bytes(), charset(body.type()));
    }

    /** What the header says of the encoding, or null where it leaves that to the document (RFC 7303 section 3). */
    private static @Nullable String charset(String type) {
        String charset = MediaTypes.charset(type);
        try {
            return charset == null ? null : Charset.forName(charset).name();
        } catch (IllegalArgumentException unknown) {
            throw new Refused(
                    Finding.of(Rule.UNSUPPORTED_TYPE, "Content-Type", type, MediaTypes.XML + "; charset=UTF-8"));
        }
    }
}
