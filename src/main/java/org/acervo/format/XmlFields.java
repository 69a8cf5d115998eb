package org.acervo.format;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of a Dublin Core record in XML, of which the namespace of the root says what it is. There is no
 * document type declaration and so no entity; depth and number of elements are bounded. For one document.
 */
final class XmlFields {

    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String DCTERMS = "http://purl.org/dc/terms/";

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Map<String, String> ROOTS = Map.of(
            "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc", "oai_dc",
            "{urn:acervo:qualifieddc}qualifieddc", "qdc");
    private static final List<String> ROOT_NAMES = List.of("oai_dc:dc", "qdc:qualifieddc");
    private static final int MOST = 5_000;
    private static final int DEEPEST = 32;
    private static final int MOST_FINDINGS = 200;

    /**
     * An element below the root.
     *
     * @param name of the term, without a prefix
     * @param scheme what {@code xsi:type} names, without a prefix, or null
     * @param place an XPath of it, with the usual prefixes
     */
    record Field(
            String name, @Nullable String scheme, @Nullable String lang, String text, String place) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private String prefix = "";
    private String root = "";

    /** Reads a record; what is wrong with it is found afterwards in {@link #findings}. */
    @Permitted("here the factory is hardened")
    static XmlFields read(byte[] bytes, @Nullable String charset) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched for a document");
        });
        XmlFields fields = new XmlFields();
        XMLStreamReader reader = null;
        try {
            reader = charset == null
                    ? factory.createXMLStreamReader(new ByteArrayInputStream(bytes))
                    : factory.createXMLStreamReader(new ByteArrayInputStream(bytes), charset);
            fields.document(reader);
        } catch (XMLStreamException malformed) {
            fields.notXml(malformed.getLocation() == null ? reader : null, malformed);
        } catch (RuntimeException malformed) { // the JDK's parser throws several kinds over hostile input
            fields.notXml(reader, null);
        }
        return fields;
    }

    List<Field> fields() {
        return fields;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The metadata prefix of the format that the record is in; empty where it is in none. */
    String prefix() {
        return prefix;
    }

    private void notXml(@Nullable XMLStreamReader reader, @Nullable XMLStreamException malformed) {
        var location = malformed != null && malformed.getLocation() != null
                ? malformed.getLocation()
                : reader == null ? null : reader.getLocation();
        findings.add(
                location == null
                        ? Finding.of(Rule.NOT_XML, "", null)
                        : Finding.of(
                                Rule.NOT_XML, "", null, location.getLineNumber() + ":" + location.getColumnNumber()));
    }

    private void document(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("No document type declaration is read", reader.getLocation());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root(reader);
            }
        }
    }

    private void root(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getName().toString();
        prefix = ROOTS.getOrDefault(name, "");
        root = "/" + (prefix.equals("qdc") ? "qdc:qualifieddc" : "oai_dc:dc");
        if (prefix.isEmpty()) {
            findings.add(Finding.of(Rule.NOT_DUBLIN_CORE, "/" + reader.getLocalName(), name, ROOT_NAMES));
        }
        String lang = lang(reader, null);
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(reader, lang);
            } else if (event == XMLStreamConstants.CHARACTERS
                    && !reader.getText().isBlank()) {
                find(root + "/text()", reader.getText().strip());
            }
        }
    }

    private void child(XMLStreamReader reader, @Nullable String inherited) throws XMLStreamException {
        String namespace = reader.getNamespaceURI();
        boolean known = DC.equals(namespace) || DCTERMS.equals(namespace);
        String name = reader.getLocalName();
        String qualified = (DCTERMS.equals(namespace) ? "dcterms:" : DC.equals(namespace) ? "dc:" : "*:") + name;
        int index = counts.merge(qualified, 1, Integer::sum);
        String place = root + "/" + qualified + "[" + index + "]";
        String scheme = reader.getAttributeValue(XSI, "type");
        String lang = lang(reader, inherited);
        String text = text(reader, place).strip();
        if (fields.size() >= MOST) {
            throw new XMLStreamException("There are too many elements", reader.getLocation());
        }
        if (!known) {
            find(place, qualified);
        } else if (!prefix.isEmpty() && !text.isEmpty()) {
            String term = scheme == null ? null : scheme.substring(scheme.indexOf(':') + 1);
            fields.add(new Field(name, term, lang, text, place));
        }
    }

    /** The text of an element; what stands in elements inside it is left. */
    private String text(XMLStreamReader reader, String place) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    find(place + "/*", reader.getLocalName());
                    if (++depth > DEEPEST) {
                        throw new XMLStreamException("Elements are nested too deep", reader.getLocation());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("No entity is known", reader.getLocation());
                default -> {}
            }
        }
        return text.toString();
    }

    private static @Nullable String lang(XMLStreamReader reader, @Nullable String inherited) {
        String lang = reader.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        return lang == null ? inherited : lang.isBlank() ? null : lang.strip();
    }

    private void find(String place, String given) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(Finding.of(Rule.NOT_MAPPED, place, given));
        }
    }
}
