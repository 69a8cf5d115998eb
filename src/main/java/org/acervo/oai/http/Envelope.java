package org.acervo.oai.http;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Payload;
import org.acervo.catalog.Repository;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.SetDescription;
import org.acervo.oai.http.xml.OaiPmh;

/**
 * Writes answers as XML (OAI-PMH 2.0 section 3.2). The envelope is marshalled; what is stored or foreign is put into it
 * at the tags, which user input cannot forge because it is escaped. Thread-safe.
 */
final class Envelope {

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SCHEMA_LOCATION =
            "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd";

    private static final byte[] NOTHING = {};
    private static final byte[] END_OF_RECORD = utf8("</record>");

    private final Repository repository;
    private final EnvelopeBinding binding;
    private final Descriptions descriptions;
    private final JAXBContext context;

    /** Sets and their elements as they were written last. */
    private record Listed(List<SetDescription> sets, Payload elements) {}

    private volatile Listed listed = new Listed(List.of(), Payload.of(NOTHING));

    Envelope(Repository repository) {
        this.repository = repository;
        this.binding = new EnvelopeBinding(repository);
        this.descriptions = new Descriptions(repository);
        try {
            this.context = JAXBContext.newInstance(OaiPmh.class);
        } catch (JAXBException broken) {
            throw new IllegalStateException("The OAI-PMH binding is broken", broken);
        }
    }

    /** @param view the address of the same answer for people */
    OaiDocument write(OaiAnswer answer, String view) {
        if (answer instanceof OaiAnswer.SetList list) {
            return sets(list, PROLOG + comment(view));
        }
        String xml = PROLOG + comment(view) + marshal(binding.bind(answer));
        if (answer instanceof OaiAnswer.Records list) {
            return split(
                    xml,
                    list.headersOnly() ? "ListIdentifiers" : "ListRecords",
                    list.records().stream()
                            .map(record -> entry(record, list.headersOnly()))
                            .toList());
        } else if (answer instanceof OaiAnswer.Record one) {
            return split(xml, "GetRecord", List.of(entry(one.record(), false)));
        } else if (answer instanceof OaiAnswer.Identify identify) {
            return whole(insert(
                    xml,
                    "</Identify>",
                    Stream.of(descriptions.of(identify).stream()
                            .map(content -> "<description>" + content + "</description>")
                            .reduce("", String::concat))));
        }
        return whole(xml);
    }

    /** The sets are the same from one answer to the next; only what is around them is new. */
    private OaiDocument sets(OaiAnswer.SetList answer, String beginning) {
        Listed last = listed;
        if (!last.sets().equals(answer.sets())) {
            last = new Listed(answer.sets(), Payload.inBothCodings(utf8(elements(answer))));
            listed = last;
        }
        String around = marshal(binding.bind(new OaiAnswer.SetList(answer.head(), List.of(), answer.position())));
        return split(beginning + around, "ListSets", List.of(new OaiDocument.Entry(NOTHING, last.elements(), NOTHING)));
    }

    private String elements(OaiAnswer.SetList answer) {
        String xml = insert(
                marshal(binding.bind(answer)),
                "</set>",
                answer.sets().stream().map(set -> "<setDescription>" + descriptions.of(set) + "</setDescription>"));
        return xml.substring(after(xml, "<ListSets>", 0), xml.lastIndexOf("</set>") + "</set>".length());
    }

    /** A comment must not contain two hyphens in a row (XML 1.0 section 2.5). */
    private static String comment(String view) {
        return "<!-- For people: " + view.replace("--", "-%2D") + " -->\n";
    }

    private String marshal(OaiPmh answer) {
        try {
            Marshaller marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_ENCODING, "UTF-8");
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.setProperty(Marshaller.JAXB_SCHEMA_LOCATION, SCHEMA_LOCATION);
            StringWriter xml = new StringWriter(1024);
            marshaller.marshal(answer, xml);
            return xml.toString();
        } catch (JAXBException broken) {
            throw new IllegalStateException("An answer could not be marshalled", broken);
        }
    }

    private OaiDocument.Entry entry(DisseminatedRecord record, boolean headerOnly) {
        String header = (headerOnly ? "" : "<record>") + (record.deleted() ? "<header status=\"deleted\">" : "<header>")
                + "<identifier>" + repository.oaiIdentifier(record.id()) + "</identifier><datestamp>"
                + record.datestamp() + "</datestamp>";
        return new OaiDocument.Entry(utf8(header), record.payload(), headerOnly ? NOTHING : END_OF_RECORD);
    }

    /** The document with entries at the beginning of an element. */
    private static OaiDocument split(String xml, String element, List<OaiDocument.Entry> entries) {
        String open = "<" + element + ">";
        String empty = "<" + element + "/>";
        int at = xml.indexOf(empty, xml.indexOf("</request>"));
        if (at >= 0) {
            String after = "</" + element + ">" + xml.substring(at + empty.length());
            return new OaiDocument(utf8(xml.substring(0, at) + open), entries, utf8(after));
        }
        int end = after(xml, open, xml.indexOf("</request>"));
        return new OaiDocument(utf8(xml.substring(0, end)), entries, utf8(xml.substring(end)));
    }

    private static int after(String xml, String tag, int from) {
        int at = xml.indexOf(tag, from);
        if (at < 0) {
            throw new IllegalStateException("The envelope has no " + tag);
        }
        return at + tag.length();
    }

    /** The document with the i-th piece before the i-th occurrence of an end tag. */
    private static String insert(String xml, String endTag, Stream<String> pieces) {
        StringBuilder out = new StringBuilder(xml.length() * 2);
        int done = 0;
        for (Iterator<String> each = pieces.iterator(); each.hasNext(); ) {
            int end = after(xml, endTag, done);
            out.append(xml, done, end - endTag.length()).append(each.next()).append(endTag);
            done = end;
        }
        return out.append(xml, done, xml.length()).toString();
    }

    private static OaiDocument whole(String xml) {
        return new OaiDocument(utf8(xml), List.of(), NOTHING);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
