package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Marc21FormatTest {

    /** The fields of a tag as cataloguers write them: indicators with # for blank, then subfields with $. */
    private static List<String> of(String tag, Item item) {
        return Samples.elements(Samples.render("marc21", item), "datafield").stream()
                .filter(field -> field.startsWith("<datafield tag=\"" + tag + "\""))
                .map(field -> field.replaceAll("<datafield tag=\"...\" ind1=\"(.)\" ind2=\"(.)\">", "$1$2")
                        .replaceAll("<subfield code=\"(.)\">", " \\$$1 ")
                        .replaceAll("</\\w+>", ""))
                .map(field -> field.substring(0, 2).replace(' ', '#') + field.substring(2))
                .toList();
    }

    private static List<String> of(String tag, String json) {
        return of(tag, Samples.item(json));
    }

    private static String control(String tag, String json) {
        String start = "<controlfield tag=\"" + tag + "\">";
        String xml = Samples.render("marc21", Samples.item(json));
        int at = xml.indexOf(start) + start.length();
        return xml.substring(at, xml.indexOf('<', at));
    }

    @ParameterizedTest
    @CsvSource({
        "2021,s2021####",
        "2021-02,e202102##",
        "2021-02-17,e20210217",
        "2017~,s2017####",
        "201X,s201u####",
        "20XX,s20uu####",
        "unknown,nuuuuuuuu"
    })
    void marc008SaysWhatIsKnownOfTheDate(String date, String positions) {
        String field = control("008", "{'date': '" + date + "'}");
        assertThat(field).hasSize(40).startsWith("240506" + positions.replace('#', ' ') + "xx ");
    }

    @ParameterizedTest
    @CsvSource({"es,spa", "fr-HT,fre", "zxx,zxx", "quc,myn", "pt-BR,por", "tlh,tlh", "vls,und"})
    void marc008And041TakeMarcCodes(String tag, String code) {
        String json = "{'language': '" + tag + "'}";
        assertThat(control("008", json)).endsWith(code + " d");
        assertThat(of("041", json)).containsExactly("## $a " + code);
    }

    @Test
    void marc041TellsATranslation() {
        assertThat(of("041", Samples.full())).containsExactly("1# $a spa $a eng");
    }

    @ParameterizedTest
    @CsvSource({"assessment,a,txt", "map,e,cri", "video,g,tdi", "dataset,m,cod", "audio,i,snd", "event,a,xxx"})
    void marcCodesTheKindOfMaterial(String type, char kind, String content) {
        String json = "{'type': '" + type + "'}";
        assertThat(Samples.render("marc21", Samples.item(json)))
                .contains("<leader>     n" + kind + "m a22     3  4500</leader>");
        assertThat(control("008", json)).hasSize(40);
        assertThat(of("336", json)).singleElement().asString().endsWith(" $b " + content + " $2 rdacontent");
    }

    @Test
    void marc245IsInTheLanguageOfTheDocumentAnd246HasTheOtherTitles() {
        assertThat(of("245", Samples.full())).containsExactly("10 $a El título");
        assertThat(of("246", Samples.full())).containsExactly("31 $a The title", "3# $a Other title");
        assertThat(of("242", Samples.full())).isEmpty();
    }

    @Test
    void marcTellsPersonsFromOrganizations() {
        assertThat(of("110", Samples.full())).containsExactly("2# $a IOM $4 cre");
        assertThat(of("700", Samples.full()))
                .containsExactly(
                        "1# $a Pérez, Ana $1 https://orcid.org/0000-0002-1825-0097 $4 cre", "0# $a Pelé $4 ctb");
        assertThat(of("710", Samples.full())).containsExactly("2# $a Colegio de la Frontera Norte $4 ctb");
        assertThat(of("100", "{'creator': 'Pérez, Ana'}")).containsExactly("1# $a Pérez, Ana $4 cre");
    }

    @Test
    void marc245HasNoAddedEntryWithoutACreator() {
        assertThat(of("245", "{'title': 'Nobody’s'}")).containsExactly("00 $a Nobody’s");
    }

    @Test
    void marcGivesStandardNumbers() {
        assertThat(of("020", Samples.full())).containsExactly("## $a 9789290688150");
        assertThat(of("020", "{'identifier': '978-92-9068-815-4'}")).containsExactly("## $z 9789290688154");
        assertThat(of("022", Samples.full())).containsExactly("## $a 1561-5502");
        assertThat(of("024", Samples.full()))
                .containsExactly("7# $a 10.18356/&lt;9&gt; $2 doi", "7# $a 20.500.12345/678 $2 hdl");
        assertThat(of("088", Samples.full())).containsExactly("## $a C/INF/285");
    }

    @Test
    void marcGivesAbstractsSubjectsAndSeries() {
        assertThat(of("520", Samples.full())).containsExactly("3# $a Resumen", "3# $a Abstract");
        assertThat(of("650", Samples.full()))
                .containsExactly(
                        "#7 $a Datos $2 local",
                        "#7 $a Data on migration $2 local",
                        "#7 $a Movilidad laboral $2 local",
                        "#7 $a Labour mobility $2 local");
        assertThat(of("653", Samples.full())).containsExactly("## $a Tapachula", "## $a DTM", "#5 $a Suchiate");
        assertThat(of("490", Samples.full())).containsExactly("1# $a Línea de base $v 1", "1# $a DTM reports");
        assertThat(of("830", Samples.full())).containsExactly("#0 $a Línea de base $v 1", "#0 $a DTM reports");
    }

    @Test
    void marcGivesPlacesByNameAndByCode() {
        assertThat(of("651", Samples.full()))
                .containsExactly("#7 $a México $2 local", "#7 $a Chiapas $2 local", "#7 $a Caribe $2 local");
        assertThat(of("043", Samples.full())).containsExactly("## $c MX $c MX-CHP");
    }

    @Test
    void marcLinksTranslationsAndEditions() {
        String url = "https://library.example.org/publications/10";
        assertThat(of("765", Samples.full())).containsExactly("0# $o " + url + 0);
        assertThat(of("775", Samples.full()))
                .containsExactly(
                        "08 $i Translated as: $o " + url + 1,
                        "08 $i Revision of: $o " + url + 2,
                        "08 $i Revised as: $o " + url + 3);
    }

    @Test
    void marc856LeadsToTheLandingPage() {
        assertThat(of("856", Samples.full()))
                .containsExactly(
                        "40 $u https://library.example.org/publications/42",
                        "41 $u https://example.org/a?b=c&amp;d $y Texto completo");
    }

    @Test
    void marcSaysWhoPublishedItAndWhen() {
        assertThat(of("264", Samples.full()))
                .containsExactly("#1 $b Organización Internacional $b Gobierno de México $c 2021-02");
        assertThat(of("264", "{'date': '201X'}")).containsExactly("#1 $c [2010-2019?]");
        assertThat(of("264", "{'date': 'unknown'}")).containsExactly("#2 $c 2024-05-06");
    }

    @Test
    void marcSaysWhoMayReadItAndUseIt() {
        assertThat(of("506", Samples.full()))
                .containsExactly("1# $a embargoed access $u http://purl.org/coar/access_right/c_f1cf");
        assertThat(of("540", Samples.full()))
                .containsExactly("## $a Atribución 4.0 $u https://creativecommons.org/licenses/by/4.0/");
    }

    @Test
    void marcGivesFieldsInTheOrderOfTheirTags() {
        List<String> tags = Samples.elements(Samples.render("marc21", Samples.full()), "datafield").stream()
                .map(field -> field.substring(16, 19))
                .toList();
        assertThat(tags).hasSizeGreaterThan(40);
        assertThat(tags.stream()
                        .map(tag -> tag.startsWith("7") ? "7" : tag.substring(0, 1))
                        .toList())
                .isSorted();
    }
}
