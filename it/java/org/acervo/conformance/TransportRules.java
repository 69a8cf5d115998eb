package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** HTTP under the protocol (OAI-PMH 2.0 section 3.1). */
interface TransportRules extends Rules {

    /** A request of every kind, with answers and with errors. */
    default List<String> requests() {
        String identifier = Wire.encode("identifier", site().live().identifier());
        return List.of(
                "verb=Identify",
                "verb=ListMetadataFormats",
                "verb=ListSets",
                "verb=GetRecord&metadataPrefix=oai_dc&" + identifier,
                "verb=ListIdentifiers&metadataPrefix=oai_dc",
                "verb=ListRecords&metadataPrefix=oai_dc",
                "",
                "verb=Nonsense",
                "verb=ListRecords",
                "verb=ListRecords&metadataPrefix=nonsense",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01");
    }

    @Test
    default void getAndPostHaveTheSameResult() {
        for (String request : requests()) {
            Answer got = site().judge(site().wire().get(request));
            Answer posted = site().judge(site().wire().post(request));

            assertThat(posted.comparable()).as(request).isEqualTo(got.comparable());
        }
    }

    @Test
    default void aPostMayNameItsCharset() {
        Reply reply =
                site().wire().post("verb=Identify".getBytes(), "application/x-www-form-urlencoded; charset=UTF-8");

        assertThat(site().judge(reply).errors()).isEmpty();
    }

    @Test
    default void everyAnswerIsTextXmlInUtf8WithStatus200() {
        for (String request : requests()) {
            Reply reply = site().wire().get(request);

            assertThat(reply.status()).as(request).isEqualTo(200);
            assertThat(reply.header("Content-Type")
                            .replaceAll("[\\s\"]", "")
                            .toLowerCase(Locale.ROOT)
                            .split(";"))
                    .as(request)
                    .startsWith("text/xml")
                    .satisfies(parts -> assertThat(parts.length == 1 || parts[1].equals("charset=utf-8"))
                            .isTrue());
            assertThat(reply.text()).as(request).doesNotContain("\uFEFF");
        }
    }

    @Test
    default void nothingIsCompressedUnasked() {
        for (String wish : List.of("", "identity", "gzip;q=0", "gzip;q=0, *;q=0, identity")) {
            Reply reply = wish.isEmpty()
                    ? site().wire().get("verb=Identify")
                    : site().wire().get("verb=Identify", "Accept-Encoding", wish);

            assertThat(reply.header("Content-Encoding"))
                    .as("asked for '%s'", wish)
                    .isIn("", "identity");
            site().judge(reply);
        }
    }

    @Test
    default void whatIsCompressedIsTheSame() {
        boolean announced = Xml.texts(site().identify(), "compression").contains("gzip");
        for (String request : requests()) {
            Reply reply = site().wire().get(request, "Accept-Encoding", "gzip");

            if (announced) {
                assertThat(reply.header("Content-Encoding")).as(request).isEqualTo("gzip");
            }
            assertThat(site().judge(reply).comparable())
                    .as(request)
                    .isEqualTo(site().judge(site().wire().get(request)).comparable());
        }
    }

    @Test
    default void argumentsArePercentEncodedInAnyWay() {
        Header live = site().live();
        StringBuilder all = new StringBuilder();
        live.identifier().chars().forEach(c -> all.append(String.format(Locale.ROOT, "%%%02x", c)));

        Answer plain = site().ask("verb", "GetRecord", "identifier", live.identifier(), "metadataPrefix", "oai_dc");
        Answer escaped = site().judge(site().wire().get("verb=%47etRecord&metadataPrefix=oai%5Fdc&identifier=" + all));

        assertThat(escaped.comparable()).isEqualTo(plain.comparable());
    }

    @Test
    default void theOrderOfArgumentsIsOfNoConcern() {
        Answer left = site().ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc");
        Answer right = site().ask("metadataPrefix", "oai_dc", "verb", "ListIdentifiers");

        assertThat(right.headers()).isEqualTo(left.headers());
    }
}
