package org.acervo.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The repository as it presents itself.
 *
 * @param baseUrl the public address without a trailing slash
 * @param identifier the domain name in OAI identifiers; fixed for ever
 * @param metadataLicence URI of the licence of the metadata, never of the documents
 * @param friends base URLs of befriended repositories
 */
public record Repository(
        String baseUrl,
        String identifier,
        String name,
        String adminEmail,
        String metadataLicence,
        List<String> friends) {

    public Repository {
        friends = List.copyOf(friends);
    }

    /** The base URL of OAI-PMH. */
    public String oaiUrl() {
        return baseUrl + "/oai";
    }

    /** The address of a landing page. */
    public String landingPage(PublicationId id) {
        return baseUrl + "/publications/" + id;
    }

    /** The public address of a file (RFC 3986: what is not unreserved is percent-encoded UTF-8). */
    public String fileAddress(PublicationId id, String name) {
        return landingPage(id) + "/files/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~");
    }

    /** {@code oai:domain:id} (OAI identifier format 2.0). */
    public String oaiIdentifier(PublicationId id) {
        return "oai:" + identifier + ":" + id;
    }
}
