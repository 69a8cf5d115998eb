package org.acervo.deposit.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.acervo.catalog.Event.Action;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to be told of steps in the life of publications.
 *
 * @param id 0 before it is kept
 * @param mission the one whose publications it is about, or null for all
 * @param url what is called, see {@link Target}
 * @param events the steps that are told; empty for every one
 * @param active whether anything is sent; while it is not, nothing is kept for later either
 * @param secret what signs the calls, locked by the vault
 */
public record Webhook(
        long id,
        @Nullable String mission,
        String url,
        Set<Action> events,
        boolean active,
        String secret,
        Instant created,
        String createdBy) {

    public Webhook {
        events = Set.copyOf(events);
    }

    /** The same as it is kept. */
    public Webhook numbered(long other) {
        return new Webhook(other, mission, url, events, active, secret, created, createdBy);
    }

    /** The strong ETag of its present form, with its quotes. */
    String tag() {
        String form = String.join("\n", String.valueOf(mission), url, new TreeSet<>(events).toString(), secret);
        byte[] bytes = (form + "\n" + active).getBytes(StandardCharsets.UTF_8);
        return "\"" + UUID.nameUUIDFromBytes(bytes) + "\"";
    }

    /** Whether a step is to be told. */
    public boolean wants(Notice notice) {
        return active
                && (mission == null || mission.equals(notice.mission()))
                && (events.isEmpty() || events.contains(notice.action()));
    }

    /** What the vault is told that a secret is for. */
    static final String USE = "webhook";
}
