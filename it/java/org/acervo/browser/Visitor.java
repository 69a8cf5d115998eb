package org.acervo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.acervo.server.TestServer;

/**
 * Somebody at a browser. Every page that is looked at must be accessible (axe-core, WCAG 2.2 AA), must fit the width,
 * must ask nobody but the server for anything, and must break none of its own security policy; a picture of it goes to
 * {@code target/screenshots}.
 */
final class Visitor implements AutoCloseable {

    /** In CSS pixels. */
    static final int DESKTOP = 1360;

    static final int PHONE = 390;

    private static final int HEIGHT = 900;

    /** A page for everybody without its pictures, in bytes. */
    private static final int HEAVIEST = 100_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = resource("/axe.min.js");
    private static final String RUN_AXE = """
            () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(found => found.violations.map(each => each.id + ': ' + each.help + ' ' +
                each.nodes.slice(0, 5).map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; ')))
            """;

    private final BrowserContext context;
    private final Page page;
    private final int width;
    private final Set<String> faults = new ConcurrentSkipListSet<>();

    /** @param language what the browser asks for, such as {@code es} */
    Visitor(Browser browser, int width, String language, boolean scripts) {
        this.width = width;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale(language)
                .setJavaScriptEnabled(scripts));
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onRequest(request -> {
            if (!request.url().startsWith(TestServer.baseUrl() + "/")
                    && !request.url().startsWith("data:")) {
                faults.add("asks " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            boolean expected = message.text().startsWith("Failed to load resource: the server responded with");
            if (message.type().equals("error") && !expected) {
                faults.add(page.url() + " says " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + " fails: " + error));
    }

    Page page() {
        return page;
    }

    /** Goes to a page of the server by its path, which must be there. */
    Page open(String path) {
        return open(path, 200);
    }

    /** Goes to a page that has an HTTP status of its own. */
    Page open(String path, int status) {
        Response response = page.navigate(TestServer.baseUrl() + path);
        assertThat(response.status()).as(path).isEqualTo(status);
        if (!path.startsWith("/console")) {
            assertThat(response.body()).as("the weight of " + path).hasSizeLessThan(HEAVIEST);
        }
        return page;
    }

    /** Signs in to the console. */
    void signIn(String name, String password) {
        open("/console/login");
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("main button").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Looks at the page that is open, and takes a picture of it under that name. */
    void look(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
        List<String> found = new ArrayList<>(faults);
        if (Boolean.TRUE.equals(page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth"))) {
            found.add("is wider than the window");
        }
        page.evaluate(AXE);
        ((List<?>) page.evaluate(RUN_AXE)).forEach(each -> found.add(each.toString()));
        assertThat(found).as(name + " at " + width + ": " + page.url()).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private static String resource(String name) {
        try (InputStream in = Visitor.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
