package org.acervo.oai;

import static org.acervo.oai.SampleRepository.MEXICO;
import static org.acervo.oai.SampleRepository.NOON;
import static org.acervo.oai.SampleRepository.arguments;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.oai.OaiAnswer.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists that need several answers (OAI-PMH 2.0 section 3.5). */
class ResumptionTest {

    private final SampleRepository sample = new SampleRepository();

    @Test
    void cursorCountsRecordsAndTheLastTokenIsEmpty() {
        sample.publish(1, 5);
        List<Position> positions = new ArrayList<>();
        assertThat(harvest("ListRecords", positions)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(positions).extracting(Position::cursor).containsExactly(0L, 2L, 4L);
        assertThat(positions).extracting(Position::size).containsOnly(5L);
        assertThat(positions.get(2).token()).isEmpty();
        assertThat(positions.get(2).expires()).isNull();
        assertThat(positions.get(0).expires()).isEqualTo(NOON.plus(Duration.ofDays(2)));
    }

    @Test
    void multipleOfThePageSizeHasNoEmptyLastPage() {
        sample.publish(1, 4);
        List<Position> positions = new ArrayList<>();
        assertThat(harvest("ListIdentifiers", positions)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions).extracting(Position::cursor).containsExactly(0L, 2L);
    }

    @Test
    void listOfOneAnswerHasNoToken() {
        sample.publish(1, 2);
        assertThat(first("ListRecords").position()).isNull();
    }

    @Test
    void samePageTwice() {
        sample.publish(1, 5);
        String token = token(first("ListRecords"));
        assertThat(ids(resume("ListRecords", token))).containsExactly(3L, 4L);
        assertThat(ids(resume("ListRecords", token))).containsExactly(3L, 4L);
    }

    @Test
    void tokenOutlivesTheProcessButNotTheKey() {
        sample.publish(1, 5);
        String token = token(first("ListRecords"));
        OaiProvider restarted = sample.provider(3);
        assertThat(ids(restarted.answer(arguments("verb", "ListRecords", "resumptionToken", token))))
                .containsExactly(3L, 4L, 5L);
        byte[] other = new byte[32];
        other[0] = 1;
        OaiProvider stranger = sample.provider(2, new TokenKey(other));
        assertThat(code(stranger.answer(arguments("verb", "ListRecords", "resumptionToken", token))))
                .isEqualTo(ErrorCode.BAD_RESUMPTION_TOKEN);
    }

    @Test
    void everyAlteredCharacterIsFound() {
        sample.publish(1, 5);
        String token = token(first("ListRecords"));
        for (int i = 0; i < token.length(); i++) {
            for (char c : new char[] {'A', 'B', '-', '_', '=', ' '}) {
                String altered = token.substring(0, i) + c + token.substring(i + 1);
                if (!altered.equals(token)) {
                    assertThat(code(resume("ListRecords", altered))).isEqualTo(ErrorCode.BAD_RESUMPTION_TOKEN);
                }
            }
        }
        for (String altered : List.of("x", token + "A", token + "=", token.substring(1), "A".repeat(9000), "é", " ")) {
            assertThat(code(resume("ListRecords", altered))).isEqualTo(ErrorCode.BAD_RESUMPTION_TOKEN);
        }
    }

    @Test
    void tokenOfAnotherVerb() {
        sample.publish(1, 5);
        String token = token(first("ListRecords"));
        OaiAnswer.Errors answer = (OaiAnswer.Errors) resume("ListIdentifiers", token);
        assertThat(answer.errors())
                .containsExactly(new ProtocolError(
                        ErrorCode.BAD_RESUMPTION_TOKEN,
                        "The resumptionToken was given by ListRecords, not by ListIdentifiers; begin the list again"
                                + " without it"));
        assertThat(answer.head().attributes()).containsEntry("resumptionToken", token);
        assertThat(code(resume("ListSets", token))).isEqualTo(ErrorCode.BAD_RESUMPTION_TOKEN);
    }

    @Test
    void tokenLivesUntilItsExpirationDate() {
        sample.publish(1, 5);
        String token = token(first("ListRecords"));
        sample.disseminations().at(NOON.plus(Duration.ofDays(2)));
        assertThat(ids(resume("ListRecords", token))).containsExactly(3L, 4L);
        sample.disseminations().at(NOON.plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(code(resume("ListRecords", token))).isEqualTo(ErrorCode.BAD_RESUMPTION_TOKEN);
    }

    @Test
    void selectionIsKept() {
        sample.publish(1, 4, MEXICO);
        sample.publish(5, 4);
        sample.disseminations().at(NOON.plusSeconds(1));
        sample.publish(9, 4, MEXICO);
        OaiAnswer.Records page = (OaiAnswer.Records) sample.provider(3)
                .answer(arguments(
                        "verb",
                        "ListRecords",
                        "metadataPrefix",
                        "oai_dc",
                        "set",
                        "mission:mexico",
                        "until",
                        "2024-05-01T12:00:00Z"));
        OaiAnswer.Records rest = (OaiAnswer.Records) resume("ListRecords", token(page));
        assertThat(ids(rest)).containsExactly(4L);
        assertThat(rest.position()).isEqualTo(new Position("", null, 3, 4));
        assertThat(rest.head().chain())
                .isEqualTo(new OaiAnswer.Chain(
                        page.head().chain() == null ? 0 : page.head().chain().id(),
                        "verb=ListRecords metadataPrefix=oai_dc until=2024-05-01T12:00:00Z set=mission:mexico"));
    }

    @Test
    void recordThatChangesMeanwhileIsListedAgain() {
        sample.publish(1, 4);
        OaiAnswer.Records page = first("ListRecords");
        sample.disseminations().at(NOON.plusSeconds(1));
        sample.publish(3, 1);
        sample.publish(1, 1);
        assertThat(ids(resume("ListRecords", token(page)))).containsExactly(4L, 3L);
    }

    @Test
    void restThatHasLeftTheListIsNoRecordsMatch() {
        sample.publish(1, 3);
        OaiAnswer.Records page = (OaiAnswer.Records) sample.provider(2)
                .answer(arguments("verb", "ListRecords", "metadataPrefix", "oai_dc", "until", "2024-05-01T12:00:00Z"));
        sample.disseminations().at(NOON.plusSeconds(1));
        sample.publish(3, 1);
        OaiAnswer answer = resume("ListRecords", token(page));
        assertThat(code(answer)).isEqualTo(ErrorCode.NO_RECORDS_MATCH);
        assertThat(answer.head().attributes()).containsOnlyKeys("verb", "resumptionToken");
        assertThat(answer.head().chain()).isNotNull();
    }

    @Test
    void setsArePagedToo() {
        List<String> specs = new ArrayList<>();
        List<Long> cursors = new ArrayList<>();
        String token = null;
        do {
            OaiAnswer.SetList page = (OaiAnswer.SetList) sample.provider(5)
                    .answer(
                            token == null
                                    ? arguments("verb", "ListSets")
                                    : arguments("verb", "ListSets", "resumptionToken", token));
            page.sets().forEach(set -> specs.add(set.spec().value()));
            Position position = page.position();
            assertThat(position).isNotNull();
            token = position == null ? "" : position.token();
            cursors.add(position == null ? -1 : position.cursor());
        } while (!token.isEmpty());
        assertThat(specs).hasSize(14).doesNotHaveDuplicates();
        assertThat(cursors).containsExactly(0L, 5L, 10L);
    }

    private List<Long> harvest(String verb, List<Position> positions) {
        OaiAnswer.Records page = first(verb);
        List<Long> ids = new ArrayList<>(ids(page));
        while (page.position() != null) {
            positions.add(page.position());
            if (page.position().token().isEmpty()) {
                break;
            }
            page = (OaiAnswer.Records) resume(verb, page.position().token());
            ids.addAll(ids(page));
        }
        return ids;
    }

    private OaiAnswer.Records first(String verb) {
        return (OaiAnswer.Records) sample.provider(2).answer(arguments("verb", verb, "metadataPrefix", "oai_dc"));
    }

    private OaiAnswer resume(String verb, String token) {
        return sample.provider(2).answer(arguments("verb", verb, "resumptionToken", token));
    }

    private static String token(OaiAnswer.Records page) {
        Position position = page.position();
        assertThat(position).isNotNull();
        return position == null ? "" : position.token();
    }

    private static @Nullable ErrorCode code(OaiAnswer answer) {
        return answer instanceof OaiAnswer.Errors errors
                ? errors.errors().get(0).code()
                : null;
    }

    private static List<Long> ids(OaiAnswer answer) {
        return ((OaiAnswer.Records) answer)
                .records().stream()
                        .map(DisseminatedRecord::id)
                        .map(id -> id.value())
                        .toList();
    }
}
