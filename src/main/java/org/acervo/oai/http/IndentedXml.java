package org.acervo.oai.http;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.acervo.catalog.Payload;
import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Shows the XML of a record with one element a line. Not thread-safe. */
final class IndentedXml {

    private static final Set<String> PARTS = Set.of("metadata", "about");

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean hasChildren;

    /**
     * The metadata and what is said about it; empty for a tombstone.
     *
     * @throws IllegalStateException where the payload is damaged
     */
    static String of(Payload payload) {
        try {
            return new IndentedXml().write(StoredRecord.reader(payload));
        } catch (XMLStreamException damaged) {
            throw new IllegalStateException("A payload is not well-formed", damaged);
        }
    }

    private String write(XMLStreamReader xml) throws XMLStreamException {
        boolean within = false;
        while (xml.hasNext()) {
            int event = xml.next();
            within |= event == XMLStreamConstants.START_ELEMENT && PARTS.contains(xml.getLocalName());
            if (within) {
                write(xml, event);
                within = depth > 0;
            }
        }
        return out.toString().strip();
    }

    private void write(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                newLine();
                start(xml);
                depth++;
                hasChildren = false;
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                if (hasChildren) {
                    newLine();
                }
                out.append("</")
                        .append(name(xml.getPrefix(), xml.getLocalName()))
                        .append('>');
                hasChildren = true;
            }
            case XMLStreamConstants.CHARACTERS -> out.append(new XmlWriter().text(xml.getText()));
            default -> {}
        }
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(depth));
    }

    private void start(XMLStreamReader xml) {
        out.append('<').append(name(xml.getPrefix(), xml.getLocalName()));
        IntStream.range(0, xml.getNamespaceCount())
                .forEach(i -> attribute(name("xmlns", xml.getNamespacePrefix(i)), xml.getNamespaceURI(i)));
        IntStream.range(0, xml.getAttributeCount())
                .forEach(i -> attribute(
                        name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i)));
        out.append('>');
    }

    private void attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(new XmlWriter().text(value).toString().replace("\"", "&quot;"))
                .append('"');
    }

    /** The name with its prefix; the default namespace has none, its declaration no local name. */
    private static String name(@Nullable String prefix, @Nullable String local) {
        return Stream.of(prefix, local)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(":"));
    }
}
