package org.acervo.deposit;

import static org.acervo.deposit.House.CURATOR;
import static org.acervo.deposit.House.HAITI;
import static org.acervo.deposit.House.READER;
import static org.acervo.deposit.House.body;
import static org.acervo.deposit.House.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Event;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.UnknownPublication;
import org.acervo.publishing.Derivation;
import org.acervo.vocabulary.InterfaceLanguage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepositsTest {

    private static final String REPORT = "{'sourceId':'mx-1','type':'report','title':{'value':'Uno','lang':'es'},"
            + "'description':{'value':'Qué dice','lang':'es'},'theme':'migration-data','date':'2021','language':'es'}";

    private static final Caller DELEGATE =
            new Caller("token:delegate", "mexico", EnumSet.of(Right.READ, Right.DEPOSIT), Set.of("haiti"));

    private final House house = new House();

    @Test
    void aDraftIsKeptForTheMissionOfTheCaller() {
        Reply reply = house.create(REPORT);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.headers())
                .containsEntry("ETag", "\"1\"")
                .containsEntry("Location", "https://library.example.org/api/v1/publications/" + id(reply));
        assertThat(body(reply).getString("mission")).isEqualTo("mexico");
        assertThat(body(reply).getString("state")).isEqualTo("draft");
        assertThat(body(reply).getString("id")).isEqualTo(id(reply));
    }

    @Test
    void theSameSourceIdWithTheSameMetadataIsTheSamePublication() {
        Reply first = house.create(REPORT);
        Reply again = house.create(
                REPORT.replace("'Uno'", "' Uno '").replace("{'sourceId'", "{'mission':'mexico','sourceId'"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.about()).isEqualTo(first.about());
    }

    @Test
    void theSameSourceIdWithOtherMetadataIsAConflictThatTellsTheAddress() {
        Reply first = house.create(REPORT);
        assertThat(refused(() -> house.create(REPORT.replace("Uno", "Dos"))))
                .isEqualTo("source-id-taken /sourceId mx-1 [https://library.example.org/api/v1/publications/"
                        + id(first) + "]");
        Reply other = house.create(REPORT.replace("mx-1", "mx-2"));
        assertThat(refused(() -> house.patch(id(other), "{'sourceId':'mx-1'}"))).startsWith("source-id-taken");
    }

    @Test
    void aTextWithoutTheKeyKeepsItSoThatTheSameComesOnlyOnce() {
        String of = id(house.create(REPORT));
        String keyless = REPORT.replace("'sourceId':'mx-1',", "");
        assertThat(body(house.save(of, keyless)).getString("sourceId")).isEqualTo("mx-1");
        assertThat(house.create(REPORT).status()).isEqualTo(200);
        assertThat(body(house.patch(of, "{'sourceId':null}"))).doesNotContainKey("sourceId");
        assertThat(body(house.save(of, keyless.replace("Uno", "Dos")))).doesNotContainKey("sourceId");
    }

    @Test
    void nothingIsSaidOfOtherMissionsRecords() {
        String of = id(house.as(HAITI).create(REPORT));
        assertThat(refused(() -> house.create(REPORT.replace("{'sourceId'", "{'mission':'haiti','sourceId'"))))
                .isEqualTo("right-required /mission haiti []");
        assertThatThrownBy(() -> house.patch(of, "{'date':'2020'}")).isInstanceOf(UnknownPublication.class);
        assertThat(refused(() -> house.patch("999", "{'date':'2020'}"))).startsWith("not-found");
        assertThat(refused(() -> house.patch("-1", "{'date':'2020'}"))).startsWith("not-found");
        house.as(HAITI).publish(of);
        assertThat(refused(() -> house.patch(of, "{'date':'2020'}"))).startsWith("right-required");
    }

    @Test
    void aDelegationIsUsedByNamingTheMissionAndStandsInTheHistory() {
        String of = id(house.create(REPORT.replace("{'sourceId'", "{'mission':'belize','sourceId'")));
        Event created = house.publications.history(House.parse(of)).get(0);
        assertThat(created.actor()).isEqualTo("token:mexico");
        assertThat(created.onBehalfOf()).isEqualTo("belize");
    }

    @Test
    void aRecordMovesOnlyBetweenMissionsThatTheCallerReaches() {
        String of = id(house.create(REPORT));
        assertThat(refused(() -> house.patch(of, "{'mission':'haiti'}"))).startsWith("right-required /mission");
        assertThat(body(house.patch(of, "{'mission':'belize'}")).getString("mission"))
                .isEqualTo("belize");
        assertThat(body(house.as(CURATOR).patch(of, "{'mission':'haiti'}")).getString("mission"))
                .isEqualTo("haiti");
    }

    @Test
    void aMissionThatDoesNotExistIsAValueThatIsWrong() {
        assertThat(refused(() -> house.create(REPORT.replace("{'sourceId'", "{'mission':'mexiko','sourceId'"))))
                .startsWith("unknown-code /mission mexiko");
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        assertThat(refused(() -> house.as(READER).create(REPORT))).startsWith("right-required");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() ->
                        house.create("{'titel':'x','title':{'value':1.5},'date':'febrero','theme':[{}],'type':'x'}"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .filteredOn(Finding::isError)
                        .extracting(each -> each.rule().code() + " " + each.pointer())
                        .contains(
                                "unknown-member /titel",
                                "wrong-kind /title/value",
                                "malformed-date /date",
                                "required /theme/0/value",
                                "unknown-code /type"));
        assertThat(house.publications.counts()).isEmpty();
    }

    @Test
    void aPatchChangesWhatItNamesAndRemovesWhatItNulls() {
        String of = id(house.create(REPORT));
        Reply patched = house.patch(of, "{'date':null,'subject':['a','b'],'id':'9'}");
        assertThat(body(patched).containsKey("date")).isFalse();
        assertThat(body(patched).getJsonArray("subject")).hasSize(2);
        assertThat(body(patched).getString("sourceId")).isEqualTo("mx-1");
        assertThat(refused(() -> house.patch(of, "{'titel':null}"))).startsWith("unknown-member /titel");
        assertThat(refused(() -> house.patch(of, "{'title':null}"))).startsWith("required /title");
        assertThat(refused(() -> house.patch(of, "[]"))).startsWith("not-an-object");
        assertThat(refused(() -> house.patch(of, "{'date':'2020','date':'2021'}")))
                .startsWith("repeated-member");
    }

    @Test
    void whatAnAnswerSaysCanBeSentBack() {
        Reply created = house.create(REPORT);
        Reply saved = house.save(id(created), created.body());
        assertThat(saved.headers()).containsEntry("ETag", "\"1\"");
    }

    @Test
    void aDocumentWithoutMissionStaysWithItsOwn() {
        String of = id(house.create(REPORT.replace("{'sourceId'", "{'mission':'belize','sourceId'")));
        assertThat(body(house.save(of, REPORT)).getString("mission")).isEqualTo("belize");
    }

    @Test
    void aChangeNamesItsVersion() {
        String of = id(house.create(REPORT));
        assertThat(refused(() -> house.ifMatch(null).patch(of, "{}"))).startsWith("if-match-required");
        assertThat(refused(() -> house.ifMatch("1").patch(of, "{}"))).startsWith("malformed-header");
        for (String other : new String[] {"\"2\"", "W/\"1\"", "\"x\", W/\"1\"", "\"\""}) {
            assertThatThrownBy(() -> house.ifMatch(other).patch(of, "{}")).isInstanceOf(StaleVersion.class);
        }
        house.ifMatch("\"7\" ,\"1\"").patch(of, "{'date':'2020'}");
        house.ifMatch("*").patch(of, "{'date':'2019'}");
    }

    @Test
    void aDryRunAnswersAlikeAndKeepsNothing() {
        Reply dry = house.dry().key("k").create(REPORT);
        assertThat(dry.status()).isEqualTo(201);
        assertThat(dry.headers()).containsEntry("Dry-Run", "true");
        assertThat(body(dry).getBoolean("dryRun")).isTrue();
        assertThat(house.publications.counts()).isEmpty();
        assertThat(refused(() -> house.dry().create("{'type':'report'}"))).startsWith("required /title");
        Reply real = house.key("k").create(REPORT);
        assertThat(real.headers()).doesNotContainKey("Dry-Run");
        assertThat(house.dry().delete(id(real)).status()).isEqualTo(204);
        assertThat(house.publications.find(real.about())).isPresent();
    }

    @Test
    void theSameRequestUnderTheSameKeyIsAnsweredAsBefore() {
        Reply first = house.key("k").create(REPORT.replace("'sourceId':'mx-1',", ""));
        Reply again = house.key("k").create(REPORT.replace("'sourceId':'mx-1',", ""));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsAllEntriesOf(first.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(refused(() -> house.key("k").create(REPORT))).startsWith("idempotency-key-reused");
        assertThat(house.key("other").create(REPORT).about()).isNotEqualTo(first.about());
        assertThat(house.key("k").as(HAITI).create(REPORT).headers()).doesNotContainKey("Idempotency-Replayed");
    }

    @Test
    void aDeletionThatComesAgainIsAnsweredAsBefore() {
        String of = id(house.create(REPORT));
        assertThat(house.key("d").delete(of).status()).isEqualTo(204);
        assertThat(house.key("d").delete(of).headers()).isEqualTo(Map.of("Idempotency-Replayed", "true"));
        assertThat(refused(() -> house.delete(of))).startsWith("not-found");
    }

    @Test
    void aRefusalDoesNotUseItsKeyUp() {
        assertThat(refused(() -> house.key("k").create("{}"))).startsWith("required");
        assertThat(house.key("k").create(REPORT).status()).isEqualTo(201);
    }

    @Test
    void aRevisionIsGivenUp() {
        String of = id(house.create(REPORT));
        house.as(CURATOR).publish(of);
        house.patch(of, "{'date':'2020'}");
        Reply given = house.giveUp(of);
        assertThat(body(given).containsKey("revision")).isFalse();
        assertThat(body(given).getString("date")).isEqualTo("2021");
        assertThat(refused(() -> house.giveUp(of))).startsWith("state-forbids");
        assertThat(house.publications.history(given.about())).last().satisfies(event -> assertThat(
                        event.before().value(org.acervo.catalog.Element.DATE))
                .isEqualTo("2020"));
    }

    @Test
    void aNewVersionBeginsWithWhatHoldsForBoth() {
        String of = id(house.create(REPORT));
        Reply next = house.derive(of, Derivation.NEW_VERSION, "{'date':'2024'}");
        assertThat(next.status()).isEqualTo(201);
        assertThat(body(next).getJsonArray("relation").toString())
                .isEqualTo("[{\"target\":\"%s\",\"type\":\"isNewVersionOf\"}]".formatted(of));
        assertThat(body(next).getString("date")).isEqualTo("2024");
        assertThat(body(next).containsKey("sourceId")).isFalse();
        assertThat(body(next).getJsonArray("theme")).hasSize(1);
    }

    @Test
    void aChangeIsAnsweredInTheFormThatIsAccepted() {
        Reply reply = house.accepting(MediaTypes.SIMPLE).create(REPORT);
        assertThat(reply.headers()).containsEntry("Content-Type", MediaTypes.SIMPLE + "; charset=UTF-8");
        assertThat(reply.body()).contains("<dc:title xml:lang=\"es\">Uno</dc:title>");
        assertThat(house.accepting(MediaTypes.XML)
                        .patch(id(reply), "{'date':'2019'}")
                        .body())
                .contains("2019</dcterms:issued>");
    }

    @Test
    void whoReachesOnlyOneOfTheTwoMissionsOfARecordDoesNotChangeIt() {
        House curators = house.as(CURATOR);
        String of = id(curators.create(REPORT.replace("{'sourceId'", "{'mission':'mexico','sourceId'")));
        curators.publish(of);
        house.as(DELEGATE).patch(of, "{'mission':'haiti'}");
        assertThat(refused(() -> house.patch(of, "{'date':'2020'}"))).startsWith("right-required");
        assertThat(refused(() -> house.as(HAITI).patch(of, "{'date':'2020'}"))).startsWith("right-required");
        assertThat(house.as(DELEGATE).patch(of, "{'date':'2020'}").status()).isEqualTo(200);
    }

    @Test
    void theNearestCodesHaveTheirLabelsInTheLanguageOfTheReader() {
        assertThatThrownBy(() -> house.create(REPORT.replace("'report'", "'reprot'")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                refused.findings().get(0).message(InterfaceLanguage.ES))
                        .contains("report (Informe)")
                        .doesNotContain("legislation"));
    }

    @Test
    void aTranslationAsksForItsOwnTitle() {
        String of = id(house.create(REPORT));
        assertThat(refused(() -> house.derive(of, Derivation.TRANSLATION, ""))).startsWith("required /title");
        Reply other = house.derive(of, Derivation.TRANSLATION, "{'language':'en','title':{'value':'One','lang':'en'}}");
        assertThat(body(other).getJsonArray("language").toString()).isEqualTo("[\"en\"]");
        house.as(CURATOR).publish(of);
        Reply haiti = house.as(HAITI)
                .derive(of, Derivation.TRANSLATION, "{'language':'fr','title':{'value':'Un','lang':'fr'}}");
        assertThat(body(haiti).getString("mission")).isEqualTo("haiti");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "1",
                "{",
                "{}{}",
                "{} x",
                "[[[[",
                "{\"a\":",
                "\uFEFF",
                "{\"title\":}",
                "{\"title\":\"\\ud800\"}",
                "{'title':{'value':'x','lang':{'a':[]}}}",
                "{\"\":1}",
                "true",
                "{\"title\":[[]]}"
            })
    void whateverIsSentIsRefusedWithFindings(String body) {
        assertThatThrownBy(() -> house.create(body))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.findings()).isNotEmpty());
    }

    private static String refused(ThrowingCallable change) {
        StringBuilder said = new StringBuilder();
        assertThatThrownBy(change).isInstanceOfSatisfying(Refused.class, refused -> {
            Finding first = refused.findings().stream()
                    .filter(Finding::isError)
                    .findFirst()
                    .orElseThrow();
            Rule rule = first.rule();
            said.append("%s %s %s %s".formatted(rule.code(), first.pointer(), first.given(), first.expected()));
        });
        return said.toString();
    }
}
