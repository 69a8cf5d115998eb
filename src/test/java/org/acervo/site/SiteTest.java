package org.acervo.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.acervo.access.AuditEntry;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.publishing.ListedTrail;
import org.acervo.vocabulary.Labels;
import org.junit.jupiter.api.Test;

class SiteTest {

    private static final AuditEntry.Source ANA = new AuditEntry.Source("ana", "::1");

    private final ListedTrail trail = new ListedTrail();
    private final Site site = new Site(
            new InMemoryEditions(),
            Map.of(SitePage.ABOUT, Labels.same("As it came")),
            trail,
            Clock.fixed(Instant.parse("2022-06-01T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void pagesBeginWithWhatTheRepositoryCameWith() {
        assertThat(site.of(SitePage.ABOUT).text().fr()).isEqualTo("As it came");
        assertThat(site.of(SitePage.HOME).text().en()).isEmpty();
        site.write(wish(SitePage.ABOUT, Labels.same("New")), ANA);
        assertThat(site.of(SitePage.ABOUT).text().fr()).isEqualTo("New");
        assertThat(site.history(SitePage.ABOUT)).extracting(Edition::version).containsExactly(1, 0);
        assertThat(trail.before(Long.MAX_VALUE, 10))
                .extracting(each -> each.action().code() + " " + each.subject() + " " + each.actor())
                .containsExactly("page-written about ana");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        site.write(wish(SitePage.HOME, Labels.same("One")), ANA);
        assertThatThrownBy(() -> site.write(wish(SitePage.HOME, Labels.same("Two")), ANA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().get(0).rule()).isEqualTo(Rule.STALE_VERSION));
        assertThat(site.of(SitePage.HOME).text().en()).isEqualTo("One");
    }

    @Test
    void textsThatAreTooLongAreRefused() {
        Labels labels = new Labels("", "", "", "x".repeat(Site.LONGEST + 1));
        assertThatThrownBy(() -> site.write(wish(SitePage.HOME, labels), ANA))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                refused.findings().get(0).pointer())
                        .isEqualTo("/pt"));
    }

    @Test
    void onlyPagesThatThereCanBeAreWritten() {
        assertThat(SitePage.of("themes/migration-data")).isPresent();
        assertThat(SitePage.of("series/évaluation-2")).isPresent();
        assertThat(SitePage.of("themes/../about")).isEmpty();
        assertThat(SitePage.of("console")).isEmpty();
    }

    @Test
    void onlySeriesAreGivenANameByStaff() {
        SitePage series = new SitePage("series/evaluation");
        Labels name = new Labels("", "Evaluación", "", "");
        Labels text = Labels.same("");
        site.write(new Edition(series, 0, name, text, List.of(), "", Instant.EPOCH), ANA);
        site.write(new Edition(SitePage.HOME, 0, name, text, List.of(), "", Instant.EPOCH), ANA);
        site.write(wish(new SitePage("series/other"), Labels.same("An introduction")), ANA);
        assertThat(site.names(List.of(series, SitePage.HOME, new SitePage("series/other"))))
                .containsOnlyKeys(series)
                .containsEntry(series, name);
    }

    @Test
    void namesThatAreTooLongAreRefused() {
        Labels name = new Labels("", "x".repeat(Site.LONGEST_NAME + 1), "", "");
        Edition wish = new Edition(new SitePage("series/a"), 0, name, Labels.same(""), List.of(), "", Instant.EPOCH);
        assertThatThrownBy(() -> site.write(wish, ANA)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.findings().get(0).pointer())
                .isEqualTo("/name-es"));
    }

    private static Edition wish(SitePage page, Labels text) {
        return new Edition(page, 0, Labels.same(""), text, List.of(), "", Instant.EPOCH);
    }
}
