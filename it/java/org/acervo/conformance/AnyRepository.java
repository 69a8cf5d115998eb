package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules on the repository of the system property {@code base.url}; {@code pages} says how far lists are followed.
 * Runs only when asked for, see {@code it/README.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyRepository implements ConformanceRules {

    private static final int PAGES = 20;

    private final Site site = new Site(System.getProperty("base.url", ""), false, Integer.getInteger("pages", PAGES));

    @BeforeAll
    void isGiven() {
        assertThat(site.baseUrl()).as("-Dbase.url=").startsWith("http");
    }

    @Override
    public Site site() {
        return site;
    }
}
