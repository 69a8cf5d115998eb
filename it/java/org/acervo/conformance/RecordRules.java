package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Records (OAI-PMH 2.0 sections 2.4 and 2.5). */
interface RecordRules extends Rules {

    int SOME = 12;

    /** BCP 47 section 2.1, without its grandfathered tags. */
    Pattern LANGUAGE_TAG =
            Pattern.compile("([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
                    + "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*"
                    + "(-[xX](-[A-Za-z0-9]{1,8})+)?|[xX](-[A-Za-z0-9]{1,8})+");

    private static Header header(Element record) {
        return Header.of(Xml.child(record, "header").orElseThrow());
    }

    private Answer getRecord(String identifier, String prefix) {
        return site().ask("verb", "GetRecord", "identifier", identifier, "metadataPrefix", prefix);
    }

    /** Some records of the list, from its beginning and its end. */
    private List<Element> some() {
        List<Element> all = site().records().records();
        return all.size() <= SOME
                ? all
                : List.copyOf(java.util.stream.Stream.concat(
                                all.subList(0, SOME / 2).stream(),
                                all.subList(all.size() - SOME / 2, all.size()).stream())
                        .toList());
    }

    @Test
    default void getRecordGivesWhatTheListGave() {
        for (Element listed : some()) {
            Element single =
                    getRecord(header(listed).identifier(), "oai_dc").records().get(0);

            assertThat(header(single)).isEqualTo(header(listed));
            assertThat(single.isEqualNode(listed))
                    .as("%s is the same in list and GetRecord", header(listed).identifier())
                    .isTrue();
        }
    }

    @Test
    default void aRecordHasMetadataUnlessItIsDeleted() {
        for (Element record : site().records().records()) {
            boolean deleted = header(record).deleted();

            assertThat(Xml.children(record, "metadata")).hasSize(deleted ? 0 : 1);
            if (deleted) {
                assertThat(Xml.children(record))
                        .as("a deleted record is its header")
                        .hasSize(1);
            }
        }
    }

    @Test
    default void aDeletedRecordIsDeletedInEveryFormat() {
        Optional<Header> deleted =
                site().identifiers().headers().stream().filter(Header::deleted).findFirst();
        site().need(deleted.isPresent(), "a deleted record");
        for (String prefix : site().prefixes()) {
            Answer answer = getRecord(deleted.orElseThrow().identifier(), prefix);

            if (answer.errors().isEmpty() || site().isOwn()) {
                assertThat(answer.headers())
                        .allSatisfy(header -> assertThat(header.deleted()).isTrue());
                assertThat(Xml.children(answer.records().get(0))).hasSize(1);
            }
        }
    }

    @Test
    default void nothingIsDeletedWhereDeletionsAreNotKept() {
        if (Xml.text(site().identify(), "deletedRecord").equals("no")) {
            assertThat(site().identifiers().headers()).noneMatch(Header::deleted);
        }
    }

    @Test
    default void everyRecordExistsInDublinCore() {
        for (Element record : site().records().records()) {
            for (Element metadata : Xml.children(record, "metadata")) {
                Element root = Xml.children(metadata).get(0);

                assertThat(root.getNamespaceURI()).isEqualTo(Xml.OAI_DC);
                assertThat(root.getLocalName()).isEqualTo("dc");
            }
        }
    }

    @Test
    default void metadataAndAboutHoldOneRootWithItsOwnSchemaLocation() {
        for (Element record : site().records().records()) {
            for (Element container : Xml.children(record)) {
                if (!container.getLocalName().equals("header")) {
                    isForeign(container, header(record).identifier());
                }
            }
        }
    }

    /** One root of another namespace, which declares where its schema is without help from outside (section 3.4). */
    private static void isForeign(Element container, String where) {
        assertThat(Xml.children(container)).as(where).hasSize(1);
        Element root = Xml.children(container).get(0);
        assertThat(root.getNamespaceURI()).as(where).isNotNull().isNotEqualTo(Xml.OAI);
        assertThat(root.getAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xsi"))
                .as("%s: xmlns:xsi of %s", where, root.getNodeName())
                .isEqualTo(Xml.XSI);
        assertThat(root.getAttributeNS(Xml.XSI, "schemaLocation").strip().split("\\s+"))
                .as("%s: schemaLocation of %s", where, root.getNodeName())
                .contains(root.getNamespaceURI());
    }

    @Test
    default void languagesAreLanguageTags() {
        for (Answer page : site().records().pages()) {
            for (Element element : Xml.all(page.root())) {
                if (element.hasAttributeNS(XMLConstants.XML_NS_URI, "lang")) {
                    assertThat(element.getAttributeNS(XMLConstants.XML_NS_URI, "lang"))
                            .as("xml:lang of %s '%s'", element.getNodeName(), element.getTextContent())
                            .matches(LANGUAGE_TAG);
                }
            }
        }
    }

    @Test
    default void aResponseHasOnePrologAndNoDocumentType() {
        for (Answer page : site().records().pages()) {
            assertThat(page.reply().text().split("<\\?xml ", -1)).hasSize(2);
            assertThat(page.reply().text()).doesNotContain("<!DOCTYPE");
        }
    }

    @Test
    default void identifiersAreThoseOfTheSchemeThatIdentifySays() {
        Optional<String> repository = Xml.children(site().identify(), "description").stream()
                .flatMap(description -> Xml.children(description, "oai-identifier").stream())
                .map(scheme -> Xml.text(scheme, "repositoryIdentifier"))
                .findFirst();
        site().need(repository.isPresent(), "an oai-identifier description");

        assertThat(site().identifiers().headers()).allSatisfy(header -> assertThat(header.identifier())
                .startsWith("oai:" + repository.orElseThrow() + ":")
                .matches("oai:[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z][A-Za-z0-9-]*)+:[A-Za-z0-9\\-_.!~*'();/?:@&=+$,%]+"));
    }
}
