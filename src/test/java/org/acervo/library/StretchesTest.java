package org.acervo.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.acervo.oai.SetDescription;
import org.acervo.pages.PageRequest;
import org.acervo.platform.VocabularyFiles;
import org.acervo.publishing.TestLibrary;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchesTest {

    private static final Instant NOW = Instant.parse("2022-06-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(NOW);
    private final TestLibrary library = new TestLibrary(publications, disseminations, publications, CLOCK);

    @Test
    void withoutRecordsThereIsNoStretch() {
        assertThat(stretches(3).all()).isEmpty();
        assertThat(stretches(3).newest(everything(), 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50_000})
    void everyRecordIsInOneStretchAndNoneIsLongerThanAllowed(int length) {
        for (int i = 0; i < 11; i++) {
            publish("r-" + i, "mexico");
        }
        withdraw(new PublicationId(4));
        Stretches stretches = stretches(length);
        List<Long> numbers = new ArrayList<>();
        List<PublicationId> ids = new ArrayList<>();
        for (Stretches.Stretch each : stretches.all()) {
            List<DisseminatedRecord> read = new ArrayList<>();
            stretches.read(each.index(), read::add);
            assertThat(read).hasSizeBetween(1, length);
            assertThat(each.first()).isEqualTo(read.get(0).datestamp());
            assertThat(each.last()).isEqualTo(read.get(read.size() - 1).datestamp());
            read.forEach(record -> numbers.add(record.number()));
            read.forEach(record -> ids.add(record.id()));
        }
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(ids).hasSize(11).doesNotHaveDuplicates().endsWith(new PublicationId(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 20})
    void theNewestComeFirst(int most) {
        for (int i = 0; i < 8; i++) {
            publish("r-" + i, i % 2 == 0 ? "mexico" : "belize");
        }
        withdraw(new PublicationId(2));
        assertThat(stretches(3).newest(everything(), most))
                .extracting(each -> each.id().value())
                .containsExactlyElementsOf(
                        List.of(2L, 8L, 7L, 6L, 5L, 4L, 3L, 1L).subList(0, Math.min(most, 8)));
        Selection mexico = new Selection(Dissemination.HEADER, new SetSpec("mission:mexico"), null, null);
        assertThat(stretches(3).newest(mexico, most))
                .extracting(each -> each.id().value())
                .containsExactlyElementsOf(List.of(7L, 5L, 3L, 1L).subList(0, Math.min(most, 4)));
    }

    @Test
    void sitemapsAreXmlWhateverIsInThem() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SitemapWriter list = SitemapWriter.list(out, true)) {
            list.head(
                            Map.of("capability", "resourcelist"),
                            List.of(new SitemapWriter.Link("up", "http://a/?x&y", null)))
                    .entry("http://a/<b>&", NOW)
                    .entry("http://a/2", null, Map.of("change", "deleted"), List.of());
        }
        assertThat(elements(out.toByteArray()))
                .containsExactly("urlset", "ln", "md", "url", "loc", "lastmod", "url", "loc", "md");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<lastmod>2022-06-01T10:00:00Z</lastmod>");
    }

    @Test
    void aFeedHasWhatAtomAsksForAndNothingThatIsGone() throws Exception {
        publish("r-1", "mexico");
        publish("r-2", "mexico");
        withdraw(new PublicationId(1));
        Feeds feeds = new Feeds(publications, stretches(3), library.repository(), text -> text);
        Reader reader = new Reader(PageRequest.of("/feeds/mission/mexico.atom", "lang=es", null), VOCABULARIES);
        SetSpec mexico = new SetSpec("mission:mexico");
        SetDescription set = new SetDescription(mexico, Labels.same("México"), List.of());
        String feed = feeds.write(FeedsResource.feed(set, reader), feeds.newest(mexico), reader);
        List<String> elements = elements(feed.getBytes(StandardCharsets.UTF_8));
        assertThat(elements)
                .containsSequence("feed", "id", "title", "updated", "link", "link", "author", "name", "entry");
        assertThat(elements.stream().filter("entry"::equals)).hasSize(1);
        assertThat(feed)
                .contains("<title>Library · México</title>")
                .contains("rel=\"self\" href=\"https://library.example.org/feeds/mission/mexico.atom?lang=es\"")
                .contains("<id>https://library.example.org/publications/2</id>", "<title xml:lang=\"en\">r-2</title>")
                .contains("href=\"https://library.example.org/missions/mexico?lang=es\"")
                .contains("<updated>2022-06-01T10:00:00Z</updated>");
        assertThat(feeds.write(FeedsResource.feed(null, reader), List.of(), reader))
                .contains("Publicaciones más recientes");
    }

    private static Selection everything() {
        return new Selection(Dissemination.HEADER, null, null, null);
    }

    private Stretches stretches(int length) {
        return new Stretches(disseminations, CLOCK, length);
    }

    private void publish(String sourceId, String mission) {
        Publication draft = library.publishing()
                .create(TestLibrary.CURATOR, TestLibrary.report(sourceId, sourceId, mission, "migration-data"))
                .publication();
        library.publishing().publish(TestLibrary.CURATOR, draft.id(), draft.version());
    }

    private void withdraw(PublicationId id) {
        int version = publications.find(id).orElseThrow().version();
        library.publishing().withdraw(TestLibrary.CURATOR, id, version, "Wrong", null);
    }

    private static List<String> elements(byte[] xml) throws Exception {
        List<String> names = new ArrayList<>();
        XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                names.add(reader.getLocalName());
            }
        }
        return names;
    }
}
