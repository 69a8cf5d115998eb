package org.acervo.deposit.webhook;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** Writes what callers are shown of webhooks. */
record WebhookJson(Repository repository) {

    String address(Webhook webhook) {
        return repository.baseUrl() + "/api/v1/webhooks/" + webhook.id();
    }

    /** @param secret shown once, or null */
    JsonObject write(Webhook webhook, @Nullable String secret) {
        JsonArrayBuilder events = JsonMaker.array();
        webhook.events().stream().sorted().map(Action::code).forEach(events::add);
        JsonObjectBuilder json = JsonMaker.object().add("id", Long.toString(webhook.id()));
        add(json, "mission", webhook.mission());
        json.add("url", webhook.url())
                .add("events", events)
                .add("active", webhook.active())
                .add("created", webhook.created().toString())
                .add("createdBy", webhook.createdBy());
        add(json, "secret", secret);
        return json.add(
                        "links",
                        JsonMaker.object()
                                .add("self", address(webhook))
                                .add("deliveries", address(webhook) + "/deliveries"))
                .build();
    }

    JsonObject write(List<Webhook> webhooks) {
        JsonArrayBuilder all = JsonMaker.array();
        webhooks.forEach(each -> all.add(write(each, null)));
        return JsonMaker.object().add("webhooks", all).build();
    }

    JsonObject write(Delivery delivery, InterfaceLanguage language) {
        JsonObjectBuilder json =
                JsonMaker.object().add("id", Long.toString(delivery.id())).add("event", delivery.event());
        Notice notice = delivery.notice();
        if (notice != null) {
            json.add("publication", notice.publication().toString()).add("version", notice.version());
        }
        json.add("status", delivery.status().code())
                .add("queued", delivery.since().toString())
                .add("attempts", delivery.attempts());
        add(json, "lastAttempt", text(delivery.last()));
        Integer status = delivery.lastStatus();
        if (status != null) {
            json.add("lastStatus", status);
        }
        Trouble trouble = delivery.lastError();
        if (trouble != null) {
            json.add("lastError", trouble.told(language))
                    .add("lastErrorCode", trouble.reason().code());
        }
        add(json, "nextAttempt", text(delivery.next()));
        return json.build();
    }

    /** @param limit that was asked for: as many deliveries mean that there may be more */
    JsonObject write(Webhook webhook, List<Delivery> deliveries, int limit, InterfaceLanguage language) {
        JsonArrayBuilder page = JsonMaker.array();
        deliveries.forEach(each -> page.add(write(each, language)));
        JsonObjectBuilder json = JsonMaker.object().add("deliveries", page);
        if (deliveries.size() == limit) {
            long last = deliveries.get(limit - 1).id();
            String next = address(webhook) + "/deliveries?limit=" + limit + "&before=" + last;
            json.add("links", JsonMaker.object().add("next", next));
        }
        return json.build();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
