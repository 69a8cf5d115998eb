package org.acervo.bench;

import io.gdcc.xoai.dataprovider.model.Set;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records and sets of a running Acervo, read once; by patterns, for its XML is known to be regular. */
final class AcervoCopy {
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");
    private static final Pattern RECORD = Pattern.compile("<record>(.*?)</record>", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("<identifier>([^<]+)<");
    private static final Pattern DATESTAMP = Pattern.compile("<datestamp>([^<]+)<");
    private static final Pattern SET_SPEC = Pattern.compile("<setSpec>([^<]+)<");
    private static final Pattern METADATA = Pattern.compile("<metadata>(.*)</metadata>", Pattern.DOTALL);
    private static final Pattern SET =
            Pattern.compile("<set>\\s*<setSpec>([^<]+)</setSpec>\\s*<setName>([^<]+)<", Pattern.DOTALL);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Set> sets = new HashMap<>();
    private final String base;
    private final boolean copy;

    AcervoCopy(String base, boolean copy) {
        this.base = base;
        this.copy = copy;
    }

    List<MemoryItem> items() throws IOException, InterruptedException {
        List<MemoryItem> items = new ArrayList<>();
        walk("ListRecords", "&metadataPrefix=oai_dc", page -> {
            Matcher record = RECORD.matcher(page);
            while (record.find()) {
                items.add(item(record.group(1)));
            }
        });
        return items;
    }

    List<Set> sets() throws IOException, InterruptedException {
        List<Set> found = new ArrayList<>();
        walk("ListSets", "", page -> {
            Matcher set = SET.matcher(page);
            while (set.find()) {
                found.add(Set.set(unescaped(set.group(1))).withName(unescaped(set.group(2))));
            }
        });
        return found;
    }

    private void walk(String verb, String arguments, Consumer<String> pages) throws IOException, InterruptedException {
        String query = "?verb=" + verb + arguments;
        while (query != null) {
            String page = get(query);
            pages.accept(page);
            Matcher token = TOKEN.matcher(page);
            query = token.find()
                    ? "?verb=" + verb + "&resumptionToken="
                            + URLEncoder.encode(unescaped(token.group(1)), StandardCharsets.UTF_8)
                    : null;
        }
    }

    private String get(String query) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(base + query)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode() + " for " + query);
        }
        return answer.body();
    }

    private MemoryItem item(String record) {
        String header = record.substring(0, record.indexOf("</header>"));
        Matcher metadata = METADATA.matcher(record);
        byte[] payload = metadata.find() ? metadata.group(1).strip().getBytes(StandardCharsets.UTF_8) : null;
        return new MemoryItem(
                unescaped(one(IDENTIFIER, header)), Instant.parse(one(DATESTAMP, header)), sets(header), payload, copy);
    }

    private List<Set> sets(String header) {
        List<Set> found = new ArrayList<>();
        Matcher spec = SET_SPEC.matcher(header);
        while (spec.find()) {
            found.add(sets.computeIfAbsent(spec.group(1), Set::set));
        }
        return List.copyOf(found);
    }

    private static String one(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
