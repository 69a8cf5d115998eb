package org.acervo.oai.http;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.acervo.catalog.Payload;
import org.acervo.catalog.SetSpec;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What a stored record says, read again for people.
 *
 * @param fields the Dublin Core elements, where it has such
 */
record StoredRecord(List<SetSpec> sets, List<Field> fields) {

    /**
     * An element of Dublin Core.
     *
     * @param name without its namespace, such as {@code title}
     */
    record Field(String name, @Nullable String lang, String value) {}

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final XMLInputFactory FACTORY = hardened();

    StoredRecord {
        sets = List.copyOf(sets);
        fields = List.copyOf(fields);
    }

    /**
     * Reads a payload.
     *
     * @throws IllegalStateException where it is damaged
     */
    static StoredRecord of(Payload payload) {
        List<SetSpec> sets = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        try {
            XMLStreamReader xml = reader(payload);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (DC.equals(xml.getNamespaceURI())) {
                        String lang = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
                        fields.add(new Field(xml.getLocalName(), lang, xml.getElementText()));
                    } else if (xml.getLocalName().equals("setSpec")) {
                        SetSpec.parse(xml.getElementText()).ifPresent(sets::add);
                    }
                }
            }
        } catch (XMLStreamException damaged) {
            throw new IllegalStateException("A payload is not well-formed", damaged);
        }
        return new StoredRecord(sets, fields);
    }

    /** The title in a language, else the first. */
    Optional<Field> title(InterfaceLanguage language) {
        List<Field> titles =
                fields.stream().filter(field -> field.name().equals("title")).toList();
        return titles.stream()
                .filter(title -> title.lang() != null && InterfaceLanguage.find(title.lang()) == language)
                .findFirst()
                .or(() -> titles.stream().findFirst());
    }

    /** A reader of the payload as the whole element that it is the end of. */
    static XMLStreamReader reader(Payload payload) throws XMLStreamException {
        String rest = new String(payload.bytes(), StandardCharsets.UTF_8);
        return FACTORY.createXMLStreamReader(new StringReader("<record><header>" + rest + "</record>"));
    }

    @Permitted("Hardened here: no document type, no external entity")
    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
