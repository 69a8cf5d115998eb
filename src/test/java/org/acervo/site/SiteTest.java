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
        site.write(SitePage.ABOUT, 0, Labels.same("New"), List.of(), ANA);
        assertThat(site.of(SitePage.ABOUT).text().fr()).isEqualTo("New");
        assertThat(site.history(SitePage.ABOUT)).extracting(Edition::version).containsExactly(1, 0);
        assertThat(trail.before(Long.MAX_VALUE, 10))
                .extracting(each -> each.action().code() + " " + each.subject() + " " + each.actor())
                .containsExactly("page-written about ana");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        site.write(SitePage.HOME, 0, Labels.same("One"), List.of(), ANA);
        assertThatThrownBy(() -> site.write(SitePage.HOME, 0, Labels.same("Two"), List.of(), ANA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().get(0).rule()).isEqualTo(Rule.STALE_VERSION));
        assertThat(site.of(SitePage.HOME).text().en()).isEqualTo("One");
    }

    @Test
    void textsThatAreTooLongAreRefused() {
        Labels labels = new Labels("", "", "", "x".repeat(Site.LONGEST + 1));
        assertThatThrownBy(() -> site.write(SitePage.HOME, 0, labels, List.of(), ANA))
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
}
