package org.acervo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.acervo.launcher.TestClient;
import org.acervo.server.TestServer;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in a browser, as missions and staff use it. */
@ArquillianTest
@RunAsClient
class ConsolePagesIT {

    private static final String ADMINISTRATOR = "chief";
    private static final List<String> PAGES = List.of(
            "",
            "search",
            "search?q=migration&preview=1",
            "search/saved",
            "index",
            "queues",
            "collections",
            "collections/news",
            "collections/news/order",
            "vocabularies/themes",
            "vocabularies/themes/migration-data",
            "vocabularies/types/new",
            "vocabularies/organizations",
            "vocabularies/organizations/new",
            "vocabularies/languages",
            "vocabularies/series",
            "vocabularies/series/mexico-baseline-for-mobility-tracking-presence-of-migrants",
            "site",
            "site/series/mexico-baseline-for-mobility-tracking-presence-of-migrants",
            "changes",
            "changes/new",
            "sheet",
            "duplicates",
            "duplicates/all",
            "?show=published",
            "publications/1",
            "publications/new",
            "publications/1/files",
            "deposit",
            "bulk",
            "account",
            "dashboard",
            "dashboard?mission=mexico",
            "discoverability",
            "discoverability?mission=regional-office",
            "harvests",
            "accounts",
            "accounts/chief",
            "tokens",
            "erasures",
            "withdrawn",
            "audit");
    private static Optional<Chromium> chromium = Optional.empty();
    private static String password = "";

    @Deployment(testable = false)
    static WebArchive war() {
        password = "";
        return TestServer.war();
    }

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.ifPresent(Chromium::close);
    }

    @BeforeEach
    void prepare() {
        assumeTrue(chromium.isPresent(), "There is no Chromium");
        if (password.isEmpty()) {
            password = TestClient.run(TestServer.control(), "account", ADMINISTRATOR, "--role", "administrator")
                    .said()
                    .strip();
        }
    }

    private static Visitor visitor(int width, String language, boolean scripts) {
        return new Visitor(chromium.orElseThrow().browser(), width, language, scripts);
    }

    @Test
    void everyPageCanBeUsedByEverybody() {
        SoftAssertions all = new SoftAssertions();
        look(Visitor.DESKTOP, "es", all);
        look(Visitor.PHONE, "en", all);
        all.assertAll();
    }

    private static void look(int width, String language, SoftAssertions all) {
        try (Visitor visitor = visitor(width, language, true)) {
            visitor.open("/console/login");
            visitor.look("console-login-" + language);
            visitor.signIn(ADMINISTRATOR, password);
            for (String page : PAGES) {
                visitor.open("/console/" + page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                String name = "console-" + (page.isEmpty() ? "home" : page.replaceAll("\\W+", "-")) + "-" + language;
                all.check(() -> visitor.look(name));
            }
            visitor.open("/console/nothing", 404);
            assertThat(visitor.page().locator("header form button").isVisible())
                    .as("the bar of the console")
                    .isTrue();
            all.check(() -> visitor.look("console-error-" + language));
        }
    }

    @Test
    void anAccountIsMadeAndClosedWithoutScripts() {
        try (Visitor visitor = visitor(Visitor.DESKTOP, "en", false);
                Visitor other = visitor(Visitor.PHONE, "es", false)) {
            visitor.signIn(ADMINISTRATOR, password);
            visitor.open("/console/accounts?lang=en");
            visitor.page().locator("#name").fill("ANA Pérez");
            visitor.page().locator("main form button.main").click();
            assertThat(visitor.page().locator("#name-problem").textContent()).contains("ana.perez");
            assertThat(visitor.page().locator("#mission-problem").isVisible()).isTrue();
            visitor.page().locator("#name").fill("ana.perez");
            visitor.page().locator("#mission").selectOption("mexico");
            visitor.page().locator("main form button.main").click();
            String made = visitor.page().locator("code.secret").textContent();

            other.signIn("ana.perez", made);
            other.open("/console/accounts", 403);

            visitor.open("/console/accounts/ana.perez");
            visitor.page().locator("input[name=disabled]").check();
            visitor.page().locator("main form button.main").click();
            assertThat(visitor.page().locator("[role=status]").isVisible()).isTrue();
            other.open("/console/account");
            assertThat(other.page().url()).contains("/console/login");
        }
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        try (Visitor visitor = visitor(Visitor.DESKTOP, "en", true)) {
            visitor.signIn(ADMINISTRATOR, password);
            visitor.open("/console/tokens?lang=en");
            visitor.page().locator("#mission").selectOption("belize");
            visitor.page().locator("#label").fill("<b>site</b>");
            visitor.page().locator("main form button.main").click();
            String token = visitor.page().locator("code.secret").textContent();
            visitor.look("console-token-made");
            visitor.open("/console/tokens");
            assertThat(visitor.page().content()).doesNotContain(token).doesNotContain("<b>site</b>");
            visitor.page()
                    .getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("Revoke"))
                    .first()
                    .click();
            assertThat(visitor.page().locator("[role=status]").isVisible()).isTrue();
            visitor.open("/console/audit");
            assertThat(visitor.page().locator("tbody").textContent()).contains("Token revoked", "chief");
        }
    }

    @Test
    void aTermIsLookedAtEditedAndGivenBackWithoutScripts() {
        try (Visitor visitor = visitor(Visitor.PHONE, "en", false)) {
            visitor.signIn(ADMINISTRATOR, password);
            visitor.open("/console/vocabularies/themes/migration-data?lang=en");
            Locator label = visitor.page().locator("[id='label.en']");
            String before = label.inputValue();
            label.fill("Figures on migration");
            visitor.page().locator("button[value=look]").first().click();
            assertThat(visitor.page().locator("form [role=status]").textContent())
                    .contains("records in OAI-PMH");
            visitor.page().locator("button[value=save]").click();
            assertThat(visitor.page().locator("h1").textContent()).isEqualTo("Figures on migration");
            assertThat(visitor.page()
                            .context()
                            .request()
                            .get(TestServer.baseUrl() + "/api/v1/vocabularies/themes")
                            .text())
                    .contains("Figures on migration");
            visitor.open("/console/vocabularies/themes/migration-data");
            visitor.page().locator("main details summary").first().click();
            visitor.page().locator("button[value=restore]").click();
            assertThat(visitor.page().locator("h1").textContent()).isEqualTo(before);
            visitor.open("/console/audit");
            assertThat(visitor.page().locator("tbody").textContent()).contains("Term changed");
        }
    }

    @Test
    void keysMoveOpenEditApproveAndGoOn() {
        try (Visitor visitor = visitor(Visitor.DESKTOP, "en", true)) {
            visitor.signIn(ADMINISTRATOR, password);
            String first = submitted(visitor, "keys-1");
            String second = submitted(visitor, "keys-2");
            Page page = visitor.open("/console/search?q=migration&lang=en");
            Locator rows = page.locator("[data-row] a[data-open]");
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(focused(rows.nth(1))).isTrue();
            page.keyboard().press("k");
            assertThat(focused(rows.nth(0))).isTrue();
            page.keyboard().press("/");
            assertThat(focused(page.locator("#q"))).isTrue();
            page.keyboard().type("j");
            assertThat(page.locator("#q").inputValue()).as("typed, not obeyed").contains("j");
            page.locator("h1, main").first().focus();
            visitor.open("/console/queues?show=submitted");
            page.keyboard().press("?");
            assertThat(page.locator("footer dl").isVisible()).isTrue();
            page.keyboard().press("n");
            page.waitForURL("**/console/publications/" + first + "**");
            page.keyboard().press("e");
            page.waitForURL("**/console/publications/" + first + "/edit**");
            page.goBack();
            page.keyboard().press("n");
            page.waitForURL("**/console/publications/" + second + "**");
            page.keyboard().press("a");
            page.waitForURL(url -> !url.contains("/publications/" + second + "?queue") || url.contains("done="));
            visitor.open("/publications/" + second);
            visitor.open("/console/");
            page.keyboard().press("/");
            page.waitForURL("**/console/search**");
        }
    }

    private static boolean focused(Locator element) {
        return Boolean.TRUE.equals(element.evaluate("each => each === document.activeElement"));
    }

    /** A publication that waits for a decision. */
    private static String submitted(Visitor visitor, String sourceId) {
        String who =
                Base64.getEncoder().encodeToString((ADMINISTRATOR + ":" + password).getBytes(StandardCharsets.UTF_8));
        RequestOptions options = RequestOptions.create()
                .setHeader("Authorization", "Basic " + who)
                .setHeader("Content-Type", "application/json")
                .setHeader("If-Match", "*");
        String api = TestServer.baseUrl() + "/api/v1/publications";
        APIResponse made =
                visitor.page().context().request().post(api, options.setData("""
                        {"sourceId": "%s", "mission": "mexico", "type": "report", "date": "2021", "language": "en",
                         "title": {"value": "Waiting for keys %s", "lang": "en"}, "theme": "migration-data",
                         "description": {"value": "What waits", "lang": "en"}, "access": "metadata-only",
                         "rights": "https://creativecommons.org/licenses/by/4.0/"}
                        """.formatted(sourceId, sourceId)));
        String id = made.headers().get("location").replaceAll(".*/", "");
        assertThat(visitor.page()
                        .context()
                        .request()
                        .post(api + "/" + id + "/submit", options.setData(""))
                        .ok())
                .isTrue();
        return id;
    }
}
