package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The errors and conditions of OAI-PMH 2.0 section 3.6. */
interface ErrorRules extends Rules {

    /** A good request of every verb. */
    private List<String> goodRequests() {
        String identifier = Wire.encode("identifier", site().live().identifier());
        return List.of(
                "verb=Identify",
                "verb=ListMetadataFormats&" + identifier,
                "verb=GetRecord&metadataPrefix=oai_dc&" + identifier,
                "verb=ListIdentifiers&metadataPrefix=oai_dc&from=2001-01-01&until=2999-01-01",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2001-01-01&until=2999-01-01");
    }

    private void expect(String code, String query) {
        expectOneOf(query, code);
    }

    /** Where the protocol leaves a choice. */
    private void expectOneOf(String query, String... codes) {
        Answer answer = site().judge(site().wire().get(query));
        assertThat(answer.errors())
                .as("%s: %s", query, answer.messages())
                .isNotEmpty()
                .isSubsetOf(codes);
    }

    @Test
    default void badVerbWithoutAVerb() {
        expect("badVerb", "");
        expect("badVerb", "metadataPrefix=oai_dc");
    }

    @Test
    default void badVerbForAVerbThatThereIsNot() {
        expect("badVerb", "verb=Nonsense");
        expect("badVerb", "verb=");
        expect("badVerb", "verb");
        expect("badVerb", "verb=identify");
        expect("badVerb", "verb=Identify%20");
    }

    @Test
    default void badVerbForARepeatedVerb() {
        expect("badVerb", "verb=Identify&verb=Identify");
        expect("badVerb", "verb=Identify&verb=ListSets");
    }

    @Test
    default void badArgumentForAnArgumentThatThereIsNot() {
        goodRequests().forEach(request -> expect("badArgument", request + "&nonsense=1"));
        expect("badArgument", "verb=ListSets&metadataPrefix=oai_dc");
        expect("badArgument", "verb=Identify&identifier=oai:a.example.org:1");
        expect("badArgument", "verb=ListMetadataFormats&metadataPrefix=oai_dc");
        expect("badArgument", "verb=ListRecords&metadataprefix=oai_dc");
    }

    @Test
    default void badArgumentForAMissingArgument() {
        expect("badArgument", "verb=ListRecords");
        expect("badArgument", "verb=ListIdentifiers");
        expect("badArgument", "verb=GetRecord");
        expect("badArgument", "verb=GetRecord&metadataPrefix=oai_dc");
        expect("badArgument", "verb=GetRecord&identifier=oai:a.example.org:1");
        expect("badArgument", "verb=ListRecords&from=2001-01-01");
    }

    @Test
    default void badArgumentForAnEmptyArgument() {
        expect("badArgument", "verb=ListRecords&metadataPrefix=");
        expect("badArgument", "verb=ListRecords&metadataPrefix=oai_dc&from=");
        expect("badArgument", "verb=ListRecords&metadataPrefix=oai_dc&until=");
        expect("badArgument", "verb=GetRecord&metadataPrefix=oai_dc&identifier=");
        expectOneOf("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument", "noSetHierarchy");
        expectOneOf("verb=ListRecords&resumptionToken=", "badArgument", "badResumptionToken");
    }

    @Test
    default void badArgumentForARepeatedArgument() {
        for (String request : goodRequests()) {
            for (String argument : request.split("&")) {
                if (!argument.startsWith("verb=")) {
                    expect("badArgument", request + "&" + argument);
                }
            }
        }
        expect("badArgument", "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=marc21");
    }

    @Test
    default void badArgumentForADateThatIsNone() {
        for (String date : List.of(
                "nonsense",
                "2021",
                "2021-02",
                "2021-2-3",
                "2021-02-30",
                "2021-13-01",
                "2021-02-03T10:00:00",
                "2021-02-03T25:00:00Z",
                "2021-02-03T10:00Z",
                "2021-02-03T10:00:00%2B01:00",
                "2021-02-03T10:00:00.5Z",
                "2021-02-03%2010:00:00Z",
                "%202021-02-03")) {
            expect("badArgument", "verb=ListRecords&metadataPrefix=oai_dc&from=" + date);
            expect("badArgument", "verb=ListIdentifiers&metadataPrefix=oai_dc&until=" + date);
        }
    }

    @Test
    default void badArgumentForFromLaterThanUntil() {
        expect("badArgument", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-04&until=2021-02-03");
        site().need(site().hasSeconds(), "granularity of seconds");
        expect(
                "badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-03T00:00:01Z&until=2021-02-03T00:00:00Z");
    }

    @Test
    default void badArgumentForTwoGranularities() {
        expect("badArgument", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-03&until=2021-02-04T00:00:00Z");
        expect("badArgument", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-03T00:00:00Z&until=2021-02-04");
    }

    @Test
    default void badArgumentForATokenWithAnythingElse() {
        String token = Wire.encode("resumptionToken", site().token("ListRecords"));
        for (String other : List.of("metadataPrefix=oai_dc", "from=2001-01-01", "until=2999-01-01", "set=a")) {
            expect("badArgument", "verb=ListRecords&" + other + "&" + token);
        }
    }

    @Test
    default void badArgumentForARepeatedToken() {
        String token = Wire.encode("resumptionToken", site().token("ListRecords"));

        expect("badArgument", "verb=ListRecords&" + token + "&" + token);
    }

    @Test
    default void badResumptionTokenForATokenThatWasNotGiven() {
        expect("badResumptionToken", "verb=ListRecords&resumptionToken=nonsense");
        expect("badResumptionToken", "verb=ListIdentifiers&resumptionToken=nonsense");
        expectOneOf("verb=ListSets&resumptionToken=nonsense", "badResumptionToken", "noSetHierarchy");
    }

    @Test
    default void cannotDisseminateFormatForAPrefixThatThereIsNot() {
        String identifier = Wire.encode("identifier", site().live().identifier());
        expect("cannotDisseminateFormat", "verb=ListRecords&metadataPrefix=nonsense");
        expect("cannotDisseminateFormat", "verb=ListIdentifiers&metadataPrefix=nonsense");
        expect("cannotDisseminateFormat", "verb=GetRecord&metadataPrefix=nonsense&" + identifier);
        expect("cannotDisseminateFormat", "verb=ListRecords&metadataPrefix=OAI_DC");
    }

    @Test
    default void idDoesNotExistForAnIdentifierThatThereIsNot() {
        String known = Wire.encode("identifier", site().live().identifier() + "-nonsense");
        expect("idDoesNotExist", "verb=GetRecord&metadataPrefix=oai_dc&" + known);
        expect("idDoesNotExist", "verb=ListMetadataFormats&" + known);
        expect("idDoesNotExist", "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nowhere.example.org:1");
    }

    @Test
    default void idDoesNotExistForAnIdentifierThatIsMalformed() {
        for (String identifier : List.of("nonsense", "oai:", "oai::", "%20", "oai:a.example.org:%C3%A9")) {
            expectOneOf(
                    "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + identifier, "idDoesNotExist", "badArgument");
            expectOneOf("verb=ListMetadataFormats&identifier=" + identifier, "idDoesNotExist", "badArgument");
        }
    }

    @Test
    default void noRecordsMatchForASetThatThereIsNot() {
        expectOneOf(
                "verb=ListRecords&metadataPrefix=oai_dc&set=no-such-set",
                "noRecordsMatch",
                "noSetHierarchy",
                "badArgument");
        expectOneOf(
                "verb=ListIdentifiers&metadataPrefix=oai_dc&set=no-such-set:below",
                "noRecordsMatch",
                "noSetHierarchy",
                "badArgument");
    }

    @Test
    default void noRecordsMatchForATimeWithoutRecords() {
        for (String verb : List.of("ListRecords", "ListIdentifiers")) {
            expect("noRecordsMatch", "verb=" + verb + "&metadataPrefix=oai_dc&from=2999-01-01");
            expect("noRecordsMatch", "verb=" + verb + "&metadataPrefix=oai_dc&until=1970-01-01");
            expect("noRecordsMatch", "verb=" + verb + "&metadataPrefix=oai_dc&from=1970-01-01&until=1970-01-31");
        }
    }
}
