package org.acervo.server;

import static org.acervo.server.Program.get;
import static org.acervo.server.Program.header;
import static org.acervo.server.Program.path;
import static org.acervo.server.Program.xml;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.acervo.format.JsonMaker;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What programs get from the public library, of the real server with the sample library. */
@ArquillianTest
@RunAsClient
class MachinesIT {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String SYNC = "http://www.openarchives.org/rs/terms/";

    @Deployment(testable = false)
    static WebArchive war() {
        return TestServer.war();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "application/ld+json, application/ld+json",
        "application/xml, application/xml",
        "application/mods+xml, application/mods+xml",
        "application/x-bibtex, application/x-bibtex",
        "application/x-research-info-systems, application/x-research-info-systems",
        "'text/html, application/xml;q=0.9', text/html",
        "*/*, text/html",
    })
    void onePublicationHasManyForms(String accept, String type) throws Exception {
        HttpResponse<String> response = get("/publications/1", "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).startsWith(type);
        assertThat(header(response, "Vary")).contains("Accept");
        assertThat(get("/publications/1", "Accept", accept, "If-None-Match", header(response, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> unchanged =
                get("/publications/1", "Accept", accept, "If-Modified-Since", header(response, "Last-Modified"));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(get(
                                "/publications/1",
                                "Accept",
                                accept,
                                "If-None-Match",
                                "\"other\"",
                                "If-Modified-Since",
                                header(response, "Last-Modified"))
                        .statusCode())
                .as("a tag goes before a date")
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsRefusedPlainly() throws Exception {
        assertThat(get("/publications/1", "Accept", "image/png").statusCode()).isEqualTo(406);
        for (String path : List.of(
                "/publications/1.exe",
                "/publications/999999.json",
                "/publications/.json",
                "/publications/999999/linkset",
                "/sitemaps/77.xml",
                "/sitemaps/x.xml",
                "/resourcesync/changelist/99.xml",
                "/feeds/theme/nonsense.atom",
                "/feeds/theme/%3Cb%3E.atom",
                "/feeds/nonsense/x.atom",
                "/no/such/page?x=%3Cb%3E")) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).as(path).doesNotContain("<b>");
        }
    }

    @Test
    void everySignpostLeadsSomewhere() throws Exception {
        HttpResponse<String> page = get("/publications/1");
        assertThat(header(page, "Link")).contains("rel=\"cite-as\"", "rel=\"linkset\"");
        HttpResponse<String> response = get("/publications/1/linkset");
        assertThat(header(response, "Content-Type")).isEqualTo("application/linkset+json");
        JsonObject set = JsonMaker.reader(response.body()).readObject();
        JsonObject first = set.getJsonArray("linkset").getJsonObject(0);
        assertThat(first.getJsonArray("cite-as").getJsonObject(0).getString("href"))
                .isEqualTo(TestServer.baseUrl() + "/publications/1");
        for (JsonObject each : first.getJsonArray("describedby").getValuesAs(JsonObject.class)) {
            HttpResponse<String> described =
                    get(each.getString("href").substring(TestServer.baseUrl().length()));
            assertThat(described.statusCode()).isEqualTo(200);
            assertThat(header(described, "Content-Type")).startsWith(each.getString("type"));
            assertThat(header(described, "Link")).contains("rel=\"describes\"");
        }
    }

    @Test
    void everyPublicationIsInTheSitemapsAndInTheListsOfResourceSync() throws Exception {
        assertThat(get("/robots.txt").body()).contains("Sitemap: " + TestServer.baseUrl() + "/sitemap.xml");
        List<String> pages = new ArrayList<>();
        for (String sitemap : locations(xml("/sitemap.xml"))) {
            pages.addAll(locations(xml(path(sitemap))));
        }
        assertThat(pages)
                .contains(TestServer.baseUrl() + "/", TestServer.baseUrl() + "/about")
                .contains(TestServer.baseUrl() + "/themes/migration-data", TestServer.baseUrl() + "/missions/mexico")
                .doesNotHaveDuplicates();
        for (String page : pages) {
            assertThat(get(path(page)).statusCode()).as(page).isEqualTo(200);
        }
        pages.removeIf(each -> !each.contains("/publications/"));
        assertThat(pages).hasSizeGreaterThan(5);

        Document source = xml("/.well-known/resourcesync");
        assertThat(capability(source)).isEqualTo("description");
        Document capabilities = xml(path(locations(source).get(0)));
        assertThat(capability(capabilities)).isEqualTo("capabilitylist");
        assertThat(links(capabilities)).contains("up " + TestServer.baseUrl() + "/.well-known/resourcesync");
        List<String> lists = locations(capabilities);
        Document resources = xml(path(lists.get(0)));
        assertThat(capability(resources)).isEqualTo("resourcelist");
        assertThat(locations(resources))
                .containsExactlyInAnyOrderElementsOf(
                        pages.stream().map(each -> each + ".xml").toList());
        Document changes = xml(path(lists.get(1)));
        assertThat(capability(changes)).isEqualTo("changelist");
        Document open = xml(path(locations(changes).get(0)));
        assertThat(links(open)).anyMatch(each -> each.startsWith("up ")).anyMatch(each -> each.startsWith("index "));
        assertThat(open.getElementsByTagNameNS(SYNC, "md")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("until"))
                .isNull();
        assertThat(locations(open)).containsAll(locations(resources));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/newest.atom",
                "/feeds/mission/mexico.atom?lang=fr",
                "/feeds/type/report.atom",
                "/feeds/type/news.atom",
                "/search.atom?q=migration",
                "/search.atom?q=xyzzyx&lang=pt"
            })
    void feedsAreAtom(String path) throws Exception {
        new AtomFeed(xml(path)).check(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=migration&theme=migration-data",
                "/themes",
                "/themes/migration-data?lang=es",
                "/missions/mexico",
                "/collections",
                "/series",
                "/news",
                "/about",
                "/publications/1?lang=fr",
                "/search.atom?q=migration",
                "/feeds/theme/migration-data.atom"
            })
    void listsAreSentOnce(String path) throws Exception {
        HttpResponse<String> first = get(path);
        String date = header(first, "Last-Modified");
        assertThat(date).isNotEmpty();
        HttpResponse<String> unchanged = get(path, "If-Modified-Since", date);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(header(unchanged, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(get(path, "If-None-Match", header(first, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, "If-None-Match", "\"other\"", "If-Modified-Since", date)
                        .statusCode())
                .as("a tag goes before a date")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept-Language, es;q=x",
        "If-None-Match, garbage",
        "If-Modified-Since, yesterday",
        "Accept, text/html;q=nan",
        "Range, bytes=a-"
    })
    void headersThatCannotBeReadAreTakenForNone(String name, String value) throws Exception {
        for (String path : List.of("/", "/search?q=a", "/publications/1", "/feeds/newest.atom", "/console/login")) {
            assertThat(get(path, name, value).statusCode()).as(path).isIn(200, 406);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=",
                "/search?theme=",
                "/search?from=",
                "/search?sort=",
                "/search?size=",
                "/search?after=",
                "/search.atom?q=",
                "/opensearch.xml?lang=",
                "/?lang=",
                "/themes/migration-data?after=",
                "/series?page=",
                "/news?after=",
                "/publications/1?lang=",
                "/oai/view?verb=ListRecords&metadataPrefix=",
                "/console/login?to="
            })
    void whateverIsInAnAddressIsText(String address) throws Exception {
        for (String value : Program.HOSTILE) {
            HttpResponse<String> response = get(address + value);
            assertThat(response.statusCode()).as(address + value).isLessThan(500);
            assertThat(response.body()).doesNotContain("<script>alert", "<img src=x", "<b>=", "org.acervo.");
            assertThat(header(response, "X-Injected")).isEmpty();
        }
    }

    @Test
    void theDescriptionOfTheSearchLeadsToIt() throws Exception {
        Element description = xml("/opensearch.xml?lang=es").getDocumentElement();
        assertThat(description.getNamespaceURI()).isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
        assertThat(text(description, "ShortName")).hasSizeBetween(1, 16);
        assertThat(text(description, "Description")).hasSizeBetween(1, 1024);
        assertThat(text(description, "Language")).isEqualTo("es");
        NodeList urls = description.getElementsByTagName("Url");
        assertThat(urls.getLength()).isEqualTo(2);
        for (int i = 0; i < urls.getLength(); i++) {
            Element url = (Element) urls.item(i);
            HttpResponse<String> found =
                    get(path(url.getAttribute("template")).replace("{searchTerms}", "migraci%C3%B3n"));
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(header(found, "Content-Type")).startsWith(url.getAttribute("type"));
        }
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return found.item(0).getTextContent();
    }

    @Test
    void theCatalogueNamesInterfacesThatAnswer() throws Exception {
        HttpResponse<String> response = get("/.well-known/api-catalog");
        assertThat(header(response, "Content-Type"))
                .isEqualTo("application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"");
        for (JsonObject context : JsonMaker.reader(response.body())
                .readObject()
                .getJsonArray("linkset")
                .getValuesAs(JsonObject.class)) {
            for (String relation : List.of("item", "service-desc", "service-meta")) {
                if (context.containsKey(relation)) {
                    for (JsonObject each : context.getJsonArray(relation).getValuesAs(JsonObject.class)) {
                        String address = each.getString("href");
                        assertThat(get(path(address)).statusCode()).as(address).isIn(200, 401);
                    }
                }
            }
        }
    }

    private static List<String> locations(Document sitemap) {
        List<String> found = new ArrayList<>();
        NodeList all = sitemap.getElementsByTagNameNS(SITEMAP, "loc");
        for (int i = 0; i < all.getLength(); i++) {
            found.add(all.item(i).getTextContent());
        }
        return found;
    }

    private static String capability(Document document) {
        return document.getElementsByTagNameNS(SYNC, "md")
                .item(0)
                .getAttributes()
                .getNamedItem("capability")
                .getTextContent();
    }

    private static List<String> links(Document document) {
        List<String> found = new ArrayList<>();
        NodeList all = document.getElementsByTagNameNS(SYNC, "ln");
        for (int i = 0; i < all.getLength(); i++) {
            found.add(all.item(i).getAttributes().getNamedItem("rel").getTextContent() + " "
                    + all.item(i).getAttributes().getNamedItem("href").getTextContent());
        }
        return found;
    }
}
