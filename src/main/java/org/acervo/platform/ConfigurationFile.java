package org.acervo.platform;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON file of the operator, read entry by entry; what is wrong is collected, and reading goes on. */
final class ConfigurationFile {

    private final Path file;
    private final List<String> problems;

    /** @param problems takes a line for each thing that is wrong */
    ConfigurationFile(Path file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a list of objects.
     *
     * @param key the member that tells entries apart; no two may have the same
     * @param read makes an entry's value; it is dropped where the entry has a problem
     */
    <T> List<T> entries(String key, Function<ConfigurationEntry, T> read) {
        if (!(content() instanceof JsonArray array)) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonObject object)) {
                problem("entry " + (i + 1) + " is " + array.get(i) + "; expected an object");
                continue;
            }
            String name = name(object, key);
            String place = file + ", entry " + (i + 1) + (name == null ? "" : " (" + name + ")");
            if (name != null && !keys.add(name)) {
                problems.add(place + ": another entry has the same " + key + "; expected each once");
            }
            int before = problems.size();
            ConfigurationEntry entry = new ConfigurationEntry(place, object, problems);
            T value = read.apply(entry);
            entry.refuseOthers();
            if (problems.size() == before) {
                values.add(value);
            }
        }
        return values;
    }

    /** Reads an object whose members are all texts. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (content() instanceof JsonObject object) {
            object.forEach((name, value) -> {
                if (value instanceof JsonString text && !text.getString().isBlank()) {
                    texts.put(name, text.getString().strip());
                } else {
                    problem("member \"" + name + "\" is " + value + "; expected a text");
                }
            });
        }
        return texts;
    }

    /** Notes that something is wrong with the file. */
    void problem(String what) {
        problems.add(file + ": " + what);
    }

    private static @Nullable String name(JsonObject object, String key) {
        JsonValue name = object.get(key);
        return name instanceof JsonString text ? text.getString() : null;
    }

    private @Nullable JsonStructure content() {
        if (!Files.isRegularFile(file)) {
            problem("there is no such file; expected a JSON file");
            return null;
        }
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = Json.createReader(in)) {
            return reader.read();
        } catch (JsonException malformed) {
            problem("this is not JSON; " + malformed.getMessage());
        } catch (IOException unreadable) {
            problem("it cannot be read; " + unreadable);
        }
        return null;
    }
}
