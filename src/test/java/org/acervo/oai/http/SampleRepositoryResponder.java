package org.acervo.oai.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.acervo.oai.HarvestLog;
import org.acervo.oai.SampleRepository;
import org.assertj.core.api.Assertions;

/** Answers queries over a sample repository. */
record SampleRepositoryResponder(SampleRepository sample, HarvestLog log, int pageSize) {

    /** Asks once. */
    String askPlain(String query) {
        return text(
                responder().respond(arguments(query), client(), false).body().bytes());
    }

    /** Asks twice: the compressed answer must be the same. */
    String ask(String query) {
        String plain = askPlain(query);
        try {
            String gunzipped = text(JoinedGzipTest.gunzip(
                    responder().respond(arguments(query), client(), true).body().bytes()));
            Assertions.assertThat(gunzipped.replaceAll("<resumptionToken.*?>[^<]*", ""))
                    .isEqualTo(plain.replaceAll("<resumptionToken.*?>[^<]*", ""));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return plain;
    }

    private static Map<String, List<String>> arguments(String query) {
        RawArguments raw = new RawArguments();
        raw.add(query);
        return raw.all();
    }

    private Responder responder() {
        return new Responder(
                sample.provider(pageSize),
                new Envelope(sample.repository()),
                log,
                new ReadAhead(Runnable::run),
                sample.repository().oaiUrl() + "/view");
    }

    private static Responder.Client client() {
        return new Responder.Client("192.0.2.1", "harvester/1.0");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
