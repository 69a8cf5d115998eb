package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acervo.launcher.TestClient;
import org.acervo.server.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Element;

/** Every rule on our own repository, with the sample library and records that are hard to tell. */
@ArquillianTest
@RunAsClient
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OaiConformanceIT implements ConformanceRules {

    private static final int MOST_PAGES = 1000;

    private final Site site = new Site(TestServer.baseUrl() + "/oai", true, MOST_PAGES);
    private TestClient.Result loaded = new TestClient.Result(-1, "");

    @Deployment(testable = false)
    static WebArchive war() {
        return TestServer.war();
    }

    @BeforeAll
    void load() throws IOException {
        try (InputStream lines = OaiConformanceIT.class.getResourceAsStream("/hard-records.jsonl")) {
            loaded = TestClient.load(TestServer.control(), lines.readAllBytes());
        }
    }

    @Override
    public Site site() {
        return site;
    }

    @Test
    void everyHardRecordIsAccepted() {
        assertThat(loaded.status()).as(loaded.said()).isZero();
    }

    @Test
    void whatXmlForbidsIsGoneAndTheRestIsThere() {
        assertThat(titles())
                .contains("Control characters of all kinds", "Markup <b>&amp;</b> ]]> <!-- --> <?xml?> &#3;");
        assertThat(titles()).contains("Mìgrâtïon 😀 𠮷 \u202Bهجرة\u202C");
    }

    @Test
    void theLanguageOfATitleIsKept() {
        Optional<Element> title = site.records().records().stream()
                .flatMap(record -> Xml.all(record).stream())
                .filter(element -> "title".equals(element.getLocalName()))
                .filter(element -> element.getTextContent().equals("流離失所追蹤"))
                .findFirst();

        assertThat(title).hasValueSatisfying(found -> assertThat(found.getAttribute("xml:lang"))
                .isEqualTo("zh-Hant"));
    }

    /** A rule that cannot fail proves nothing: each of these is run against a repository that breaks it. */
    @Test
    void theRulesNoticeWhatIsWrong() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        try (DistortingProxy straight = new DistortingProxy(site.baseUrl(), Distortion.none("any"))) {
            Site undistorted = new Site(straight.baseUrl(), true, MOST_PAGES);
            for (Distortion distortion : Distortion.all()) {
                String rule = distortion.rule();
                assertThat(keeps(undistorted, rule))
                        .as("%s without a distortion", rule)
                        .isTrue();
                try (DistortingProxy proxy = new DistortingProxy(site.baseUrl(), distortion)) {
                    if (keeps(new Site(proxy.baseUrl(), true, MOST_PAGES), rule)) {
                        unnoticed.add(rule);
                    }
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    private static boolean keeps(Site site, String rule) throws ReflectiveOperationException {
        ConformanceRules rules = () -> site;
        try {
            ConformanceRules.class.getMethod(rule).invoke(rules);
            return true;
        } catch (InvocationTargetException broken) {
            return false;
        }
    }

    private List<String> titles() {
        return site.records().records().stream()
                .flatMap(record -> Xml.all(record).stream())
                .filter(element -> "title".equals(element.getLocalName()))
                .map(Element::getTextContent)
                .toList();
    }
}
