package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What this repository promises beyond the protocol; other servers may do otherwise and be right. */
interface AcervoRules extends Rules {

    String TAG = "acervo";

    private List<String> errors(String query) {
        return site().judge(site().wire().get(query)).errors();
    }

    @Test
    @Tag(TAG)
    default void aTokenThatWasTamperedWithIsBad() {
        String token = site().token("ListRecords");
        for (int i = 0; i < token.length(); i++) {
            String other = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);

            assertThat(site().resume("ListRecords", other).errors())
                    .as("with another character at %d", i)
                    .containsExactly("badResumptionToken");
        }
        for (String other : List.of(token + "A", token + "=", token.substring(1), token + token, token + " ")) {
            assertThat(site().resume("ListRecords", other).errors()).containsExactly("badResumptionToken");
        }
    }

    @Test
    @Tag(TAG)
    default void aTokenOfAnotherVerbIsBad() {
        String token = site().token("ListRecords");

        assertThat(site().resume("ListIdentifiers", token).errors()).containsExactly("badResumptionToken");
        assertThat(site().resume("ListSets", token).errors()).containsExactly("badResumptionToken");
    }

    @Test
    @Tag(TAG)
    default void aTokenLivesForADayAtLeast() {
        Answer first = site().ask("verb", "ListRecords", "metadataPrefix", "oai_dc");
        Instant expires = Instant.parse(first.token().orElseThrow().expirationDate());

        assertThat(expires).isAfterOrEqualTo(Instant.parse(first.responseDate()).plus(Duration.ofHours(24)));
    }

    @Test
    @Tag(TAG)
    default void aListOfOneAnswerHasNoToken() {
        Site.Harvest list = shortList();

        assertThat(list.pages().get(0).token()).isEmpty();
    }

    /** The list of a set that fits one answer. */
    private Site.Harvest shortList() {
        return site().sets().stream()
                .map(set -> site().harvest("ListIdentifiers", "metadataPrefix", "oai_dc", "set", set))
                .filter(list -> list.pages().size() == 1 && list.headers().size() > 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag(TAG)
    default void aListThatFillsItsLastPageEndsWithIt() {
        int page = site().identifiers().pages().get(0).headers().size();
        List<Site.Harvest> full = site().sets().stream()
                .map(set -> site().harvest("ListIdentifiers", "metadataPrefix", "oai_dc", "set", set))
                .filter(list -> !list.headers().isEmpty() && list.headers().size() % page == 0)
                .toList();
        site().need(full.stream().anyMatch(list -> list.pages().size() == 1), "a set that fills one page");
        site().need(full.stream().anyMatch(list -> list.pages().size() > 1), "a set that fills several pages");

        for (Site.Harvest list : full) {
            assertThat(list.pages()).hasSize(list.headers().size() / page);
        }
    }

    @Test
    @Tag(TAG)
    default void everyErrorIsReportedWithWordsThatHelp() {
        Answer answer = site().judge(site().wire().get("verb=ListRecords&from=nonsense&until=2021-02-30&extra=1"));

        assertThat(answer.errors()).hasSize(4).containsOnly("badArgument");
        assertThat(String.join("\n", answer.messages())).contains("from", "until", "extra", "metadataPrefix");
    }

    @Test
    @Tag(TAG)
    default void idAndFormatThatThereAreNotAreBothReported() {
        assertThat(errors("verb=GetRecord&metadataPrefix=nonsense&identifier=oai:nowhere.example.org:1"))
                .containsExactlyInAnyOrder("idDoesNotExist", "cannotDisseminateFormat");
    }

    @Test
    @Tag(TAG)
    default void whatTheRequestElementCannotHoldIsABadArgument() {
        for (String query : List.of(
                "verb=ListRecords&metadataPrefix=a+b",
                "verb=ListRecords&metadataPrefix=oai_dc&set=a+b",
                "verb=ListRecords&metadataPrefix=oai_dc&set=a::b",
                "verb=ListRecords&metadataPrefix=oai_dc&set=:",
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=a%00")) {
            assertThat(errors(query)).as(query).containsExactly("badArgument");
        }
    }

    @Test
    @Tag(TAG)
    default void deletionsAreKeptForEverAndSecondsCount() {
        assertThat(Xml.text(site().identify(), "deletedRecord")).isEqualTo("persistent");
        assertThat(site().hasSeconds()).isTrue();
        assertThat(Xml.texts(site().identify(), "compression")).containsExactly("gzip");
    }

    @Test
    @Tag(TAG)
    default void identifyHasItsDescriptions() {
        List<String> roots = Xml.children(site().identify(), "description").stream()
                .map(description -> Xml.children(description).get(0).getLocalName())
                .toList();

        assertThat(roots).startsWith("oai-identifier", "eprints", "branding", "rightsManifest");
    }

    @Test
    @Tag(TAG)
    default void aHeaderNamesTheSetsAboveItsSetsToo() {
        assertThat(site().identifiers().headers())
                .allSatisfy(header -> header.sets().forEach(set -> assertThat(header.sets())
                        .as(header.identifier())
                        .contains(set.contains(":") ? set.substring(0, set.lastIndexOf(':')) : set)));
        assertThat(site().sets()).contains("mission", "theme", "type", "lang", "country", "collection");
    }

    @Test
    @Tag(TAG)
    default void whoeverAcceptsHtmlGetsXmlWithTheAddressOfThePage() {
        Reply reply = site().wire().get("verb=Identify", "Accept", "text/html,application/xhtml+xml");

        site().judge(reply);
        assertThat(reply.text()).contains("<!-- For people: " + site().baseUrl() + "/view?verb=Identify -->");
    }

    @Test
    @Tag(TAG)
    default void theMetadataOfEveryRecordHasALicence() {
        for (Element record : site().records().records()) {
            if (!Xml.children(record, "metadata").isEmpty()) {
                assertThat(Xml.children(record, "about").stream()
                                .flatMap(about -> Xml.children(about, "rights").stream()))
                        .hasSize(1);
            }
        }
    }

    @Test
    @Tag(TAG)
    default void everyRecordExistsInEveryFormat() {
        int all = site().identifiers().headers().size();
        for (String prefix : site().prefixes()) {
            assertThat(site().harvest("ListRecords", "metadataPrefix", prefix).headers())
                    .as(prefix)
                    .isEqualTo(site().identifiers().headers())
                    .hasSize(all);
        }
    }

    @Test
    @Tag(TAG)
    default void aTooLongRequestIsRefusedByItsLength() {
        assertThat(site().wire()
                        .post("verb=ListSets&resumptionToken=" + "a".repeat(100_000))
                        .status())
                .isEqualTo(413);
        assertThat(site().wire().get("verb=Identify&a=" + "a".repeat(20_000)).status())
                .isIn(400, 413, 414);
    }
}
