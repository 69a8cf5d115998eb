package org.acervo.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program of a mission that uses the deposit interface of the test server. In its JSON a single quote is a double one. */
record Api(String authorization) {

    static final String JSON = "application/json";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A publication that may be published. */
    static final String REPORT = "{'type':'report','title':{'value':'Uno','lang':'es'},'description':"
            + "{'value':'Qué dice','lang':'es'},'theme':'migration-data','date':'2021','language':'es'}";

    HttpResponse<String> json(String method, String path, String json, String... headers) throws Exception {
        return send(
                method,
                path,
                json.isEmpty() ? "" : JSON,
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                headers);
    }

    /** @param headers names and values in turn */
    HttpResponse<String> send(String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The id of a new draft. */
    String draft() throws Exception {
        return body(json("POST", "/api/v1/publications", REPORT)).getString("id");
    }

    /** Takes steps of any version of a publication; gives its id. */
    String step(String id, List<String> steps) throws Exception {
        Map<String, String> bodies = Map.of("withdraw", "{'reason':'why'}", "patch", "{'date':'2019'}");
        for (String step : steps) {
            String body = bodies.getOrDefault(step, "");
            HttpResponse<String> answer = step.equals("patch")
                    ? json("PATCH", "/api/v1/publications/" + id, body, "If-Match", "*")
                    : json("POST", "/api/v1/publications/" + id + "/" + step, body, "If-Match", "*");
            if (answer.statusCode() != 200) {
                throw new AssertionError(step + ": " + answer.body());
            }
        }
        return id;
    }

    static JsonObject body(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
