package org.acervo.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A mission's program that deposits publications with their files. */
public final class Depositor {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;
    private final String token;

    /** @param token empty for somebody who does not say who they are */
    public Depositor(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** The bytes of a PDF, more or less. */
    public static byte[] pdf(String text) {
        return ("%PDF-1.4\n" + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request; headers are pairs of a name and a value. */
    public HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : baseUrl + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, new byte[0], headers);
    }

    /** Makes a draft of Mexico; gives its id. */
    public String draft(String key) throws IOException, InterruptedException {
        String document = "{\"sourceId\":\"" + key + "\",\"mission\":\"mexico\",\"type\":\"report\",\"title\":\"" + key
                + "\",\"description\":\"D\",\"theme\":\"migration-data\",\"date\":\"2021\",\"language\":\"en\","
                + "\"rights\":\"https://creativecommons.org/licenses/by/4.0/\"}";
        HttpResponse<byte[]> made = send(
                "POST",
                "/api/v1/publications",
                document.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
        return json(made).getString("id");
    }

    /** Makes what is worked on public. */
    public HttpResponse<byte[]> publish(String id) throws IOException, InterruptedException {
        return send("POST", "/api/v1/publications/" + id + "/publish", new byte[0], "If-Match", "*");
    }

    /** Begins an upload in parts; gives its address. */
    public HttpResponse<byte[]> begin(String id, String name, long length) throws IOException, InterruptedException {
        return send(
                "POST",
                "/api/v1/uploads",
                new byte[0],
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Long.toString(length),
                "Upload-Metadata",
                "publication " + base64(id) + ",filename " + base64(name) + ",language " + base64("es"));
    }

    /** Sends a part. */
    public HttpResponse<byte[]> part(String upload, long offset, byte[] part, String... headers)
            throws IOException, InterruptedException {
        String[] all = new String[headers.length + 6];
        System.arraycopy(
                new String[] {
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Offset",
                    Long.toString(offset),
                    "Content-Type",
                    "application/offset+octet-stream"
                },
                0,
                all,
                0,
                6);
        System.arraycopy(headers, 0, all, 6, headers.length);
        return send("PATCH", upload, part, all);
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonObject json(HttpResponse<byte[]> response) {
        return Json.createReader(new StringReader(text(response))).readObject();
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
