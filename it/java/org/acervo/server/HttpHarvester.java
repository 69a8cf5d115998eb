package org.acervo.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An aggregator that keeps a copy of a repository by OAI-PMH over HTTP, by the protocol's own rule: each harvest asks from
 * the responseDate of the first response of the harvest before.
 */
final class HttpHarvester {

    private static final Pattern RECORD = Pattern.compile("<record>(.*?)</record>", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("<identifier>(.*?)</identifier>");
    private static final Pattern DATE = Pattern.compile("<responseDate>(.*?)</responseDate>");
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");

    private final String oai;
    private final String agent;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> copy = new TreeMap<>();
    private String from = "";
    private int pages;

    /** @param agent what it calls itself */
    HttpHarvester(String baseUrl, String agent) {
        this.oai = baseUrl + "/oai";
        this.agent = agent;
    }

    /** What it has, by identifier: the record as it was told. */
    Map<String, String> copy() {
        return copy;
    }

    /** How many answers it had. */
    int pages() {
        return pages;
    }

    /** Harvests what has changed since the last time, and all the first time. */
    void harvest() throws IOException, InterruptedException {
        String first = "";
        String query = "metadataPrefix=oai_dc" + (from.isEmpty() ? "" : "&from=" + from);
        while (!query.isEmpty()) {
            String page = page("verb=ListRecords&" + query);
            first = first.isEmpty() ? found(DATE, page) : first;
            Matcher records = RECORD.matcher(page);
            while (records.find()) {
                copy.put(found(IDENTIFIER, records.group(1)), records.group(1));
            }
            String token = found(TOKEN, page);
            query = token.isEmpty() ? "" : "resumptionToken=" + token;
        }
        from = first;
    }

    /** One answer, whatever it is, for a query. */
    HttpResponse<String> ask(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(oai + "?" + query))
                .header("User-Agent", agent)
                .timeout(Duration.ofSeconds(90))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String page(String query) throws IOException, InterruptedException {
        HttpResponse<String> response = ask(query);
        if (response.statusCode() != 200) {
            throw new IOException(query + " → " + response.statusCode() + " " + response.body());
        }
        pages++;
        return response.body();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
