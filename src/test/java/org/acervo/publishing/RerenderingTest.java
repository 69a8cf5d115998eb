package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.relating;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerenderingTest {

    private final InMemoryServer server = new InMemoryServer();
    private final TestLibrary library = server.library();

    @Test
    void whatIsFreshIsLeftAlone() {
        publish(3);
        assertThat(library.rerendering().isDue()).isFalse();
        assertThat(library.rerendering().stale(looked -> {})).isEqualTo(new Rerendering.Report(0, 0));
        assertThat(server.movedBy(() ->
                        assertThat(library.rerendering().all(looked -> {})).isEqualTo(new Rerendering.Report(3, 0))))
                .isEmpty();
    }

    @Test
    void anotherBaseUrlMovesAllThatNamesIt() {
        List<PublicationId> ids = publish(3);
        server.withdraw(ids.get(1));
        Rerendering moved = server.at("https://moved.example.org").rerendering();

        assertThat(moved.isDue()).isTrue();
        assertThat(server.movedBy(() -> assertThat(moved.stale(looked -> {})).isEqualTo(new Rerendering.Report(3, 2))))
                .containsExactly(ids.get(0), ids.get(2));
        assertThat(server.told(ids.get(0))).contains("https://moved.example.org/publications/" + ids.get(0));
        assertThat(moved.isDue()).isFalse();
        assertThat(moved.stale(looked -> {})).isEqualTo(new Rerendering.Report(0, 0));
    }

    @Test
    void relationsAreRenderedAgainToo() {
        PublicationId a = server.published(report("a", "A"));
        PublicationId b = server.published(relating(report("b", "B"), "isTranslationOf", "a"));
        server.at("https://moved.example.org").rerendering().stale(looked -> {});
        assertThat(server.told(a)).contains("https://moved.example.org/publications/" + b);
        assertThat(server.told(b)).contains("https://moved.example.org/publications/" + a);
    }

    @Test
    void aNewFormatMovesNothing() {
        List<PublicationId> ids = publish(250);
        server.withdraw(ids.get(7));
        ids.forEach(this::forgetMods);
        assertThat(server.disseminations().prefixes(ids.get(0))).doesNotContain("mods");
        assertThat(library.rerendering().isDue()).isTrue();

        assertThat(server.movedBy(() -> assertThat(library.rerendering().stale(looked -> {}))
                        .isEqualTo(new Rerendering.Report(250, 0))))
                .isEmpty();
        assertThat(ids).allMatch(id -> server.disseminations().prefixes(id).contains("mods"));
        assertThat(server.disseminations().find(ids.get(7), "mods")).get().matches(each -> each.deleted());
        assertThat(library.rerendering().isDue()).isFalse();
    }

    /** As it would have been kept by a server that did not know MODS. */
    private void forgetMods(PublicationId id) {
        Dissemination kept = server.disseminations().current(List.of(id)).get(id);
        Map<String, Payload> payloads = new HashMap<>(kept.payloads());
        payloads.remove("mods");
        server.disseminations()
                .put(
                        List.of(new Dissemination(id, kept.deleted(), kept.sets(), payloads, 1)),
                        () -> server.disseminations().tick(1));
    }

    @Test
    void anotherLabelMovesOnlyWhatItTouches(@TempDir Path folder) throws IOException {
        PublicationId data = server.published(report("a", "A", "mexico", "migration-data"));
        PublicationId labour = server.published(report("b", "B", "mexico", "labour-mobility"));
        PublicationId both = server.published(report("c", "C", "mexico", "labour-mobility", "migration-data"));
        Rerendering relabelled = server.with(
                        Relabelled.vocabularies(folder, "Labor mobility and human development", "Relabelled"))
                .rerendering();

        assertThat(server.movedBy(
                        () -> assertThat(relabelled.stale(looked -> {})).isEqualTo(new Rerendering.Report(3, 2))))
                .containsExactly(labour, both);
        assertThat(server.told(labour)).contains("Relabelled");
        assertThat(server.told(data)).doesNotContain("Relabelled");
        assertThat(relabelled.isDue()).isFalse();
    }

    @Test
    void itGoesOnWhereItWasStopped() {
        List<PublicationId> ids = publish(250);
        Rerendering moved = server.at("https://moved.example.org").rerendering();
        Set<PublicationId> first = server.movedBy(() -> assertThatThrownBy(() -> moved.stale(looked -> {
                    throw new IllegalStateException("stopped after " + looked);
                }))
                .hasMessage("stopped after 100"));
        assertThat(first).hasSize(100);
        assertThat(moved.isDue()).isTrue();

        List<Long> progress = new ArrayList<>();
        Set<PublicationId> rest = server.movedBy(
                () -> assertThat(moved.stale(progress::add)).isEqualTo(new Rerendering.Report(150, 150)));
        assertThat(progress).containsExactly(100L, 150L);
        assertThat(rest).doesNotContainAnyElementsOf(first);
        first.addAll(rest);
        assertThat(first).isEqualTo(new TreeSet<>(ids));
    }

    @Test
    void anInterruptStopsItBetweenBlocks() {
        publish(150);
        Rerendering moved = server.at("https://moved.example.org").rerendering();
        Thread.currentThread().interrupt();
        assertThat(moved.stale(looked -> {})).isEqualTo(new Rerendering.Report(0, 0));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(moved.isDue()).isTrue();
    }

    @Test
    void aChangeMakesItsRecordFresh() {
        List<PublicationId> ids = publish(2);
        TestLibrary moved = server.at("https://moved.example.org");
        server.movedBy(() ->
                moved.publishing().save(TestLibrary.CURATOR, ids.get(0), 2, report("n-0", "Saved by the new version")));
        assertThat(moved.rerendering().stale(looked -> {})).isEqualTo(new Rerendering.Report(1, 1));
    }

    private List<PublicationId> publish(int count) {
        List<PublicationId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(server.published(report("n-" + i, "Number " + i)));
        }
        return ids;
    }
}
