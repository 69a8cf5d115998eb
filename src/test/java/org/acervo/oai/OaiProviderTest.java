package org.acervo.oai;

import static org.acervo.oai.SampleRepository.MEXICO;
import static org.acervo.oai.SampleRepository.NOON;
import static org.acervo.oai.SampleRepository.OAI_DC;
import static org.acervo.oai.SampleRepository.OTHER;
import static org.acervo.oai.SampleRepository.arguments;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.SetSpec;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.junit.jupiter.api.Test;

/** The six verbs of OAI-PMH 2.0 section 4 where they succeed. */
class OaiProviderTest {

    private final SampleRepository sample = new SampleRepository();
    private final OaiProvider provider = sample.provider(100);

    @Test
    void identifyOfAnEmptyRepositoryHasALowerBoundOfWhatWillCome() {
        OaiAnswer.Identify answer = (OaiAnswer.Identify) ask("verb", "Identify");
        assertThat(answer.earliest()).isEqualTo(NOON);
        assertThat(answer.head().attributes()).containsExactly(java.util.Map.entry("verb", "Identify"));
        assertThat(answer.head().chain()).isNull();
    }

    @Test
    void identifyTellsTheEarliestDatestampOfTombstonesToo() {
        sample.withdraw(1);
        sample.disseminations().at(NOON.plusSeconds(60));
        sample.publish(2, 1);
        OaiAnswer.Identify answer = (OaiAnswer.Identify) ask("verb", "Identify");
        assertThat(answer.earliest()).isEqualTo(NOON);
        assertThat(answer.head().responseDate()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void formatsOfTheRepositoryAndOfARecord() {
        sample.publish(1, 1);
        assertThat(((OaiAnswer.MetadataFormats) ask("verb", "ListMetadataFormats")).formats())
                .containsExactly(OAI_DC, OTHER);
        assertThat(((OaiAnswer.MetadataFormats)
                                ask("verb", "ListMetadataFormats", "identifier", "oai:library.example.org:1"))
                        .formats())
                .containsExactly(OAI_DC);
    }

    @Test
    void getRecordOfATombstoneIsAHeader() {
        sample.withdraw(1, MEXICO);
        OaiAnswer.Record answer = (OaiAnswer.Record)
                ask("verb", "GetRecord", "identifier", "oai:library.example.org:1", "metadataPrefix", "oai_dc");
        assertThat(answer.record().deleted()).isTrue();
        assertThat(new String(answer.record().payload().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("<setSpec>mission:mexico</setSpec></header>");
    }

    @Test
    void datesAreInclusiveAtBothEndsInBothGranularities() {
        sample.publish(1, 1);
        sample.disseminations().at(NOON.plusSeconds(1));
        sample.publish(2, 1);
        assertThat(listed("from", "2024-05-01T12:00:00Z", "until", "2024-05-01T12:00:00Z"))
                .containsExactly(1L);
        assertThat(listed("from", "2024-05-01T12:00:01Z")).containsExactly(2L);
        assertThat(listed("from", "2024-05-01", "until", "2024-05-01")).containsExactly(1L, 2L);
        assertThat(listed("until", "2024-05-01")).containsExactly(1L, 2L);
        assertThat(listed("from", "0001-01-01", "until", "9999-12-31")).containsExactly(1L, 2L);
    }

    @Test
    void midnightInUntilIsNotWidenedToTheDay() {
        sample.disseminations().at(NOON);
        sample.publish(1, 1);
        assertThat(ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "until", "2024-05-01T00:00:00Z"))
                .isInstanceOf(OaiAnswer.Errors.class);
    }

    @Test
    void setsAreHarvestedByMemberAndByFamily() {
        sample.publish(1, 1, SetSpec.Family.MISSION.set(), MEXICO);
        sample.publish(2, 1);
        assertThat(listed("set", "mission:mexico")).containsExactly(1L);
        assertThat(listed("set", "mission")).containsExactly(1L);
    }

    @Test
    void identifiersHaveHeaders() {
        sample.publish(1, 1, MEXICO);
        OaiAnswer.Records answer = (OaiAnswer.Records) ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc");
        assertThat(answer.headersOnly()).isTrue();
        assertThat(new String(answer.records().get(0).payload().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("<setSpec>mission:mexico</setSpec></header>");
    }

    @Test
    void setsHaveNamesInFourLanguages() {
        OaiAnswer.SetList answer = (OaiAnswer.SetList) ask("verb", "ListSets");
        assertThat(answer.position()).isNull();
        assertThat(answer.sets())
                .extracting(set -> set.spec().value() + " = " + set.name().en())
                .containsExactly(
                        "mission = Missions",
                        "theme = Thematic areas",
                        "type = Types",
                        "lang = Languages",
                        "country = Countries",
                        "collection = Collections",
                        "openaire = OpenAIRE",
                        "mission:mexico = Mission: Mexico",
                        "theme:gone = theme:gone",
                        "lang:pt-BR = Language: Portuguese (Brazil)",
                        "country:MX = Country: Mexico",
                        "type:study = Type: Study",
                        "theme:migration-data = Thematic area: Migration data",
                        "collection:mobility-tracking = Collection: Mobility tracking");
        SetDescription mexico = answer.sets().get(7);
        assertThat(mexico.name().in(InterfaceLanguage.FR)).isEqualTo("Mission\u00A0: Mexique");
        assertThat(mexico.descriptions().get(0).es()).isEqualTo("Publicaciones de esta misión: México");
        assertThat(answer.sets().get(12).descriptions().get(0).pt()).isEqualTo("Números.");
        assertThat(answer.sets().get(13).descriptions().get(0).en())
                .isEqualTo("Publications in this collection: Mobility tracking");
        assertThat(answer.sets().get(8).descriptions()).isEmpty();
    }

    @Test
    void everySetSaysSoWhereRecordsThatLeaveAreShownAsDeleted() {
        OaiProvider other = new SampleRepository(true).provider(100);
        OaiAnswer.SetList sets = (OaiAnswer.SetList) other.answer(arguments("verb", "ListSets"));
        assertThat(sets.sets()).allSatisfy(set -> assertThat(set.descriptions())
                .extracting(Labels::en)
                .contains("A record that leaves this set is listed in it as deleted, even where it lives on in the"
                        + " repository."));
        OaiAnswer.Identify identify = (OaiAnswer.Identify) other.answer(arguments("verb", "Identify"));
        assertThat(identify.setTombstones()).isTrue();
    }

    @Test
    void harvestsAreKnownByTheirFirstRequest() {
        sample.publish(1, 1);
        OaiAnswer answer = ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "from", "2024-05-01");
        assertThat(answer.head().chain())
                .isNotNull()
                .extracting(OaiAnswer.Chain::arguments)
                .isEqualTo("verb=ListRecords metadataPrefix=oai_dc from=2024-05-01");
    }

    private List<Long> listed(String... more) {
        List<String> pairs = new ArrayList<>(List.of("verb", "ListRecords", "metadataPrefix", "oai_dc"));
        pairs.addAll(List.of(more));
        OaiAnswer.Records answer = (OaiAnswer.Records) ask(pairs.toArray(String[]::new));
        return answer.records().stream().map(record -> record.id().value()).toList();
    }

    private OaiAnswer ask(String... pairs) {
        return provider.answer(arguments(pairs));
    }
}
