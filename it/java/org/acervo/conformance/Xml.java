package org.acervo.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reading XML, with namespaces and without anything from outside. */
final class Xml {

    static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    static final String OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private Xml() {}

    /** An assertion error where the reply is not well-formed, or has a document type. */
    static Document parse(Reply reply) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(reply.plain()));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (SAXException | IOException malformed) {
            throw new AssertionError(reply + ": not well-formed: " + malformed.getMessage(), malformed);
        }
    }

    /** The child elements, in their order. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The child elements of a local name. */
    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** The text of a child, empty where there is none. */
    static String text(Element parent, String name) {
        return child(parent, name).map(Node::getTextContent).orElse("");
    }

    /** The texts of all children of a name. */
    static List<String> texts(Element parent, String name) {
        return children(parent, name).stream().map(Node::getTextContent).toList();
    }

    /** The element and all below it. */
    static List<Element> all(Element top) {
        List<Element> all = new ArrayList<>(List.of(top));
        children(top).forEach(child -> all.addAll(all(child)));
        return all;
    }

    private static final class Strict extends DefaultHandler {
        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
