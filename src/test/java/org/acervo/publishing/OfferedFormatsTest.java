package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.InMemoryMemory;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.junit.jupiter.api.Test;

class OfferedFormatsTest {

    private static final List<String> ALL =
            List.of("oai_dc", "qdc", "mods", "marc21", "oai_openaire", "oai_datacite", "datacite", "mets");

    private final InMemoryServer server = new InMemoryServer();
    private final TestLibrary library = server.library();
    private final Memory memory = new InMemoryMemory();
    private final OfferedFormats offered = library.offeredFormats(memory);

    private static List<String> prefixes(OfferedFormats offered) {
        return offered.get().stream().map(FormatDescription::prefix).toList();
    }

    @Test
    void aNewRepositoryOffersAll() {
        memory.keep("oai.formats", "oai_dc");
        assertThat(prefixes(offered)).isEqualTo(ALL);
    }

    @Test
    void aNewFormatIsOfferedWhenEveryRecordHasIt() {
        memory.keep("oai.formats", "oai_dc qdc mods marc21");
        forgetMets(server.published(report("a", "A")));
        assertThat(prefixes(offered)).containsExactly("oai_dc", "qdc", "mods", "marc21");

        library.rerendering().stale(looked -> {});
        assertThat(prefixes(offered)).isEqualTo(ALL);
    }

    @Test
    void whatWasOfferedOnceStaysSoWhateverIsRenderedAgain() {
        assertThat(prefixes(offered)).isEqualTo(ALL);
        forgetMets(server.published(report("a", "A")));
        assertThat(prefixes(offered)).isEqualTo(ALL);
        assertThat(prefixes(library.offeredFormats(memory))).isEqualTo(ALL);
    }

    /** As it would have been kept by a server that did not know METS. */
    private void forgetMets(PublicationId id) {
        Dissemination kept = server.disseminations().current(List.of(id)).get(id);
        Map<String, Payload> payloads = new HashMap<>(kept.payloads());
        payloads.remove("mets");
        server.disseminations()
                .put(
                        List.of(new Dissemination(id, kept.deleted(), kept.sets(), payloads, 1)),
                        () -> server.disseminations().tick(1));
    }
}
