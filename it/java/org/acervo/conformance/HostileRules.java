package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What nobody should send. Whatever it is, the answer is a protocol error in valid XML with status 200, or a refusal of
 * HTTP's own (400, 413, 414, 415); never a failure of the server.
 */
interface HostileRules extends Rules {

    Set<Integer> REFUSALS = Set.of(400, 413, 414, 415);

    /** Values by cause, percent-encoded. None is right for any argument. */
    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("empty", "");
        values.put("a space", "+");
        values.put("a line end", "%0D%0A");
        values.put("a null", "%00");
        values.put("a null within", "oai_dc%00");
        values.put("a control character", "a%0Bb");
        values.put("another control character", "%1F");
        values.put("a lone octet", "%FF");
        values.put("half a character", "%C3");
        values.put("an overlong slash", "%C0%AF");
        values.put("a surrogate", "%ED%A0%80");
        values.put("a pair of surrogates", "%ED%A0%BD%ED%B8%80");
        values.put("beyond Unicode", "%F4%90%80%80");
        values.put("no character", "%EF%BF%BE");
        values.put("a character of four octets", "%F0%9F%98%80");
        values.put("ISO 8859-1", "caf%E9");
        values.put("markup", "%3C%2Frequest%3E%3Cerror%2F%3E");
        values.put("the end of a comment", "--%3E%3Cx%2F%3E");
        values.put("the end of CDATA", "%5D%5D%3E");
        values.put("an entity", "%26lol%3B");
        values.put("a quote", "%27%20or%20%271%27%3D%271");
        values.put("a path", "..%2F..%2Fetc%2Fpasswd");
        values.put("a format", "%25s%25n%7B0%7D%24%7Bjndi%3Ax%7D");
        values.put("a number", "-9223372036854775809");
        values.put("long", "a".repeat(3000));
        values.put("long beyond ASCII", "%C3%A9".repeat(900));
        values.put("very long", "A".repeat(60_000));
        return values;
    }

    /** Each verb with an argument to fill. */
    private static List<String> requests() {
        List<String> requests = new ArrayList<>(List.of(
                "verb=",
                "verb=ListMetadataFormats&identifier=",
                "verb=ListSets&resumptionToken=",
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=",
                "verb=GetRecord&identifier=oai:a.example.org:1&metadataPrefix="));
        for (String verb : List.of("ListRecords", "ListIdentifiers")) {
            requests.add("verb=" + verb + "&metadataPrefix=");
            requests.add("verb=" + verb + "&resumptionToken=");
            for (String argument : List.of("from", "until", "set")) {
                requests.add("verb=" + verb + "&metadataPrefix=oai_dc&" + argument + "=");
            }
        }
        return requests;
    }

    /** An error of the protocol or of HTTP. */
    private void isRefused(Reply reply) {
        if (reply.status() != 200) {
            assertThat(reply.status()).as("status of %s", reply).isIn(REFUSALS);
            if (reply.isXml()) {
                Xml.parse(reply);
            }
            return;
        }
        Answer answer = site().judge(reply);
        assertThat(answer.errors()).as("errors of %s", reply).isNotEmpty();
        if (answer.errors().contains("badVerb") || answer.errors().contains("badArgument")) {
            assertThat(answer.attributes()).as("attributes of %s", reply).isEmpty();
        }
    }

    @Test
    default void everyArgumentOfEveryVerbStandsEveryValueByGet() {
        for (String request : requests()) {
            values().forEach((cause, value) -> isRefused(site().wire().get(request + value)));
        }
    }

    @Test
    default void everyArgumentOfEveryVerbStandsEveryValueByPost() {
        for (String request : requests()) {
            values().forEach((cause, value) -> isRefused(site().wire().post(request + value)));
        }
    }

    @Test
    default void everyValueMayBeTheNameOfAnArgument() {
        values().forEach((cause, value) -> {
            if (!value.isEmpty()) {
                isRefused(site().wire().get("verb=Identify&" + value + "=1"));
                isRefused(site().wire().post("verb=ListSets&" + value + "=1"));
                isRefused(site().wire().get(value));
            }
        });
    }

    @Test
    default void everyArgumentStandsBeingRepeatedAThousandTimes() {
        for (String argument : List.of("verb=Identify", "metadataPrefix=oai_dc", "set=a", "a=b", "")) {
            isRefused(site().wire().get("verb=ListRecords" + ("&" + argument).repeat(1000)));
            isRefused(site().wire().post("verb=ListRecords" + ("&" + argument).repeat(1000)));
        }
    }

    @Test
    default void octetsThatNoClientWouldSendAreStood() {
        site().need(site().wire().takesRaw(), "an address without TLS");
        for (String query : List.of(
                "verb=%",
                "verb=%4",
                "verb=%zz",
                "%=%",
                "verb=Identify&%u0041=1",
                "verb=caf\u00e9",
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:a.example.org:\u00c3\u00a9",
                "verb=ListRecords&metadataPrefix=oai_dc&set=<a>",
                "verb=ListRecords&metadataPrefix=oai_dc&set=a|b^c`{d}\"\\",
                "verb=ListRecords&metadataPrefix=oai_dc;set=a",
                "=&&=&verb&&==")) {
            isRefused(site().wire().raw(query.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Test
    default void aBodyThatIsNoFormIsRefused() {
        for (String type : List.of("text/xml", "application/json", "multipart/form-data; boundary=a", "nonsense")) {
            Reply reply = site().wire().post("verb=Identify".getBytes(StandardCharsets.UTF_8), type);

            assertThat(reply.status()).as("status of %s as %s", reply, type).isIn(200, 400, 415);
        }
    }

    @Test
    default void aBodyOfAMegabyteIsRefused() {
        isRefused(site().wire().post("verb=ListSets&resumptionToken=" + "a".repeat(1_000_000)));
    }

    @Test
    default void aTokenThatWasTamperedWithIsStood() {
        String token = site().token("ListRecords");
        for (int i = 0; i < token.length(); i += Math.max(1, token.length() / 25)) {
            String other = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            Reply reply = site().wire().get(Wire.encode("verb", "ListRecords", "resumptionToken", other));

            assertThat(reply.status()).as("status of %s", reply).isLessThan(500);
        }
    }
}
