package org.acervo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
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
            "changes",
            "changes/new",
            "sheet",
            "duplicates",
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
        for (int width : new int[] {Visitor.DESKTOP, Visitor.PHONE}) {
            for (String language : new String[] {"es", "en"}) {
                try (Visitor visitor = visitor(width, language, true)) {
                    visitor.open("/console/login");
                    visitor.look("console-login-" + language);
                    visitor.signIn(ADMINISTRATOR, password);
                    for (String page : PAGES) {
                        visitor.open("/console/" + page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                        String name =
                                "console-" + (page.isEmpty() ? "home" : page.replaceAll("\\W+", "-")) + "-" + language;
                        all.check(() -> visitor.look(name));
                    }
                    visitor.open("/console/nothing", 404);
                    assertThat(visitor.page().locator("header form button").isVisible())
                            .as("the bar of the console")
                            .isTrue();
                    all.check(() -> visitor.look("console-error-" + language));
                }
            }
        }
        all.assertAll();
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
}
