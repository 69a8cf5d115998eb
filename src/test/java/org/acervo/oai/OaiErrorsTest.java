package org.acervo.oai;

import static org.acervo.oai.SampleRepository.MEXICO;
import static org.acervo.oai.SampleRepository.arguments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.StorageUnavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error conditions of OAI-PMH 2.0 section 3.6. */
class OaiErrorsTest {

    private final SampleRepository sample = new SampleRepository();
    private final OaiProvider provider = sample.provider(2);

    @BeforeEach
    void publish() {
        sample.publish(1, 3, MEXICO);
    }

    @Test
    void verbMissing() {
        OaiAnswer.Errors answer = errors("metadataPrefix", "oai_dc");
        assertThat(answer.errors())
                .containsExactly(new ProtocolError(
                        ErrorCode.BAD_VERB,
                        "There is no verb; add one of Identify, ListMetadataFormats, ListSets, GetRecord,"
                                + " ListIdentifiers and ListRecords"));
        assertThat(answer.head().attributes()).isEmpty();
        assertThat(answer.head().responseDate()).isEqualTo(SampleRepository.NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identify", "Identify ", "ListRecord", "\u0003", "\uD800"})
    void verbIllegal(String verb) {
        assertThat(codes("verb", verb)).containsExactly(ErrorCode.BAD_VERB);
        assertThat(errors("verb", verb).head().attributes()).isEmpty();
    }

    @Test
    void verbRepeated() {
        assertThat(codes("verb", "Identify", "verb", "Identify")).containsExactly(ErrorCode.BAD_VERB);
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        OaiAnswer.Errors answer = errors(
                "verb", "ListRecords", "from", "yesterday", "until", "2021-02-30", "set", "a b", "identifier", "x");
        assertThat(answer.errors())
                .extracting(ProtocolError::message)
                .containsExactly(
                        "The argument from is 'yesterday', which is no date of the form YYYY-MM-DD or"
                                + " YYYY-MM-DDThh:mm:ssZ",
                        "The argument until is '2021-02-30', which is a date that does not exist",
                        "The argument set is 'a b', which is no setSpec; ListSets names those that exist",
                        "The argument 'identifier' is not allowed with ListRecords, which takes metadataPrefix, from,"
                                + " until, set and resumptionToken",
                        "The argument metadataPrefix is missing; ListRecords needs metadataPrefix");
        assertThat(answer.errors()).extracting(ProtocolError::code).containsOnly(ErrorCode.BAD_ARGUMENT);
        assertThat(answer.head().attributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Identify, identifier, x",
        "Identify, resumptionToken, x",
        "ListMetadataFormats, metadataPrefix, oai_dc",
        "ListSets, set, mission",
        "GetRecord, until, 2020-01-01",
        "ListSets, nonsense, 1",
        "ListSets, '', 1"
    })
    void argumentNotOfTheVerb(String verb, String name, String value) {
        assertThat(codes("verb", verb, name, value)).contains(ErrorCode.BAD_ARGUMENT);
    }

    @ParameterizedTest
    @CsvSource({"GetRecord, identifier", "GetRecord, metadataPrefix", "ListRecords, ''", "ListIdentifiers, ''"})
    void argumentMissing(String verb, String name) {
        assertThat(name.isEmpty() ? codes("verb", verb) : codes("verb", verb, name, "oai_dc"))
                .containsExactly(ErrorCode.BAD_ARGUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadataPrefix", "from", "until", "set"})
    void argumentEmptyOrRepeated(String name) {
        assertThat(messages("verb", "ListRecords", "metadataPrefix", "oai_dc", name, ""))
                .isNotEmpty();
        assertThat(codes("verb", "ListRecords", "metadataPrefix", "oai_dc", name, "a", name, "a"))
                .contains(ErrorCode.BAD_ARGUMENT);
        assertThat(messages("verb", "ListSets", "resumptionToken", ""))
                .containsExactly("The argument resumptionToken is empty; give it a value or leave it out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-02-30",
                "2021-13-01",
                "2021-2-3",
                "2021",
                "2021-02",
                "0000-01-01",
                "-2021-01-01",
                "12021-01-01",
                "2021-01-01T00:00:00",
                "2021-01-01T00:00:00.0Z",
                "2021-01-01T00:00Z",
                "2021-01-01t00:00:00z",
                "2021-01-01T24:00:00Z",
                "2021-01-01T23:59:60Z",
                "2021-01-01T00:00:00+00:00",
                "2021-01-01 00:00:00Z",
                " 2021-01-01",
                "２０２１-01-01"
            })
    void dateUnreadable(String date) {
        assertThat(codes("verb", "ListRecords", "metadataPrefix", "oai_dc", "from", date))
                .containsExactly(ErrorCode.BAD_ARGUMENT);
        assertThat(codes("verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "until", date))
                .containsExactly(ErrorCode.BAD_ARGUMENT);
    }

    @Test
    void fromAfterUntil() {
        assertThat(messages(list("from", "2021-01-02", "until", "2021-01-01")))
                .containsExactly("The argument from is later than until; exchange them");
        assertThat(codes(list("from", "1960-01-01", "until", "1950-01-01"))).containsExactly(ErrorCode.BAD_ARGUMENT);
    }

    @Test
    void mixedGranularity() {
        assertThat(messages(list("from", "2021-01-01", "until", "2022-01-01T00:00:00Z")))
                .containsExactly(
                        "The arguments from and until are of different granularity; give both as days or both as"
                                + " seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oai dc", "oai:dc", "oai/dc", "é", "oai_dc\u0000"})
    void prefixOfWrongForm(String prefix) {
        assertThat(codes("verb", "ListRecords", "metadataPrefix", prefix)).containsExactly(ErrorCode.BAD_ARGUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "a\u0001b", "\uDC80", "\uFFFF", ":x", "http://["})
    void identifierThatIsNoUri(String identifier) {
        OaiAnswer.Errors answer = errors("verb", "GetRecord", "metadataPrefix", "oai_dc", "identifier", identifier);
        assertThat(answer.errors()).extracting(ProtocolError::code).containsExactly(ErrorCode.BAD_ARGUMENT);
        assertThat(answer.head().attributes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oai:library.example.org:4",
                "oai:library.example.org:01",
                "oai:library.example.org:",
                "oai:other.example.org:1",
                "OAI:library.example.org:1",
                "invalid\"id",
                "a b",
                "oai:library.example.org:99999999999999999999"
            })
    void identifierUnknown(String identifier) {
        OaiAnswer.Errors answer = errors("verb", "GetRecord", "metadataPrefix", "oai_dc", "identifier", identifier);
        assertThat(answer.errors()).extracting(ProtocolError::code).containsExactly(ErrorCode.ID_DOES_NOT_EXIST);
        assertThat(answer.head().attributes()).containsEntry("identifier", identifier);
        assertThat(codes("verb", "ListMetadataFormats", "identifier", identifier))
                .containsExactly(ErrorCode.ID_DOES_NOT_EXIST);
    }

    @Test
    void formatUnknown() {
        assertThat(codes("verb", "ListRecords", "metadataPrefix", "nope"))
                .containsExactly(ErrorCode.CANNOT_DISSEMINATE_FORMAT);
        assertThat(codes("verb", "ListIdentifiers", "metadataPrefix", "OAI_DC"))
                .containsExactly(ErrorCode.CANNOT_DISSEMINATE_FORMAT);
        assertThat(codes("verb", "GetRecord", "metadataPrefix", "nope", "identifier", "oai:library.example.org:1"))
                .containsExactly(ErrorCode.CANNOT_DISSEMINATE_FORMAT);
        assertThat(codes("verb", "GetRecord", "metadataPrefix", "nope", "identifier", "oai:library.example.org:9"))
                .containsExactly(ErrorCode.ID_DOES_NOT_EXIST, ErrorCode.CANNOT_DISSEMINATE_FORMAT);
    }

    @Test
    void formatNotOfTheItem() {
        assertThat(codes("verb", "GetRecord", "metadataPrefix", "other", "identifier", "oai:library.example.org:1"))
                .containsExactly(ErrorCode.CANNOT_DISSEMINATE_FORMAT);
    }

    @Test
    void itemWithoutFormats() {
        Payload header = Payload.of(Fragments.header(List.of()));
        sample.put(new Dissemination(new PublicationId(9), false, List.of(), java.util.Map.of("retired", header), 1));
        assertThat(codes("verb", "ListMetadataFormats", "identifier", "oai:library.example.org:9"))
                .containsExactly(ErrorCode.NO_METADATA_FORMATS);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2024-05-02",
        "from, 9999-12-31",
        "until, 2024-04-30",
        "until, 0001-01-01",
        "from, 2024-05-01T12:00:01Z",
        "until, 2024-05-01T11:59:59Z",
        "set, unheard-of",
        "set, theme:gone"
    })
    void nothingMatches(String name, String value) {
        OaiAnswer.Errors answer = errors(list(name, value));
        assertThat(answer.errors()).extracting(ProtocolError::code).containsExactly(ErrorCode.NO_RECORDS_MATCH);
        assertThat(answer.head().attributes())
                .containsEntry("verb", "ListRecords")
                .containsEntry("metadataPrefix", "oai_dc")
                .containsEntry(name, value);
    }

    @Test
    void tokenIsExclusive() {
        assertThat(messages(list("resumptionToken", "x")))
                .containsExactly("The argument resumptionToken stands alone with the verb; leave out metadataPrefix");
    }

    @Test
    void databaseThatDoesNotAnswerIsNoAnswer() {
        sample.disseminations().setAvailable(false);
        assertThatThrownBy(() -> provider.answer(arguments("verb", "Identify"))).isInstanceOf(StorageUnavailable.class);
    }

    private static String[] list(String... more) {
        String[] all = new String[4 + more.length];
        System.arraycopy(new String[] {"verb", "ListRecords", "metadataPrefix", "oai_dc"}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return all;
    }

    private List<ErrorCode> codes(String... pairs) {
        return errors(pairs).errors().stream()
                .map(ProtocolError::code)
                .distinct()
                .toList();
    }

    private List<String> messages(String... pairs) {
        return errors(pairs).errors().stream().map(ProtocolError::message).toList();
    }

    private OaiAnswer.Errors errors(String... pairs) {
        return (OaiAnswer.Errors) provider.answer(arguments(pairs));
    }
}
