package org.acervo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.acervo.server.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that everybody may see, in a browser. */
@ArquillianTest
@RunAsClient
class PagesIT {

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

    @ParameterizedTest
    @CsvSource({
        "home, 200, /",
        "publication, 200, /publications/1",
        "search, 200, /search?q=migracion",
        "nothing-found, 200, '/search?q=xyzzyx&theme=migration-data'",
        "theme, 200, /themes/migration-data",
        "missions, 200, /missions",
        "collections, 200, /collections",
        "series, 200, /series",
        "news, 200, /news",
        "about, 200, /about",
        "not-found, 404, /publications/999999",
        "oai, 200, /oai/view",
        "oai-records, 200, /oai/view?verb=ListRecords&metadataPrefix=oai_dc",
        "oai-sets, 200, /oai/view?verb=ListSets",
    })
    void everyPageCanBeUsedByEverybody(String name, int status, String path) {
        assumeTrue(chromium.isPresent(), "There is no Chromium");
        for (int width : new int[] {Visitor.DESKTOP, Visitor.PHONE}) {
            for (String language : new String[] {"es", "en"}) {
                try (Visitor visitor = new Visitor(chromium.get().browser(), width, language, true)) {
                    visitor.open(path, status);
                    assertThat(visitor.page().locator("html").getAttribute("lang"))
                            .isEqualTo(language);
                    visitor.look(name + "-" + language);
                }
            }
        }
    }
}
