package org.acervo.deposit;

import static org.acervo.deposit.House.body;
import static org.acervo.deposit.House.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.XmlWriter;
import org.acervo.format.MetadataFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publications that come as Dublin Core in XML. */
class XmlDepositsTest {

    private static final String RICH = "{'sourceId':'mx-1','collections':['library'],'type':'situation-report',"
            + "'title':[{'value':'Uno','lang':'es'},{'value':'One','lang':'en'}],'description':{'value':'Qué','lang':'es'},"
            + "'creator':[{'value':'Pérez, Ana','kind':'person','id':'https://orcid.org/0000-0002-1825-0097'}],"
            + "'theme':['migration-data'],'subject':[{'value':'Tapachula','lang':'es'}],'date':'unknown','language':['es','en'],"
            + "'coverage':['MX','MX-CHP'],'temporal':['2020-09/2020-11'],'series':[{'value':'Serie','lang':'es','number':'3'}],"
            + "'identifier':[{'value':'978-92-9068-815-4','scheme':'isbn'},{'value':'IOM/2','scheme':'symbol'}],"
            + "'relation':[{'type':'isSummaryOf','target':'https://example.org/x'}],"
            + "'link':[{'url':'https://example.org/a','label':'Texto','language':'es'}],'access':'restricted',"
            + "'extent':'48 pages','audience':['all'],'project':[{'code':'X','funder':'EU'}],"
            + "'body':{'value':'Texto','lang':'es'},'formerUrl':'https://old.example.org/1'}";

    private final House house = new House();

    @ParameterizedTest
    @ValueSource(strings = {"oai_dc", "qdc"})
    void aRecordThatComesBackUnchangedChangesNothing(String prefix) {
        Reply created = house.create(RICH);
        DublinCore before =
                house.publications.find(created.about()).orElseThrow().working();
        Reply saved = house.saveXml(id(created), record(created, prefix));
        assertThat(saved.headers()).containsEntry("ETag", "\"1\"");
        assertThat(house.publications.find(created.about()).orElseThrow().working())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oai_dc", "qdc"})
    void onlyWhatDiffersChanges(String prefix) {
        Reply created = house.create(RICH);
        String xml = record(created, prefix).replace(">Uno<", ">Dos<").replace(">Tapachula<", ">Tijuana<");
        Reply saved = house.saveXml(id(created), xml);
        String told = saved.body();
        assertThat(told)
                .contains("Dos", "Tijuana", "orcid.org", "mx-1", "IOM/2", "Texto", "old.example.org", "isSummaryOf");
        assertThat(told).doesNotContain("Uno", "Tapachula\"");
        assertThat(body(saved).getString("date")).isEqualTo("unknown");
    }

    @Test
    void whatIsWrongIsToldAtItsPlaceInTheRecord() {
        assertThatThrownBy(
                        () -> house.createXml(
                                "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
                                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>A</dc:title><dc:title>B</dc:title>"
                                        + "<dc:date>febrero</dc:date><dc:type>Nonsense</dc:type><dc:rights>Mine</dc:rights></oai_dc:dc>"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::pointer)
                        .contains("/oai_dc:dc/dc:date[1]", "/oai_dc:dc/dc:type[1]", "/oai_dc:dc/dc:rights[1]"));
    }

    private String record(Reply created, String prefix) {
        XmlWriter out = new XmlWriter();
        new MetadataFormats(house.repository, House.VOCABULARIES)
                .find(prefix)
                .orElseThrow()
                .write(
                        house.publishing.item(
                                house.publications.find(created.about()).orElseThrow(),
                                house.publications
                                        .find(created.about())
                                        .orElseThrow()
                                        .working()),
                        out);
        return out.toString();
    }
}
