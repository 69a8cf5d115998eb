package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Metadata formats (OAI-PMH 2.0 sections 2.4 and 4.4). */
interface FormatRules extends Rules {

    @Test
    default void dublinCoreIsOffered() {
        Element format = site().formats().stream()
                .filter(each -> Xml.text(each, "metadataPrefix").equals("oai_dc"))
                .findFirst()
                .orElseThrow();

        assertThat(Xml.text(format, "metadataNamespace")).isEqualTo(Xml.OAI_DC);
        assertThat(Xml.text(format, "schema")).isEqualTo("http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
    }

    @Test
    default void everyPrefixIsListedOnce() {
        assertThat(site().prefixes()).doesNotHaveDuplicates();
    }

    @Test
    default void everyFormatCanBeHarvestedInItsOwnNamespace() {
        for (Element format : site().formats()) {
            String prefix = Xml.text(format, "metadataPrefix");
            Answer page = site().ask("verb", "ListRecords", "metadataPrefix", prefix);

            page.records()
                    .forEach(record -> Xml.children(record, "metadata").forEach(metadata -> is(metadata, format)));
        }
    }

    @Test
    default void aRecordCanBeHadInEveryFormatThatIsListedForIt() {
        String identifier = site().live().identifier();
        for (Element format : site().formats(identifier)) {
            String prefix = Xml.text(format, "metadataPrefix");
            Answer answer = site().ask("verb", "GetRecord", "identifier", identifier, "metadataPrefix", prefix);

            is(Xml.child(answer.records().get(0), "metadata").orElseThrow(), format);
        }
    }

    @Test
    default void aRecordCannotBeHadInAFormatThatIsNotListedForIt() {
        String identifier = site().live().identifier();
        for (String prefix : site().prefixes()) {
            if (!site().prefixes(identifier).contains(prefix)) {
                assertThat(site().ask("verb", "GetRecord", "identifier", identifier, "metadataPrefix", prefix)
                                .errors())
                        .containsExactly("cannotDisseminateFormat");
            }
        }
    }

    @Test
    default void theFormatsOfARecordAreAmongThoseOfTheRepository() {
        assertThat(site().prefixes()).containsAll(site().prefixes(site().live().identifier()));
    }

    /** The root is of the format's namespace and names its schema. */
    private static void is(Element metadata, Element format) {
        Element root = Xml.children(metadata).get(0);
        assertThat(root.getNamespaceURI()).isEqualTo(Xml.text(format, "metadataNamespace"));
        assertThat(root.getAttributeNS(Xml.XSI, "schemaLocation").strip().split("\\s+"))
                .containsSequence(Xml.text(format, "metadataNamespace"), Xml.text(format, "schema"));
    }
}
