package org.acervo.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.acervo.vocabulary.Labels;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Editions} keeps to. */
public abstract class EditionsContract {

    private static final Instant AT = Instant.parse("2022-06-01T10:00:00.123456Z");

    /** Nothing is kept in it yet. */
    protected abstract Editions empty();

    @Test
    void editionsComeBackAsTheyWereKeptTheLastFirst() {
        Editions editions = empty();
        assertThat(editions.find(SitePage.ABOUT)).isEmpty();
        Edition first = edition(SitePage.ABOUT, 1, "One «ñ» 😀\n\n<b>", List.of());
        Edition second = edition(SitePage.ABOUT, 2, "", List.of("collections/news", "publications/7"));
        assertThat(editions.add(first)).isTrue();
        assertThat(editions.add(second)).isTrue();
        assertThat(editions.find(SitePage.ABOUT)).contains(second);
        assertThat(editions.history(SitePage.ABOUT)).containsExactly(second, first);
        assertThat(editions.find(SitePage.HOME)).isEmpty();
    }

    @Test
    void whoComesSecondWithAVersionIsTold() {
        Editions editions = empty();
        Edition first = edition(SitePage.HOME, 1, "One", List.of());
        assertThat(editions.add(first)).isTrue();
        assertThat(editions.add(edition(SitePage.HOME, 1, "Other", List.of()))).isFalse();
        assertThat(editions.history(SitePage.HOME)).containsExactly(first);
    }

    @Test
    void theLastOfEachPageIsFound() {
        Editions editions = empty();
        SitePage series = new SitePage("series/évaluation-2");
        editions.add(edition(series, 1, "One", List.of()));
        editions.add(edition(series, 2, "Two", List.of()));
        editions.add(edition(SitePage.HOME, 1, "Home", List.of()));
        editions.add(edition(SitePage.ABOUT, 1, "About", List.of()));
        assertThat(editions.findAll(List.of(series, SitePage.HOME, new SitePage("news"))))
                .containsOnlyKeys(series, SitePage.HOME)
                .extractingByKey(series)
                .isEqualTo(edition(series, 2, "Two", List.of()));
        assertThat(editions.findAll(List.of())).isEmpty();
    }

    private static Edition edition(SitePage page, int version, String text, List<String> features) {
        Labels name = new Labels("", "Nombre", "", "");
        return new Edition(page, version, name, new Labels(text, "es", "fr", "pt"), features, "ana", AT);
    }
}
