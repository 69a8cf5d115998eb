package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What surrounds every answer (OAI-PMH 2.0 section 3.2). */
interface EnvelopeRules extends Rules {

    @Test
    default void theRootIsOaiPmhWithoutPrefix() {
        for (String request : List.of("verb=Identify", "verb=Nonsense")) {
            String text = site().wire().get(request).text().replaceAll("(?s)^<\\?xml[^>]*\\?>", "");

            assertThat(text.replaceAll("(?s)<!--.*?-->|<\\?.*?\\?>", "").strip())
                    .matches("(?s)<OAI-PMH\\s.*");
            assertThat(text).contains("xmlns=\"" + Xml.OAI + "\"");
        }
    }

    @Test
    default void theRootSaysWhereItsSchemaIs() {
        for (String request : List.of("verb=Identify", "verb=Nonsense")) {
            String location = site().judge(site().wire().get(request))
                    .root()
                    .getAttributeNS(Xml.XSI, "schemaLocation")
                    .strip();

            assertThat(location.split("\\s+")).containsSequence(Xml.OAI, Xml.OAI + "OAI-PMH.xsd");
        }
    }

    @Test
    default void theResponseDateIsUtcInSecondsWithoutFraction() {
        assertThat(site().ask("verb", "Identify").responseDate()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    default void theRequestIsTheBaseUrlThatIdentifySays() {
        String baseUrl = Xml.text(site().identify(), "baseURL");

        for (String query : List.of("verb=Identify", "verb=ListMetadataFormats", "verb=Nonsense", "")) {
            assertThat(site().judge(site().wire().get(query)).request().getTextContent())
                    .as(query)
                    .isEqualTo(baseUrl);
        }
    }

    @Test
    default void theRequestHoldsTheArguments() {
        String identifier = site().live().identifier();

        holds(Map.of("verb", "Identify"));
        holds(Map.of("verb", "ListSets"));
        holds(Map.of("verb", "ListMetadataFormats", "identifier", identifier));
        holds(Map.of("verb", "GetRecord", "identifier", identifier, "metadataPrefix", "oai_dc"));
        holds(Map.of("verb", "ListRecords", "metadataPrefix", "oai_dc", "from", "2001-01-01", "until", "2999-12-31"));
        holds(Map.of("verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "set", "no-such-set"));
    }

    @Test
    default void theRequestHoldsTheArgumentsOfErrorsThatAreNotInThem() {
        holds(Map.of("verb", "GetRecord", "identifier", "oai:nowhere.example.org:1", "metadataPrefix", "oai_dc"));
        holds(Map.of("verb", "ListRecords", "metadataPrefix", "nonsense"));
        holds(Map.of("verb", "ListRecords", "resumptionToken", "nonsense"));
    }

    @Test
    default void theRequestHoldsTheTokenAsItWasGiven() {
        String token = site().token("ListIdentifiers");

        holds(Map.of("verb", "ListIdentifiers", "resumptionToken", token));
    }

    @Test
    default void theRequestHoldsNothingOnBadVerbAndBadArgument() {
        for (String query : List.of(
                "",
                "verb=Nonsense",
                "verb=Identify&verb=Identify",
                "verb=Identify&extra=1",
                "verb=ListRecords",
                "verb=GetRecord&identifier=oai:a.example.org:1",
                "verb=ListRecords&metadataPrefix=oai_dc&from=nonsense")) {
            Answer answer = site().judge(site().wire().get(query));

            assertThat(answer.errors())
                    .as(query)
                    .isSubsetOf("badVerb", "badArgument")
                    .isNotEmpty();
            assertThat(answer.attributes()).as(query).isEmpty();
        }
    }

    @Test
    default void whatIsMarkupInAnArgumentIsText() {
        String identifier = "oai:a.example.org:1?a=b&c='<d>\"e\"";
        Answer answer = site().ask("verb", "GetRecord", "identifier", identifier, "metadataPrefix", "oai_dc");

        assertThat(answer.errors()).isSubsetOf("idDoesNotExist", "badArgument").isNotEmpty();
        if (!answer.errors().contains("badArgument")) {
            assertThat(answer.attributes()).containsEntry("identifier", identifier);
        }
    }

    /** Asks and compares the attributes. */
    private void holds(Map<String, String> arguments) {
        String[] flat = arguments.entrySet().stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .toArray(String[]::new);
        assertThat(site().ask(flat).attributes()).isEqualTo(arguments);
    }
}
