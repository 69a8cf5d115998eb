package org.acervo.oai.http;

import static org.acervo.oai.SampleRepository.MEXICO;
import static org.acervo.oai.SampleRepository.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.oai.Harvest;
import org.acervo.oai.InMemoryHarvestLog;
import org.acervo.oai.SampleRepository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Every answer is valid against the schemas, plain and compressed. */
class ResponderTest {

    private static Schema schema;

    private final InMemoryHarvestLog log = new InMemoryHarvestLog();
    private final SampleRepository sample = new SampleRepository();

    @BeforeAll
    static void readSchemas() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schema = factory.newSchema(new File("schemas/all.xsd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "verb=Identify",
                "verb=ListMetadataFormats",
                "verb=ListMetadataFormats&identifier=oai:library.example.org:1",
                "verb=ListMetadataFormats&identifier=nonsense",
                "verb=ListSets",
                "verb=GetRecord&identifier=oai:library.example.org:1&metadataPrefix=oai_dc",
                "verb=GetRecord&identifier=oai:library.example.org:9&metadataPrefix=oai_dc",
                "verb=GetRecord&identifier=invalid%22id%3C%26&metadataPrefix=nope",
                "verb=GetRecord&identifier=a+b%09c%0Ad%0De&metadataPrefix=oai_dc",
                "verb=GetRecord&identifier=%25zz&metadataPrefix=oai_dc",
                "verb=ListRecords&metadataPrefix=oai_dc",
                "verb=ListRecords&metadataPrefix=oai_dc&set=mission:mexico&from=2024-05-01&until=9999-12-31",
                "verb=ListRecords&metadataPrefix=oai_dc&from=0001-01-01",
                "verb=ListRecords&metadataPrefix=oai_dc&from=0000-01-01",
                "verb=ListRecords&metadataPrefix=oai_dc&set=a--b",
                "verb=ListRecords&metadataPrefix=oai_dc&set=-----",
                "verb=ListRecords&metadataPrefix=oai_dc&set=%3C/request%3E%3CListRecords/%3E",
                "verb=ListRecords&metadataPrefix=%FF%00",
                "verb=ListRecords&resumptionToken=%3CListRecords%3E%3C!----%3E",
                "verb=ListIdentifiers&metadataPrefix=oai_dc",
                "verb=ListIdentifiers&metadataPrefix=oai_dc&until=2000-01-01",
                "verb=%ED%A0%80",
                "verb=%zz&&=&x",
                "verb=ListSets&verb=ListSets"
            })
    void answersAreValid(String query) throws IOException {
        sample.publish(1, 5, MEXICO);
        sample.withdraw(9, MEXICO);
        assertValid(ask(2, query));
        assertValid(ask(100, query));
    }

    @Test
    void envelopeIsTheProtocolsToTheLetter() {
        sample.publish(1, 1, MEXICO);
        assertThat(ask(100, "verb=ListIdentifiers&metadataPrefix=oai_dc")
                        .replaceFirst("<OAI-PMH( xsi[^ ]+ [^ ]+)((?: xmlns[^ >]*)*)>", "<OAI-PMH$2$1>"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<!-- For people: https://library.example.org/oai/view?verb=ListIdentifiers&metadataPrefix=oai_dc"
                        + " -->\n"
                        + "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/"
                        + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd\">"
                        + "<responseDate>2024-05-01T12:00:00Z</responseDate>"
                        + "<request verb=\"ListIdentifiers\" metadataPrefix=\"oai_dc\">https://library.example.org/oai"
                        + "</request><ListIdentifiers><header><identifier>oai:library.example.org:1</identifier>"
                        + "<datestamp>2024-05-01T12:00:00Z</datestamp><setSpec>mission:mexico</setSpec></header>"
                        + "</ListIdentifiers></OAI-PMH>");
    }

    @Test
    void requestHasNoAttributesOnBadArgument() {
        assertThat(ask(100, "verb=ListSets&x=1"))
                .contains("<request>https://library.example.org/oai</request><error code=\"badArgument\">");
    }

    @Test
    void lastPageHasAnEmptyTokenWithoutExpiry() {
        sample.publish(1, 3);
        String first = ask(2, "verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(first)
                .contains(" expirationDate=\"2024-05-03T12:00:00Z\"")
                .contains(" completeListSize=\"3\"")
                .contains(" cursor=\"0\"");
        String token = first.replaceAll("(?s).*<resumptionToken[^>]*>([^<]*)</resumptionToken>.*", "$1");
        String last = ask(2, "verb=ListRecords&resumptionToken=" + token);
        assertThat(last)
                .containsPattern("<resumptionToken completeListSize=\"3\" cursor=\"2\"(/>|></resumptionToken>)");
        assertValid(last);
    }

    @Test
    void identifyDescribesTheRepository() throws IOException {
        String identify = ask(100, "verb=Identify");
        assertThat(identify)
                .contains("<repositoryName>Library &amp; Archive</repositoryName>")
                .contains("<deletedRecord>persistent</deletedRecord>")
                .contains("<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>")
                .contains("<oai-identifier ", "<eprints ", "<branding ", "<rightsManifest ", "<friends ")
                .doesNotContain("<comment>");
        String withTombstones =
                new SampleRepositoryResponder(new SampleRepository(true), log, 100).ask("verb=Identify");
        assertThat(withTombstones).contains("<comment>A record that leaves a set");
        assertValid(withTombstones);
    }

    @Test
    void damagedRecordIsLeftOutAndTheListGoesOn() throws IOException {
        sample.publish(1, 1);
        damage(2);
        sample.publish(3, 1);
        String page = ask(100, "verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(page).contains(":1</identifier>", ":3</identifier>").doesNotContain(":2</identifier>");
        assertValid(page);
    }

    @Test
    void pageOfDamagedRecordsAloneIsSkipped() throws IOException {
        damage(1);
        damage(2);
        sample.publish(3, 1);
        String page = ask(2, "verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(page).contains(":3</identifier>");
        assertValid(page);
        assertThat(ask(2, "verb=ListRecords&metadataPrefix=oai_dc&until=2024-05-01"))
                .contains(":3</identifier>");
    }

    @Test
    void listOfDamagedRecordsAloneIsNoRecordsMatch() throws IOException {
        damage(1);
        String page = ask(2, "verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(page).contains("code=\"noRecordsMatch\"");
        assertValid(page);
    }

    @Test
    void harvestsAreLogged() {
        sample.publish(1, 3);
        String first = once("verb=ListRecords&metadataPrefix=oai_dc");
        String token = first.replaceAll("(?s).*<resumptionToken[^>]*>([^<]*)</resumptionToken>.*", "$1");
        sample.disseminations().at(NOON.plusSeconds(3));
        once("verb=ListRecords&resumptionToken=" + token);
        once("verb=Identify");
        once("verb=ListRecords&metadataPrefix=%00");
        List<Harvest> harvests = log.latest(10);
        assertThat(harvests).hasSize(2);
        assertThat(harvests.get(1))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Harvest(
                        0,
                        NOON,
                        NOON.plusSeconds(3),
                        "192.0.2.1",
                        "harvester/1.0",
                        "verb=ListRecords metadataPrefix=oai_dc",
                        2,
                        3,
                        0,
                        true));
        assertThat(harvests.get(0).errors()).isEqualTo(1);
        assertThat(harvests.get(0).complete()).isFalse();
    }

    private void damage(long id) {
        Payload sound = Payload.of("<x/>".repeat(50).getBytes(StandardCharsets.UTF_8));
        byte[] cut = java.util.Arrays.copyOf(sound.deflated(), sound.deflated().length - 5);
        Payload damaged = new Payload(cut, sound.length(), sound.crc());
        sample.put(
                new Dissemination(new PublicationId(id), false, List.of(), Map.of("oai_dc", damaged, "", damaged), 1));
    }

    private String once(String query) {
        return new SampleRepositoryResponder(sample, log, 2).askPlain(query);
    }

    /** The answer in plain, which is the same as the compressed one. */
    private String ask(int pageSize, String query) {
        return new SampleRepositoryResponder(sample, log, pageSize).ask(query);
    }

    static void assertValid(String xml) {
        try {
            schema.newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException | IOException invalid) {
            throw new AssertionError(invalid.getMessage() + "\n" + xml, invalid);
        }
    }
}
