package org.acervo.access.openid;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the provider: follows no redirect, takes an answer of at most half a megabyte, and waits for the whole of it no longer
 * than it is told. Thread-safe.
 */
final class Web {

    private static final int LARGEST = 512 << 10;

    private final HttpClient client;
    private final Duration patience;

    /** @param patience until the whole answer is there */
    Web(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param status of HTTP */
    record Answer(int status, String body) {}

    Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    Answer send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(
                request.header("Accept", "application/json").build(),
                info -> new LimitedBody(BodySubscribers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> answer = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException failure) {
            throw new IOException(String.valueOf(failure.getCause()), failure.getCause());
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new IOException("No answer within " + patience.toSeconds() + " seconds", late);
        } catch (InterruptedException stopping) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stopping);
        }
    }
}
