package org.acervo.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a repository that is right and makes it wrong in one way. */
final class DistortingProxy implements AutoCloseable {

    private final Wire repository;
    private final String realUrl;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Distortion distortion;

    /** @param baseUrl of the repository that is right */
    DistortingProxy(String baseUrl, Distortion distortion) throws IOException {
        this.realUrl = baseUrl;
        this.repository = new Wire(baseUrl);
        this.distortion = distortion;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oai", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it answers. */
    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/oai";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean post = exchange.getRequestMethod().equals("POST");
            String sent = post
                    ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)
                    : Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                            .orElse("");
            String query = distortion.query().apply(sent);
            Reply reply = post ? repository.post(query) : repository.get(query);
            String body = reply.text().replace(realUrl, baseUrl());
            byte[] answer = distortion.body().apply(sent, body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", distortion.type().orElse(reply.header("Content-Type")));
            exchange.sendResponseHeaders(distortion.status().apply(sent, reply.status()), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
