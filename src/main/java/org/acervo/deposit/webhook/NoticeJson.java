package org.acervo.deposit.webhook;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;

/** Writes what a webhook is told. The same delivery is the same bytes at every attempt. */
record NoticeJson(Repository repository) {

    JsonObject write(Delivery delivery) {
        JsonObjectBuilder json =
                JsonMaker.object().add("id", Long.toString(delivery.id())).add("event", delivery.event());
        Notice notice = delivery.notice();
        if (notice == null) {
            return json.add("at", delivery.since().toString()).build();
        }
        PublicationId id = notice.publication();
        json.add(
                "publication",
                JsonMaker.object()
                        .add("id", id.toString())
                        .add("url", repository.landingPage(id))
                        .add("oaiIdentifier", repository.oaiIdentifier(id))
                        .add("state", notice.state().code())
                        .add("version", notice.version()));
        if (notice.mission() != null) {
            json.add("mission", notice.mission());
        }
        json.add("at", notice.at().toString()).add("actor", notice.actor());
        if (notice.onBehalfOf() != null) {
            json.add("onBehalfOf", notice.onBehalfOf());
        }
        return json.build();
    }
}
