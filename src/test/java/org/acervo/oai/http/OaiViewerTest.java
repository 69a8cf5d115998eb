package org.acervo.oai.http;

import static org.acervo.oai.SampleRepository.GONE;
import static org.acervo.oai.SampleRepository.MEXICO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.SetSpec;
import org.acervo.oai.Fragments;
import org.acervo.oai.SampleRepository;
import org.acervo.pages.Pages;
import org.acervo.pages.Texts;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OaiViewerTest {

    private final SampleRepository sample = new SampleRepository();

    @ParameterizedTest
    @EnumSource(InterfaceLanguage.class)
    void languagesHaveTheSameWords(InterfaceLanguage language) {
        assertThat(Texts.in(language, OaiViewer.BUNDLE).keySet())
                .isEqualTo(Texts.in(InterfaceLanguage.EN, OaiViewer.BUNDLE).keySet());
        assertThat(Texts.in(language, OaiViewer.BUNDLE).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lang=fr",
                "verb=Identify&lang=es",
                "verb=ListMetadataFormats",
                "verb=ListMetadataFormats&identifier=oai:library.example.org:1",
                "verb=ListSets&lang=pt",
                "verb=ListRecords&metadataPrefix=oai_dc",
                "verb=ListIdentifiers&metadataPrefix=oai_dc",
                "verb=GetRecord&identifier=oai:library.example.org:1&metadataPrefix=oai_dc",
                "verb=GetRecord&identifier=oai:library.example.org:9&metadataPrefix=oai_dc",
                "verb=nonsense",
                "verb=ListRecords&metadataPrefix=%FF&set=%3Cscript%3Ealert(1)%3C/script%3E",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01"
            })
    void everyAnswerHasAPage(String query) {
        sample.publish(1, 5, MEXICO);
        sample.withdraw(9, MEXICO);
        assertThat(view(query))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .doesNotContain("<script", "onload");
    }

    @Test
    void withoutAVerbItIsTheRepository() {
        assertThat(view("")).contains("<h1>Library &amp; Archive</h1>", "for ever", "href=\"../oai?verb=Identify\"");
    }

    @Test
    void recordsHaveTitleSetsAndTheWayOn() {
        sample.publish(1, 5, SetSpec.Family.MISSION.set(), MEXICO, GONE);
        assertThat(view("verb=ListRecords&metadataPrefix=oai_dc&lang=es"))
                .contains("<html lang=\"es\">")
                .contains("lang=\"es\">Título &amp; 1</a>")
                .contains("title=\"mission:mexico\">Misión: México</a>")
                .contains("title=\"theme:gone\">theme:gone</a>")
                .contains("1–2 de 5")
                .containsPattern("href=\"view\\?verb=ListRecords&amp;resumptionToken=[\\w-]+&amp;lang=es\"");
    }

    @Test
    void identifiersHaveTitlesToo() {
        sample.publish(1, 1);
        sample.withdraw(2);
        assertThat(view("verb=ListIdentifiers&metadataPrefix=oai_dc"))
                .contains("lang=\"en\">Title</a>")
                .contains("<span class=\"state bad\">Deleted</span>");
    }

    @Test
    void recordShowsItsElementsAndItsSource() {
        sample.publish(1, 1, MEXICO);
        assertThat(view("verb=GetRecord&identifier=oai:library.example.org:1&metadataPrefix=oai_dc&lang=fr"))
                .contains(
                        "Titre", "dc:title", "<td lang=\"es\">Título &amp; 1 <span class=\"chip lang\">es</span></td>")
                .contains("&lt;dc:title xml:lang=&quot;en&quot;&gt;Title&lt;/dc:title&gt;")
                .contains("https://library.example.org/publications/1");
    }

    @Test
    void markupInARecordIsText() {
        byte[] record = Fragments.record(
                Fragments.header(List.of()),
                SampleRepository.metadata("<script>alert('x')</script>"),
                Fragments.about(sample.repository()));
        sample.put(new Dissemination(new PublicationId(1), false, List.of(), Map.of("oai_dc", Payload.of(record)), 1));
        assertThat(view("verb=ListRecords&metadataPrefix=oai_dc&lang=es"))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void errorsAreExplained() {
        assertThat(view("verb=ListRecords&metadataPrefix=nope&lang=pt"))
                .contains(
                        "Este formato não existe aqui", "cannotDisseminateFormat", "There is no format &#39;nope&#39;");
    }

    @Test
    void languageIsTheBrowsersUnlessTheAddressSays() {
        assertThat(ViewRequest.of(Map.of(), "pt-BR,en;q=0.5").language()).isEqualTo(InterfaceLanguage.PT);
        assertThat(ViewRequest.of(Map.of("lang", List.of("fr")), "pt-BR").language())
                .isEqualTo(InterfaceLanguage.FR);
        assertThat(ViewRequest.of(Map.of("lang", List.of("de")), "pt").language())
                .isEqualTo(InterfaceLanguage.PT);
    }

    @Test
    void emptyAndForeignFieldsOfTheFormAreNoArguments() {
        Map<String, List<String>> form = SampleRepository.arguments(
                "form",
                "1",
                "verb",
                "ListIdentifiers",
                "metadataPrefix",
                "oai_dc",
                "set",
                "",
                "from",
                " ",
                "until",
                "2024-01-01",
                "identifier",
                "x",
                "lang",
                "en");
        assertThat(ViewRequest.of(form, null).arguments())
                .isEqualTo(SampleRepository.arguments(
                        "verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "until", "2024-01-01"));
        assertThat(ViewRequest.of(Map.of("verb", List.of("ListSets"), "set", List.of("")), null)
                        .arguments())
                .containsKey("set");
    }

    @Test
    void sourceIsIndented() {
        byte[] record = Fragments.record(
                Fragments.header(List.of(MEXICO)),
                "<a xmlns=\"urn:a\" x=\"1 &quot;2&quot;\"><b/><c>t &lt; u</c></a>".getBytes(StandardCharsets.UTF_8),
                Fragments.about(sample.repository()));
        assertThat(IndentedXml.of(Payload.of(record))).startsWith("""
                        <metadata>
                          <a xmlns="urn:a" x="1 &quot;2&quot;">
                            <b></b>
                            <c>t &lt; u</c>
                          </a>
                        </metadata>
                        <about>
                          <rights\s""");
        assertThat(IndentedXml.of(Payload.of(Fragments.header(List.of(MEXICO)))))
                .isEmpty();
    }

    private String view(String query) {
        RawArguments raw = new RawArguments();
        raw.add(query);
        OaiViewer viewer = new OaiViewer(
                sample.provider(2),
                sample.repository(),
                sample.disseminations(),
                () -> List.of(SampleRepository.OAI_DC),
                sample.sets(),
                new Pages(sample.repository()));
        return viewer.view(ViewRequest.of(raw.all(), null));
    }
}
