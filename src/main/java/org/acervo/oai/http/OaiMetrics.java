package org.acervo.oai.http;

import java.time.Duration;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.ProtocolError;
import org.acervo.oai.Verb;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What is counted of OAI-PMH, under {@code /metrics}. Thread-safe. */
final class OaiMetrics {

    private final MetricRegistry registry;

    OaiMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** @param records how many were sent */
    void answered(OaiAnswer answer, int records, Duration took) {
        Verb verb = answer.head().verb();
        registry.timer("acervo_oai_requests", new Tag("verb", verb == null ? "none" : verb.spelling()))
                .update(took);
        registry.counter("acervo_oai_records").inc(records);
        if (answer instanceof OaiAnswer.Records list
                && (list.position() == null || list.position().cursor() == 0)) {
            registry.counter("acervo_oai_harvests").inc();
        } else if (answer instanceof OaiAnswer.Errors failed) {
            for (ProtocolError error : failed.errors()) {
                registry.counter(
                                "acervo_oai_errors",
                                new Tag("code", error.code().spelling()))
                        .inc();
            }
        }
    }

    /** The database did not answer. */
    void unavailable() {
        registry.counter("acervo_oai_unavailable").inc();
    }
}
