package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** A program that reads the public library, of the server under test. */
final class Program {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /** What somebody may put into an address, percent-encoded. */
    static final List<String> HOSTILE = List.of(
            "%00",
            "%ED%A0%80",
            "%C3%28",
            "%0D%0AX-Injected:%201",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
            "%24%7B7*7%7D",
            "%E2%80%AE",
            "99999999999999999999",
            "-1",
            "((((((((((",
            "*",
            "a%20AND",
            "a&%00=b&%3Cb%3E=c",
            "a".repeat(5_000));

    private Program() {}

    static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String header(HttpResponse<String> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    /** The path of an address here. */
    static String path(String address) {
        assertThat(address).startsWith(TestServer.baseUrl() + "/");
        return address.substring(TestServer.baseUrl().length());
    }

    static Document xml(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(header(response, "Content-Type")).contains("xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    }
}
