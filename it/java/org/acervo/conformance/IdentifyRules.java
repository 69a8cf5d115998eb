package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.XMLConstants;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Identify (OAI-PMH 2.0 section 4.2); the order of its elements is the schema's. */
interface IdentifyRules extends Rules {

    @Test
    default void theBaseUrlIsTheOneThatWasAsked() {
        assertThat(Xml.text(site().identify(), "baseURL")).isEqualTo(site().baseUrl());
    }

    @Test
    default void theRepositoryHasANameAndAnAdministrator() {
        assertThat(Xml.text(site().identify(), "repositoryName")).isNotBlank();
        assertThat(Xml.texts(site().identify(), "adminEmail")).isNotEmpty().allSatisfy(email -> assertThat(email)
                .matches("\\S+@\\S+"));
    }

    @Test
    default void theProtocolIsVersion2() {
        assertThat(Xml.text(site().identify(), "protocolVersion")).isEqualTo("2.0");
    }

    @Test
    default void descriptionsSayWhereTheirSchemasAre() {
        for (Element description : Xml.children(site().identify(), "description")) {
            assertThat(Xml.children(description)).hasSize(1);
            Element root = Xml.children(description).get(0);

            assertThat(root.getAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xsi"))
                    .isEqualTo(Xml.XSI);
            assertThat(root.getAttributeNS(Xml.XSI, "schemaLocation").strip().split("\\s+"))
                    .contains(root.getNamespaceURI());
        }
    }

    @Test
    default void identifyIsTheSameEachTime() {
        assertThat(site().ask("verb", "Identify").comparable())
                .isEqualTo(site().ask("verb", "Identify").comparable());
    }
}
