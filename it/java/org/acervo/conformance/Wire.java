package org.acervo.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests to one address. Follows no redirect and asks for no compression unless told to. Thread-safe. */
final class Wire {

    static final String FORM = "application/x-www-form-urlencoded";

    static {
        // A server may close a connection that it has kept open just as the next request sets out on it.
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
    }

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int SHOWN = 300;

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** @param address without a query */
    Wire(String address) {
        this.address = address;
    }

    /** Names and values in turn as a query or form. */
    static String encode(String... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i++) {
            query.append(i == 0 ? "" : i % 2 == 0 ? "&" : "=")
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    /** @param query encoded; empty for none */
    Reply get(String query, String... headers) {
        URI uri = URI.create(query.isEmpty() ? address : address + "?" + query);
        return send("GET " + shown(query), HttpRequest.newBuilder(uri).GET(), headers);
    }

    /** @param form encoded */
    Reply post(String form, String... headers) {
        return post(form.getBytes(StandardCharsets.ISO_8859_1), FORM, headers);
    }

    Reply post(byte[] body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send("POST " + shown(new String(body, StandardCharsets.ISO_8859_1)), request, headers);
    }

    private Reply send(String asked, HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = sent(request.timeout(PATIENCE).build());
            return new Reply(asked, response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(asked, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked, interrupted);
        }
    }

    /**
     * A connection that was kept may be closed while a request is under way to it. By the protocol a POST only reads, so it
     * can be sent again like a GET.
     */
    private HttpResponse<byte[]> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException late) {
            throw late;
        } catch (IOException closed) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /** Whether {@link #raw} can be used. */
    boolean takesRaw() {
        return address.startsWith("http://");
    }

    /** Sends a GET with octets in the query that no client library would send. */
    Reply raw(byte[] query) {
        URI uri = URI.create(address);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(("GET " + uri.getRawPath() + "?").getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(query);
            request.writeBytes((" HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(request.toByteArray());
            return read("RAW " + shown(new String(query, StandardCharsets.ISO_8859_1)), socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Reply read(String asked, InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException(asked + ": no answer but " + all);
        }
        String[] lines = all.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":", 2);
            headers.put(parts[0], List.of(parts[1].strip()));
        }
        boolean chunked = headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked");
        String body = all.substring(end + 4);
        return new Reply(
                asked,
                Integer.parseInt(lines[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                (chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The content of chunks (RFC 9112 section 7.1). */
    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            int length =
                    Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }

    private static String shown(String query) {
        return query.length() <= SHOWN ? query : query.substring(0, SHOWN) + "… (" + query.length() + ")";
    }
}
