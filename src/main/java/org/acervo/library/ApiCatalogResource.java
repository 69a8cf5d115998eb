package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;
import org.acervo.pages.Freshness;

/** The catalogue of all interfaces for programs (RFC 9727, FAIRiCat). */
@Path(".well-known/api-catalog")
@Dependent
public class ApiCatalogResource {

    private static final String PROFILE = "https://www.rfc-editor.org/info/rfc9727";
    private static final String XML = "application/xml";
    private static final String HTML = "text/html";

    private static final List<String> INTERFACES =
            List.of("/oai", "/api/v1/", "/.well-known/resourcesync", "/sitemap.xml", "/feeds/newest.atom");

    private final String base;

    @Inject
    ApiCatalogResource(Repository repository) {
        this.base = repository.baseUrl();
    }

    @GET
    public Response get(@Context Request request) {
        byte[] body =
                JsonMaker.object().add("linkset", contexts()).build().toString().getBytes(StandardCharsets.UTF_8);
        Response.ResponseBuilder whole = Response.ok()
                .header("Content-Type", Signposts.LINK_SET + "; profile=\"" + PROFILE + "\"")
                .header("Link", Signpost.of("api-catalog", address()).header())
                .header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-cache");
        return Freshness.of(whole, body, null, null, request).build();
    }

    private String address() {
        return base + "/.well-known/api-catalog";
    }

    private JsonArrayBuilder contexts() {
        List<Signpost> items = INTERFACES.stream()
                .map(each -> Signpost.of("item", base + each))
                .toList();
        return JsonMaker.array()
                .add(Signposts.context(address(), items))
                .add(Signposts.context(
                        base + "/oai",
                        List.of(
                                Signpost.of(
                                        "service-doc",
                                        "http://www.openarchives.org/OAI/openarchivesprotocol.html",
                                        HTML),
                                Signpost.of("service-doc", base + "/oai/view", HTML),
                                Signpost.of("service-meta", base + "/oai?verb=Identify", "text/xml"))))
                .add(Signposts.context(
                        base + "/api/v1/",
                        List.of(Signpost.of("service-desc", base + "/openapi", "application/vnd.oai.openapi"))))
                .add(Signposts.context(
                        base + "/.well-known/resourcesync",
                        List.of(
                                Signpost.of("service-doc", "http://www.openarchives.org/rs/1.1/resourcesync", HTML),
                                Signpost.of("service-meta", base + "/resourcesync/capabilitylist.xml", XML))))
                .add(Signposts.context(
                        base + "/sitemap.xml",
                        List.of(Signpost.of("service-doc", "https://www.sitemaps.org/protocol.html", HTML))))
                .add(Signposts.context(
                        base + "/feeds/newest.atom",
                        List.of(Signpost.of("service-doc", "https://www.rfc-editor.org/info/rfc4287", HTML))));
    }
}
