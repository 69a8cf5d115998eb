package org.acervo.deposit.webhook;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a webhook. A member that is absent from the document is null; {@code asksForSecret} tells a secret
 * of null, which asks for a new one, from none at all.
 */
record WebhookForm(
        @Nullable String url,
        @Nullable String mission,
        @Nullable Set<Action> events,
        @Nullable Boolean active,
        @Nullable String secret,
        boolean asksForSecret) {

    private static final Set<String> MEMBERS = Set.of("url", "mission", "events", "active", "secret");
    private static final int LONGEST_URL = 2000;
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;

    /** An import tells nobody of its steps. */
    static final Set<Action> TOLD = Set.copyOf(EnumSet.complementOf(EnumSet.of(Action.IMPORTED)));

    /** Reads what is sent, and finds all that is wrong with it at once. */
    record Reader(Target.Reach reach, Courier.Resolver names, Vocabularies vocabularies) {

        /** @throws Refused with every finding */
        WebhookForm read(String text) {
            JsonObject json = object(text);
            Findings findings = new Findings(json);
            json.keySet().stream()
                    .filter(name -> !MEMBERS.contains(name))
                    .forEach(name -> findings.add(Rule.UNKNOWN_MEMBER, "/" + name, name));
            String url = findings.text("url", LONGEST_URL, this::canBeCalled);
            String mission = findings.text(
                    "mission",
                    LONGEST_URL,
                    code -> vocabularies.missions().find(code).isPresent() ? null : Rule.UNKNOWN_CODE);
            String secret = findings.text("secret", LONGEST_SECRET, WebhookForm::secretRule);
            WebhookForm form = new WebhookForm(
                    url, mission, findings.events(), findings.truth("active"), secret, json.containsKey("secret"));
            if (!findings.all.isEmpty()) {
                throw new Refused(findings.all);
            }
            return form;
        }

        private static JsonObject object(String text) {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            } catch (JsonException malformed) {
                throw new Refused(Finding.of(Rule.NOT_JSON, "", null));
            }
        }

        /** A name that nobody knows yet may be known tomorrow; one that leads inside is refused now. */
        private @Nullable Rule canBeCalled(String url) {
            Optional<Target> target = reach.parse(url);
            if (target.isEmpty()) {
                return url.regionMatches(true, 0, "http://", 0, 7) ? Rule.INSECURE_ADDRESS : Rule.MALFORMED_URI;
            }
            try {
                return reach.allowsAll(target.get(), names.resolve(target.get().host()))
                        ? null
                        : Rule.ADDRESS_NOT_PUBLIC;
            } catch (UnknownHostException unknown) {
                return null;
            }
        }
    }

    private static @Nullable Rule secretRule(String secret) {
        return secret.length() < SHORTEST_SECRET || !secret.chars().allMatch(c -> c > ' ' && c < 0x7F)
                ? Rule.WEAK_SECRET
                : null;
    }

    /** Reads the members one by one, and remembers what is wrong. */
    private static final class Findings {

        private final List<Finding> all = new ArrayList<>();
        private final JsonObject json;

        Findings(JsonObject json) {
            this.json = json;
        }

        void add(Rule rule, String pointer, @Nullable String given, String... expected) {
            all.add(Finding.of(rule, pointer, given, expected));
        }

        /** @param rule gives what a text breaks, or null */
        @Nullable
        String text(String name, int longest, java.util.function.Function<String, @Nullable Rule> rule) {
            JsonValue value = json.get(name);
            if (value == null || value == JsonValue.NULL) {
                return null;
            }
            if (!(value instanceof JsonString string)) {
                add(Rule.WRONG_KIND, "/" + name, null, "\"…\"");
                return null;
            }
            String text = string.getString();
            Rule broken = text.length() > longest ? Rule.TOO_LONG : rule.apply(text);
            if (broken != null) {
                String given = name.equals("secret") ? null : text;
                add(broken, "/" + name, given, broken == Rule.TOO_LONG ? Integer.toString(longest) : example(name));
            }
            return text;
        }

        private static String example(String name) {
            return switch (name) {
                case "url" -> "https://example.org/acervo";
                case "secret" -> Integer.toString(SHORTEST_SECRET);
                default -> "";
            };
        }

        @Nullable
        Boolean truth(String name) {
            JsonValue value = json.get(name);
            if (value == null || value == JsonValue.TRUE || value == JsonValue.FALSE) {
                return value == null ? null : value == JsonValue.TRUE;
            }
            add(Rule.WRONG_KIND, "/" + name, null, "true", "false");
            return null;
        }

        @Nullable
        Set<Action> events() {
            JsonValue value = json.get("events");
            if (value == null) {
                return null;
            }
            if (!(value instanceof JsonArray array)) {
                add(Rule.WRONG_KIND, "/events", null, "[\"published\"]");
                return null;
            }
            Set<Action> events = EnumSet.noneOf(Action.class);
            for (int i = 0; i < array.size(); i++) {
                String code = array.get(i) instanceof JsonString string ? string.getString() : "";
                Optional<Action> found = TOLD.stream().filter(is(code)).findFirst();
                found.ifPresentOrElse(events::add, unknown(i, code));
            }
            return events;
        }

        private Runnable unknown(int i, String code) {
            String[] known = Arrays.stream(Action.values())
                    .filter(TOLD::contains)
                    .map(Action::code)
                    .toArray(String[]::new);
            return () -> add(Rule.UNKNOWN_CODE, "/events/" + i, code, known);
        }

        private static Predicate<Action> is(String code) {
            return action -> action.code().equals(code);
        }
    }
}
