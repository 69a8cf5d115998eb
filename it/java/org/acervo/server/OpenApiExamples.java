package org.acervo.server;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.platform.PublicApplication;

/**
 * Sends every request example of {@code /openapi}, and reads what can be read, and compares what it is answered with what
 * the description says.
 */
final class OpenApiExamples {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head");

    /** What a publication has gone through before the example of an operation; drafts need nothing. */
    private static final Map<String, List<String>> BEFORE = Map.of(
            "returnPublication", List.of("submit"),
            "withdrawPublication", List.of("publish"),
            "reinstatePublication", List.of("publish", "withdraw"),
            "askErasure", List.of("publish"));

    private final Api publisher;
    private final Api depositor;
    private final Api administrator;
    private final JsonObject description;
    private final List<String> wrong = new ArrayList<>();
    private int count;

    OpenApiExamples(Api publisher, Api depositor, Api administrator) throws Exception {
        this.publisher = publisher;
        this.depositor = depositor;
        this.administrator = administrator;
        this.description = description();
    }

    int count() {
        return count;
    }

    /** The examples that are not answered as the description says. */
    List<String> run() throws Exception {
        JsonObject paths = description.getJsonObject("paths");
        for (String path : paths.keySet()) {
            for (String method : paths.getJsonObject(path).keySet()) {
                if (METHODS.contains(method)) {
                    operation(path, method, paths.getJsonObject(path).getJsonObject(method));
                }
            }
        }
        return wrong;
    }

    private void operation(String path, String method, JsonObject operation) throws Exception {
        if (method.equals("get")) {
            read(path, operation);
        }
        if (!operation.containsKey("requestBody")) {
            return;
        }
        JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
        for (String type : content.keySet()) {
            JsonObject examples = content.getJsonObject(type).getJsonObject("examples");
            for (String name : examples == null ? Set.<String>of() : examples.keySet()) {
                JsonValue value = examples.getJsonObject(name).get("value");
                String body = value instanceof JsonString text ? text.getString() : value.toString();
                send(path, method, operation, type, name, body);
            }
        }
    }

    private void send(String path, String method, JsonObject operation, String type, String name, String body)
            throws Exception {
        String id = operation.getString("operationId");
        String address = address(path, id);
        HttpResponse<String> answer = reader(operation)
                .send(
                        method.toUpperCase(Locale.ROOT),
                        address,
                        type,
                        body.getBytes(StandardCharsets.UTF_8),
                        headers(operation));
        count++;
        String documented = documented(operation.getJsonObject("responses"), name);
        if (!documented.equals(Integer.toString(answer.statusCode()))) {
            wrong.add("%s %s %s: %d instead of %s: %s"
                    .formatted(method, address, name, answer.statusCode(), documented, answer.body()));
        }
        compare(address, operation, answer);
    }

    /** Reads what needs no more than a publication to be there. */
    private void read(String path, JsonObject operation) throws Exception {
        String address = address(path, operation.getString("operationId"));
        if (!address.contains("{")) {
            HttpResponse<String> answer = reader(operation).send("GET", address, "", new byte[0]);
            if (answer.statusCode() == 200) {
                compare(address, operation, answer);
            }
        }
    }

    private Api reader(JsonObject operation) {
        boolean administers = operation.getJsonArray("tags").getString(0).equals("administration");
        return administers ? administrator : publisher;
    }

    /** An answer in JSON has no member that its schema does not have. */
    private void compare(String address, JsonObject operation, HttpResponse<String> answer) throws Exception {
        JsonObject response = operation.getJsonObject("responses").getJsonObject(Integer.toString(answer.statusCode()));
        JsonObject content = response == null ? null : response.getJsonObject("content");
        JsonObject json = content == null ? null : content.getJsonObject("application/json");
        JsonObject schema = json == null ? null : schema(json.getJsonObject("schema"));
        if (schema != null && schema.containsKey("properties") && !schema.containsKey("additionalProperties")) {
            Set<String> strange = new TreeSet<>(Api.body(answer).keySet());
            strange.removeAll(schema.getJsonObject("properties").keySet());
            strange.forEach(each -> wrong.add(address + " is answered with " + each + ", which is not described"));
        }
    }

    private JsonObject schema(JsonObject schema) {
        String reference = schema.getString("$ref", "");
        return reference.isEmpty()
                ? schema
                : description
                        .getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private String address(String path, String operation) throws Exception {
        if (path.contains("{id}")) {
            String id = depositor.step(publisher.draft(), List.of());
            publisher.step(id, BEFORE.getOrDefault(operation, List.of()));
            String name = "/api/v1/publications/" + id + "/files/notes.txt";
            if (operation.equals("describeFile")) {
                publisher.send("PUT", name, "text/plain", "Notes".getBytes(StandardCharsets.UTF_8));
            }
            return path.replace("{id}", id).replace("{name}", "notes.txt");
        }
        return path.replace("{mission}", "mexico").replace("{name}", "ana");
    }

    private static String[] headers(JsonObject operation) {
        boolean versioned = operation.containsKey("parameters")
                && operation.getJsonArray("parameters").toString().contains("IfMatch");
        return versioned ? new String[] {"If-Match", "*"} : new String[0];
    }

    private static String documented(JsonObject responses, String name) {
        for (String status : responses.keySet()) {
            JsonObject content = responses.getJsonObject(status).getJsonObject("content");
            for (String type : content == null ? Set.<String>of() : content.keySet()) {
                JsonObject examples = content.getJsonObject(type).getJsonObject("examples");
                if (examples != null && examples.containsKey(name)) {
                    return status;
                }
            }
        }
        return "nothing";
    }

    /** The operations that the description has, as {@code METHOD /path} with nameless parameters. */
    static Set<String> operations() throws Exception {
        Set<String> operations = new TreeSet<>();
        JsonObject paths = description().getJsonObject("paths");
        paths.keySet().forEach(path -> paths.getJsonObject(path).keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> operations.add(operation(method, path))));
        return operations;
    }

    /** The operations that the resources of the deposit interface have. */
    static Set<String> ofResources() {
        Set<String> operations = new TreeSet<>();
        for (Class<?> type : new PublicApplication().getClasses()) {
            Path root = type.getAnnotation(Path.class);
            if (root == null || !root.value().startsWith("api/v1")) {
                continue;
            }
            for (Method each : type.getMethods()) {
                Path below = each.getAnnotation(Path.class);
                for (Annotation annotation : each.getAnnotations()) {
                    HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (method != null && !method.value().equals("OPTIONS")) {
                        operations.add(operation(
                                method.value(), "/" + root.value() + (below == null ? "" : "/" + below.value())));
                    }
                }
            }
        }
        return operations;
    }

    private static String operation(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "{}");
    }

    private static JsonObject description() throws Exception {
        return Api.body(new Api("").send("GET", "/openapi", "", new byte[0], "Accept", "application/json"));
    }
}
