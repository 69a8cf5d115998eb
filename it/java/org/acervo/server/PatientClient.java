package org.acervo.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A client on a line that drops: it sends the very same request again until it is answered. An answer is what the server
 * has decided; that it is away, or says that it is not ready, is none. Thread-safe.
 */
final class PatientClient {

    /** The line has dropped, and whoever asked does not try again. */
    static final class Dropped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Dropped(IOException cause) {
            super(cause);
        }
    }

    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong again = new AtomicLong();
    private final String base;
    private final String token;

    PatientClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** How often a request had to be sent again. */
    long again() {
        return again.get();
    }

    /**
     * The answer to a request.
     *
     * @param path from the root, or a whole address
     * @param patient whether it is sent again when the line drops
     */
    HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, byte[] body, boolean patient) {
        return answer(request(method, path, headers, body), patient);
    }

    /** The answer to a request that is sent once, whatever it is. */
    HttpResponse<byte[]> once(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        return client.send(request(method, path, headers, body), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    private HttpResponse<byte[]> answer(HttpRequest request, boolean patient) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            try {
                HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != UNAVAILABLE) {
                    return response;
                }
            } catch (IOException dropped) {
                if (!patient) {
                    throw new Dropped(dropped);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            again.incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("No answer to " + request.method() + " " + request.uri());
    }

    /** A request that must succeed, with a document in JSON. */
    HttpResponse<byte[]> json(String method, String path, Map<String, String> headers, String body, boolean patient) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        return succeeded(send(method, path, all, body.getBytes(StandardCharsets.UTF_8), patient));
    }

    /** What is there. */
    HttpResponse<byte[]> get(String path) {
        return succeeded(send("GET", path, Map.of(), new byte[0], true));
    }

    static HttpResponse<byte[]> succeeded(HttpResponse<byte[]> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.request().method() + " " + response.uri() + " → " + response.statusCode()
                    + " " + text(response));
        }
        return response;
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static JsonObject object(HttpResponse<byte[]> response) {
        try (var reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.readObject();
        }
    }
}
