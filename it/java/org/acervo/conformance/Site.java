package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The repository under test. Every answer that goes through it is proven to be HTTP 200 and a valid response; harvests are
 * kept, so that one serves many rules. Not thread-safe.
 */
final class Site {

    /** A list with all its pages, or the beginning of one that is longer than a test should ask for. */
    record Harvest(List<Answer> pages, boolean complete) {

        List<Header> headers() {
            return pages.stream().flatMap(page -> page.headers().stream()).toList();
        }

        List<Element> records() {
            return pages.stream().flatMap(page -> page.records().stream()).toList();
        }
    }

    private final String baseUrl;
    private final boolean own;
    private final int mostPages;
    private final Wire wire;
    private final Map<String, Harvest> harvests = new HashMap<>();

    /**
     * @param baseUrl as Identify is expected to say it
     * @param own whether it must have all that a rule can be tried on, and its formats are judged as well
     * @param mostPages how far lists are followed
     */
    Site(String baseUrl, boolean own, int mostPages) {
        this.baseUrl = baseUrl;
        this.own = own;
        this.mostPages = mostPages;
        this.wire = new Wire(baseUrl);
    }

    String baseUrl() {
        return baseUrl;
    }

    Wire wire() {
        return wire;
    }

    /** Goes on only where there is something to try a rule on; a repository of our own has to have it. */
    void need(boolean there, String what) {
        if (own) {
            assertThat(there).as("there is %s to test with", what).isTrue();
        } else {
            assumeTrue(there, "There is not " + what);
        }
    }

    /** Asks by GET. */
    Answer ask(String... namesAndValues) {
        return judge(wire.get(Wire.encode(namesAndValues)));
    }

    /** Asks by POST. */
    Answer askByPost(String... namesAndValues) {
        return judge(wire.post(Wire.encode(namesAndValues)));
    }

    /** An answer of a list after the first. */
    Answer resume(String verb, String token) {
        return ask("verb", verb, "resumptionToken", token);
    }

    /** The reply as a response: 200, XML, valid. */
    Answer judge(Reply reply) {
        assertThat(reply.status()).as("status of %s", reply).isEqualTo(200);
        assertThat(reply.isXml()).as("%s is text/xml", reply).isTrue();
        Answer answer = new Answer(reply, Xml.parse(reply));
        assertThat(ResponseSchema.problems(answer.document(), own))
                .as("what is invalid in %s: %s", reply, reply.text())
                .isEmpty();
        return answer;
    }

    /** All pages of a list, asked for once. */
    Harvest harvest(String verb, String... namesAndValues) {
        String key = verb + " " + String.join(" ", namesAndValues);
        Harvest known = harvests.get(key);
        if (known == null) {
            known = harvestNow(verb, namesAndValues);
            harvests.put(key, known);
        }
        return known;
    }

    /** All pages of a list, asked for now. */
    Harvest harvestNow(String verb, String... namesAndValues) {
        List<String> arguments = new ArrayList<>(List.of("verb", verb));
        arguments.addAll(List.of(namesAndValues));
        List<Answer> pages = new ArrayList<>();
        pages.add(ask(arguments.toArray(String[]::new)));
        String next = pages.get(0).next();
        while (!next.isEmpty() && pages.size() < mostPages) {
            pages.add(resume(verb, next));
            next = pages.get(pages.size() - 1).next();
        }
        return new Harvest(pages, next.isEmpty());
    }

    /** All headers, in oai_dc. */
    Harvest identifiers() {
        return harvest("ListIdentifiers", "metadataPrefix", "oai_dc");
    }

    /** All records, in oai_dc. */
    Harvest records() {
        return harvest("ListRecords", "metadataPrefix", "oai_dc");
    }

    /** All sets; none where the repository has no sets. */
    List<String> sets() {
        Harvest harvest = harvest("ListSets");
        if (harvest.pages().get(0).errors().contains("noSetHierarchy")) {
            return List.of();
        }
        return harvest.pages().stream()
                .flatMap(page -> Xml.children(page.verb(), "set").stream())
                .map(set -> Xml.text(set, "setSpec"))
                .toList();
    }

    /** The prefixes of ListMetadataFormats, of one item or of all. */
    List<String> prefixes(String... identifier) {
        return formats(identifier).stream()
                .map(format -> Xml.text(format, "metadataPrefix"))
                .toList();
    }

    List<Element> formats(String... identifier) {
        Answer answer = identifier.length == 0
                ? ask("verb", "ListMetadataFormats")
                : ask("verb", "ListMetadataFormats", "identifier", identifier[0]);
        return Xml.children(answer.verb(), "metadataFormat");
    }

    Element identify() {
        return harvest("Identify").pages().get(0).verb();
    }

    boolean hasSeconds() {
        return Xml.text(identify(), "granularity").equals("YYYY-MM-DDThh:mm:ssZ");
    }

    /** A record that is not deleted. */
    Header live() {
        Optional<Header> live =
                identifiers().headers().stream().filter(each -> !each.deleted()).findFirst();
        need(live.isPresent(), "a live record");
        return live.orElseThrow();
    }

    /** The token of the first page of all headers. */
    String token(String verb) {
        String token = harvest(verb, "metadataPrefix", "oai_dc").pages().get(0).next();
        need(!token.isEmpty(), "a list of several pages");
        return token;
    }

    /** Whether the repository is our own, from which nothing is excused. */
    boolean isOwn() {
        return own;
    }
}
