package org.acervo.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The schemas of this project as judges of whole responses. */
final class ResponseSchema {

    private static final Schema ALL = load();

    /** Namespaces whose schemas here accept all that the official ones do; others would wrong a stranger. */
    private static final Set<String> JUDGED = Set.of(Xml.OAI_DC, "http://www.openarchives.org/OAI/2.0/oai-identifier");

    private static final Set<String> CONTAINERS = Set.of("metadata", "about", "description", "setDescription");

    private ResponseSchema() {}

    private static Schema load() {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(Path.of("schemas", "all.xsd").toFile());
        } catch (SAXException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /**
     * What is not valid.
     *
     * @param everything whether formats that a stranger may use as he likes are judged as well
     */
    static List<String> problems(Document document, boolean everything) {
        Document judged = everything ? document : neutral(document);
        List<String> problems = new ArrayList<>();
        Validator validator = ALL.newValidator();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException problem) {
                problems.add(problem.getMessage());
            }

            @Override
            public void fatalError(SAXParseException problem) {
                problems.add(problem.getMessage());
            }
        });
        try {
            validator.validate(new DOMSource(judged));
        } catch (SAXException | IOException failed) {
            problems.add(String.valueOf(failed.getMessage()));
        }
        return problems;
    }

    /** A copy with an empty oai_dc in the place of everything that is not judged. */
    private static Document neutral(Document document) {
        Document copy = (Document) document.cloneNode(true);
        for (Element element : Xml.all(copy.getDocumentElement())) {
            if (Xml.OAI.equals(element.getNamespaceURI()) && CONTAINERS.contains(element.getLocalName())) {
                for (Element content : Xml.children(element)) {
                    if (!JUDGED.contains(String.valueOf(content.getNamespaceURI()))) {
                        element.replaceChild(copy.createElementNS(Xml.OAI_DC, "oai_dc:dc"), content);
                    }
                }
            }
        }
        return copy;
    }
}
