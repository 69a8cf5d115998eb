package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.CURATOR;
import static org.acervo.publishing.TestLibrary.OFFICER;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A datestamp moves exactly when a rendered record or its sets change. */
class DatestampTest {

    private static final DublinCore TEXT = report("mx-1", "First");

    private final InMemoryServer server = new InMemoryServer();
    private final Publishing publishing = server.publishing();

    @Test
    void theWorldHearsOfWhatIsPublicAlone() {
        PublicationId id = server.draft(TEXT);
        assertThat(server.movedBy(() -> {
                    server.save(id, report("mx-1", "Second"));
                    publishing.submit(OFFICER, id, 2);
                    publishing.giveBack(CURATOR, id, 3, "no", Map.of());
                    publishing.submit(OFFICER, id, 4);
                }))
                .isEmpty();
        assertThat(server.disseminations().counts()).isEqualTo(Map.of(false, 0L, true, 0L));
        assertThat(server.movedBy(() -> publishing.publish(CURATOR, id, 5))).containsExactly(id);
        assertThat(server.movedBy(() -> {
                    publishing.save(OFFICER, id, 6, report("mx-1", "Third"));
                    publishing.submit(OFFICER, id, 7);
                    publishing.giveBack(CURATOR, id, 8, "no", Map.of());
                }))
                .isEmpty();
        assertThat(server.movedBy(() -> publishing.publish(CURATOR, id, 9))).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({
        "TITLE, Other title, true",
        "DESCRIPTION, Other words, true",
        "SUBJECT, Tapachula, true",
        "THEME, labour-mobility, true",
        "COLLECTION, news, true",
        "LANGUAGE, es, true",
        "RIGHTS, https://creativecommons.org/licenses/by/4.0/, true",
        "BODY, What nobody harvests, false",
        "FORMER_URL, https://old.example.org/a, false"
    })
    void aDatestampMovesWithWhatIsHarvested(Element element, String value, boolean moves) {
        PublicationId id = server.published(TEXT);
        DublinCore other = TEXT.with(element, List.of(Statement.of(element, value)));

        assertThat(server.movedBy(() -> server.save(id, other)).contains(id)).isEqualTo(moves);
        assertThat(server.version(id)).isEqualTo(3);
        assertThat(server.current(id).metadata()).isEqualTo(other);
    }

    @Test
    void aDocumentThatCanBeReadIsInTheSetOfOpenAire() {
        DublinCore linked = TEXT.with(Element.LINK, List.of(Statement.of(Element.LINK, "https://example.org/text")));
        PublicationId report = server.published(TEXT);
        PublicationId news =
                server.published(linked.with(Element.SOURCE_ID, List.of(Statement.of(Element.SOURCE_ID, "n")))
                        .with(Element.TYPE, List.of(Statement.of(Element.TYPE, "news"))));
        assertThat(server.sets(report, false)).doesNotContain("openaire");
        assertThat(server.sets(news, false)).doesNotContain("openaire");

        assertThat(server.movedBy(() -> server.save(report, linked))).containsExactly(report);
        assertThat(server.sets(report, false)).contains("openaire");
        server.save(report, TEXT);
        assertThat(server.sets(report, false)).doesNotContain("openaire");
    }

    @Test
    void aWithdrawnRecordKeepsItsSets() {
        PublicationId id = server.published(TEXT);
        var sets = server.sets(id, false);
        assertThat(sets)
                .containsExactlyInAnyOrder(
                        "mission",
                        "mission:mexico",
                        "theme",
                        "theme:migration-data",
                        "type",
                        "type:report",
                        "lang",
                        "lang:en",
                        "country",
                        "country:MX");

        assertThat(server.movedBy(() -> server.withdraw(id))).containsExactly(id);
        assertThat(server.record(id).deleted()).isTrue();
        assertThat(server.told(id)).doesNotContain("metadata").contains("mission:mexico", "theme:migration-data");
        assertThat(server.sets(id, true)).isEqualTo(sets);
        assertThat(server.disseminations().prefixes(id)).contains("oai_dc", "qdc", "mods", "marc21");

        assertThat(server.movedBy(() -> server.reinstate(id))).containsExactly(id);
        assertThat(server.sets(id, false)).isEqualTo(sets);
        assertThat(server.sets(id, true)).isEmpty();
    }

    @Test
    void aRecordThatLeavesASetIsATombstoneThereAlone() {
        PublicationId id = server.published(TEXT);
        server.movedBy(() -> server.save(id, report("mx-1", "First", "mexico", "labour-mobility")));
        assertThat(server.sets(id, true)).containsExactly("theme:migration-data");
        assertThat(server.sets(id, false)).contains("theme", "theme:labour-mobility", "mission:mexico");
        server.movedBy(() -> server.save(id, report("mx-1", "First", "mexico", "migration-data")));
        assertThat(server.sets(id, true)).containsExactly("theme:labour-mobility");
    }

    @Test
    void whatTheMissionGivesByDefaultCountsAsSaid() {
        DublinCore silent = TEXT.with(Element.RIGHTS, List.of());
        PublicationId id = server.published(silent);
        assertThat(server.current(id).metadata()).isEqualTo(silent);
        assertThat(server.told(id)).contains("dc:rights");
    }
}
