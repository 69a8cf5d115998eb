package org.acervo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.acervo.launcher.TestClient;
import org.acervo.server.TestServer;
import org.acervo.server.Until;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One publication from the form of its depositor to its tombstone, through the hands of a curator. */
@ArquillianTest
@RunAsClient
class CurationWalkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ALL_HITS = "[form=picked][value=all]";
    private static Optional<Chromium> chromium = Optional.empty();

    @Deployment(testable = false)
    static WebArchive war() {
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

    private static String account(String name, String role) {
        return TestClient.run(TestServer.control(), "account", name, "--role", role)
                .said()
                .strip();
    }

    @ParameterizedTest
    @CsvSource({"es, true, Crónica", "en, false, Evaluación"})
    void aPublicationIsReturnedMendedApprovedChangedAndWithdrawn(String language, boolean scripts, String word)
            throws Exception {
        assumeTrue(chromium.isPresent(), "There is no Chromium");
        String depositorName = "lucia." + language;
        String curatorName = "marta." + language;
        String depositorPassword = account(depositorName, "depositor:mexico");
        String curatorPassword = account(curatorName, "curator");
        try (Visitor depositor = visitor(language, scripts);
                Visitor curator = visitor(language, scripts)) {
            depositor.signIn(depositorName, depositorPassword);
            curator.signIn(curatorName, curatorPassword);
            String id = deposit(depositor, word);
            find(curator, word, scripts);
            giveBack(curator);
            mend(depositor, id, word);
            approve(curator, id);
            assertThat(harvested(curator, id)).contains(word + " de la migración en Chiapas, 2021");
            change(curator, id, word);
            showWith(curator, id);
            withdraw(curator, id);
            assertThat(harvested(curator, id)).contains("status=\"deleted\"");
        }
    }

    private static Visitor visitor(String language, boolean scripts) {
        return new Visitor(chromium.orElseThrow().browser(), Visitor.DESKTOP, language, scripts);
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private static String deposit(Visitor depositor, String word) {
        Page page = depositor.open("/console/publications/new");
        Locator closed = page.locator("details.section:not([open]) > summary");
        while (closed.count() > 0) {
            closed.first().click();
        }
        field(page, "title.0").fill(word + " de la migracion");
        field(page, "description.0").fill("Lo que se sabe de quienes esperan en Tapachula.");
        field(page, "type.0").selectOption("report");
        field(page, "language.0").fill("es");
        field(page, "date.0").fill("2021-02");
        page.locator("input[name=theme][value=migration-data]").check();
        page.locator(".foot button[value=submit]").click();
        page.waitForURL(url -> url.contains("done=submit"));
        return page.url().replaceAll(".*/publications/([0-9]+).*", "$1");
    }

    /** In Spanish, without accents, narrowed to what waits. */
    private static void find(Visitor curator, String word, boolean scripts) throws Exception {
        String plain = word.replace("ó", "o");
        Until.holds("it is found", PATIENCE, () -> {
            curator.open("/console/search?q=" + plain + "+migraciones");
            return curator.page().locator("a[data-open]").count() == 1;
        });
        Page page = curator.page();
        page.locator("input[name=state][value=submitted]").check();
        if (!scripts) {
            page.locator(".narrowing .actions button").click();
        }
        page.waitForURL(url -> url.contains("state=submitted"));
        page.locator("a[data-open]").first().click();
        page.waitForURL(url -> url.contains("/publications/"));
    }

    private static Locator step(Page page, String name) {
        return page.locator("form:has(input[name=do][value=" + name + "])");
    }

    private static void giveBack(Visitor curator) {
        Page page = curator.page();
        Locator form = step(page, "return");
        page.locator("details:has(#reason-return) > summary").first().click();
        form.locator("#reason-return").fill("Falta el lugar.");
        form.locator("details > summary").click();
        field(page, "why./title").fill("¿Dónde?");
        form.locator("button").click();
        page.waitForURL(url -> url.contains("done="));
    }

    private static void mend(Visitor depositor, String id, String word) {
        Page page = depositor.open("/console/publications/" + id + "/edit");
        assertThat(page.locator("main").textContent()).contains("Falta el lugar.");
        assertThat(page.locator("#title").textContent()).contains("¿Dónde?");
        field(page, "title.0").fill(word + " de la migración en Chiapas, 2021");
        page.locator(".foot button[value=submit]").click();
        page.waitForURL(url -> url.contains("done=submit"));
    }

    private static void approve(Visitor curator, String id) {
        Page page = curator.open("/console/publications/" + id);
        step(page, "publish").locator("button").click();
        page.waitForURL(url -> url.contains("done="));
    }

    private static String harvested(Visitor visitor, String id) {
        return visitor.page()
                .context()
                .request()
                .get(TestServer.baseUrl() + "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:acervo.localhost:"
                        + id)
                .text();
    }

    private static void change(Visitor curator, String id, String word) throws Exception {
        Page page = curator.open("/console/search?q=" + word + "&state=published");
        page.locator(ALL_HITS).click();
        page.waitForURL(url -> url.contains("/changes/new"));
        page.locator("input[name=kind][value=add]").check();
        page.locator("#element").selectOption("subject");
        page.locator("#value").fill("Suchiate");
        page.locator("form.stack button.main").click();
        page.waitForURL(url -> url.matches(".*/changes/[0-9]+.*"));
        assertThat(page.locator("ins").first().textContent()).contains("Suchiate");
        String change = page.url().replaceAll(".*(/console/changes/[0-9]+).*", "$1");
        page.locator("button[value=start]").click();
        ended(curator, change);
        assertThat(harvested(curator, id)).contains("Suchiate");
        page.locator("details:has(button[value=undo]) > summary").click();
        page.locator("button[value=undo]").click();
        Until.holds("it is undone", PATIENCE, () -> !harvested(curator, id).contains("Suchiate"));
    }

    private static void showWith(Visitor curator, String id) throws Exception {
        Page page = curator.open("/console/publications/" + id);
        page.locator("#picture summary").click();
        page.locator("#alt-es").fill("Un puente sobre el río");
        page.locator("#credit").fill("© Ana");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB), "png", png);
        page.locator("#bring").setInputFiles(new FilePayload("puente.png", "image/png", png.toByteArray()));
        page.locator("#picture button").click();
        page.waitForURL(url -> url.contains("done=picture"));
        curator.open("/publications/" + id);
        assertThat(page.locator("img[alt='Un puente sobre el río']").getAttribute("src"))
                .contains("/cover/");
        assertThat(page.locator("main").textContent()).contains("© Ana");
    }

    private static void ended(Visitor curator, String change) throws Exception {
        Until.holds("the change is made", PATIENCE, () -> {
            curator.open(change);
            return curator.page().locator("button[value=undo]").count() == 1;
        });
    }

    private static void withdraw(Visitor curator, String id) {
        Page page = curator.open("/console/publications/" + id);
        page.locator("details:has(#reason-withdraw) > summary").click();
        page.locator("#reason-withdraw").fill("Contiene un error.");
        step(page, "withdraw").locator("button").click();
        page.waitForURL(url -> url.contains("done="));
    }
}
