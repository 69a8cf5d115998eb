package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DublinCoreXmlTest {

    private static final String DC = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private final DublinCoreXml xml = new DublinCoreXml(Samples.REPOSITORY, Samples.VOCABULARIES);

    @Test
    void whatFormatsSayIsUnderstood() {
        DublinCore text = qualified("""
                <dc:title xml:lang="es">Perfil</dc:title><dcterms:alternative>P</dcterms:alternative>
                <dc:subject xml:lang="es">Datos</dc:subject><dc:subject xml:lang="en">data on migration</dc:subject>
                <dc:subject xml:lang="es">Tapachula</dc:subject><dcterms:abstract xml:lang="es">Qué</dcterms:abstract>
                <dc:publisher>IOM</dc:publisher><dcterms:issued xsi:type="dcterms:W3CDTF">2021-02</dcterms:issued>
                <dc:type xml:lang="es">Diagnóstico</dc:type><dc:type xsi:type="dcterms:DCMIType">Text</dc:type>
                <dc:identifier>https://library.example.org/publications/7</dc:identifier>
                <dc:identifier>https://doi.org/10.1234/a</dc:identifier>
                <dc:language>es</dc:language><dcterms:spatial xsi:type="dcterms:ISO3166">MX</dcterms:spatial>
                <dcterms:spatial xml:lang="es">México</dcterms:spatial><dcterms:spatial xml:lang="es">Tapachula</dcterms:spatial>
                <dcterms:temporal xsi:type="dcterms:Period">start=2020-01; end=2020-03; scheme=W3C-DTF;</dcterms:temporal>
                <dcterms:isPartOf>Serie ; 3</dcterms:isPartOf><dcterms:replaces>https://library.example.org/publications/5</dcterms:replaces>
                <dcterms:provenance>EU ; X-1</dcterms:provenance><dcterms:hasVersion>https://example.org/a</dcterms:hasVersion>
                <dcterms:accessRights>info:eu-repo/semantics/closedAccess</dcterms:accessRights>
                <dcterms:license>https://creativecommons.org/licenses/by/4.0/</dcterms:license>
                <dcterms:extent>48 pages</dcterms:extent><dc:format>application/pdf</dc:format>""");
        assertThat(text.values(Element.THEME)).containsExactly("migration-data");
        assertThat(text.values(Element.SUBJECT)).containsExactly("Tapachula");
        assertThat(text.values(Element.TYPE)).containsExactly("assessment");
        assertThat(text.values(Element.IDENTIFIER)).containsExactly("https://doi.org/10.1234/a");
        assertThat(text.all(Element.COVERAGE))
                .containsExactly(
                        Statement.of(Element.COVERAGE, "MX"), Statement.of(Element.COVERAGE, "Tapachula", "es"));
        assertThat(text.values(Element.TEMPORAL)).containsExactly("2020-01/2020-03");
        assertThat(text.all(Element.SERIES).get(0).qualifier(Qualifier.NUMBER)).isEqualTo("3");
        assertThat(text.all(Element.RELATION).get(0).toString()).contains("5", "isNewVersionOf");
        assertThat(text.all(Element.PROJECT).get(0).qualifier(Qualifier.FUNDER)).isEqualTo("EU");
        assertThat(text.value(Element.ACCESS)).isEqualTo("metadata-only");
        assertThat(text.value(Element.EXTENT)).isEqualTo("48 pages");
        assertThat(text.value(Element.FORMAT)).isEqualTo("application/pdf");
        assertThat(text.value(Element.LINK)).isEqualTo("https://example.org/a");
    }

    @Test
    void whatHasNoPlaceIsFoundAtItsPlace() {
        DublinCoreXml.Reading reading = xml.read(
                qualifiedBytes(
                        "<dc:title>A</dc:title><dc:title>B</dc:title><dcterms:mediator>C</dcterms:mediator>"
                                + "<dcterms:isVersionOf>https://example.org/</dcterms:isVersionOf><x:y xmlns:x=\"urn:x\">D</x:y>"),
                null);
        assertThat(reading.findings())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder(
                        "/qdc:qualifieddc/*:y[1]",
                        "/qdc:qualifieddc/dcterms:mediator[1]",
                        "/qdc:qualifieddc/dcterms:isVersionOf[1]");
        assertThat(reading.findings()).noneMatch(Finding::isError);
        assertThat(reading.places()).containsEntry("/title/1", "/qdc:qualifieddc/dc:title[2]");
    }

    @Test
    void anyEncodingThatTheDocumentNamesIsRead() {
        for (String charset : List.of("UTF-8", "UTF-16", "ISO-8859-1", "windows-1252")) {
            String document =
                    "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + simple("<dc:title>Niños</dc:title>");
            byte[] bytes = document.getBytes(Charset.forName(charset));
            assertThat(xml.read(bytes, null).metadata().value(Element.TITLE)).isEqualTo("Niños");
        }
        byte[] bare = simple("<dc:title>Niños</dc:title>").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(xml.read(bare, "ISO-8859-1").metadata().value(Element.TITLE)).isEqualTo("Niños");
        assertThat(xml.read(bare, null).findings()).anyMatch(Finding::isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<",
                "<a/>",
                "<a>",
                "<!DOCTYPE a><a/>",
                "<?xml version='1.1'?><a/>",
                "<a>&b;</a>",
                "<oai_dc:dc/>",
                "<dc xmlns='http://www.openarchives.org/OAI/2.0/oai_dc/'/>",
                "<html><body/></html>",
                "<a><b/></a><c/>",
                "\uFEFF",
                "<?xml version=\"1.0\" encoding=\"none\"?><a/>"
            })
    void whatIsNoRecordIsFound(String document) {
        assertThat(xml.read(document.getBytes(StandardCharsets.UTF_8), null).findings())
                .anyMatch(Finding::isError);
    }

    @Test
    void entitiesAndDepthLeadNowhere() {
        String bomb = "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                + simple("<dc:title>&x;&f;</dc:title>");
        assertThat(xml.read(bomb.getBytes(StandardCharsets.UTF_8), null).metadata())
                .isEqualTo(DublinCore.EMPTY);
        String deep = simple("<dc:title>" + "<b>".repeat(100_000));
        assertThat(xml.read(deep.getBytes(StandardCharsets.UTF_8), null).findings())
                .anyMatch(Finding::isError);
        String many = simple("<dc:title>a</dc:title>".repeat(10_000));
        assertThat(xml.read(many.getBytes(StandardCharsets.UTF_8), null).findings())
                .anyMatch(Finding::isError);
    }

    @Test
    void anyBytesAreReadWithoutAFault() {
        Random random = new Random(11);
        byte[] good =
                qualifiedBytes("<dc:title xml:lang=\"es\">Á</dc:title><dc:type>Map</dc:type><dc:date>2021</dc:date>");
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good.clone();
            for (int j = 0; j <= random.nextInt(5); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            xml.read(bytes, random.nextBoolean() ? null : "UTF-8");
        }
    }

    private DublinCore qualified(String fields) {
        DublinCoreXml.Reading reading = xml.read(qualifiedBytes(fields), null);
        assertThat(reading.findings()).isEmpty();
        return reading.metadata();
    }

    private static byte[] qualifiedBytes(String fields) {
        return ("<qdc:qualifieddc xmlns:qdc=\"urn:acervo:qualifieddc\" " + DC + ">" + fields + "</qdc:qualifieddc>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String simple(String fields) {
        return "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" " + DC + ">" + fields
                + "</oai_dc:dc>";
    }
}
