package org.acervo.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** An OAI-PMH response. */
record Answer(Reply reply, Document document) {

    /** The end of an incomplete list (section 3.5); text empty where the list ends with it. */
    record Token(String text, String cursor, String completeListSize, String expirationDate) {}

    Element root() {
        return document.getDocumentElement();
    }

    String responseDate() {
        return Xml.text(root(), "responseDate");
    }

    Element request() {
        return Xml.child(root(), "request").orElseThrow();
    }

    /** The attributes of the request element. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap all = request().getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        return attributes;
    }

    /** The error codes, in their order; empty where all is well. */
    List<String> errors() {
        return Xml.children(root(), "error").stream()
                .map(error -> error.getAttribute("code"))
                .toList();
    }

    List<String> messages() {
        return Xml.texts(root(), "error");
    }

    /** The element with the name of the verb. */
    Element verb() {
        List<Element> children = Xml.children(root());
        if (!errors().isEmpty() || children.size() != 3) {
            throw new AssertionError(reply + ": expected an answer, not " + errors() + " " + messages());
        }
        return children.get(2);
    }

    /** The records of ListRecords or GetRecord. */
    List<Element> records() {
        return errors().equals(List.of("noRecordsMatch")) ? List.of() : Xml.children(verb(), "record");
    }

    /** The headers of a list or a record; none on noRecordsMatch. */
    List<Header> headers() {
        if (errors().equals(List.of("noRecordsMatch"))) {
            return List.of();
        }
        List<Element> headers = new ArrayList<>(Xml.children(verb(), "header"));
        records().forEach(record -> headers.addAll(Xml.children(record, "header")));
        return headers.stream().map(Header::of).toList();
    }

    Optional<Token> token() {
        return errors().isEmpty()
                ? Xml.child(verb(), "resumptionToken")
                        .map(token -> new Token(
                                token.getTextContent().strip(),
                                token.getAttribute("cursor"),
                                token.getAttribute("completeListSize"),
                                token.getAttribute("expirationDate")))
                : Optional.empty();
    }

    /** The text by which the list goes on; empty where it does not. */
    String next() {
        return token().map(Token::text).orElse("");
    }

    /** The document without what may differ each time the same is asked. */
    String comparable() {
        Document copy = (Document) document.cloneNode(true);
        for (Element element : Xml.all(copy.getDocumentElement())) {
            if (Xml.OAI.equals(element.getNamespaceURI())) {
                if (element.getLocalName().equals("responseDate")) {
                    element.setTextContent("");
                } else if (element.getLocalName().equals("resumptionToken")) {
                    element.removeAttribute("expirationDate");
                    element.setTextContent(element.getTextContent().isBlank() ? "" : "more");
                }
            }
        }
        copy.normalizeDocument();
        return described(copy.getDocumentElement());
    }

    private static String described(Node node) {
        StringBuilder text = new StringBuilder(node.getNodeName());
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            text.append(' ').append(attributes.item(i));
        }
        text.append('{');
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child instanceof Element ? described(child) : child.getTextContent());
        }
        return text.append('}').toString();
    }
}
