package org.acervo.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Statement;
import org.acervo.publishing.ListedTrail;
import org.acervo.publishing.TestLibrary;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Hit;
import org.acervo.search.Search;
import org.acervo.search.SearchHouse;
import org.acervo.search.Sort;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionOrderingTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Caller EVE =
            new Caller("eve", null, Set.of(Right.READ, Right.DEPOSIT, Right.PUBLISH, Right.CURATE), Set.of());
    private static final Source HERE = new Source("eve", "192.0.2.1");

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(AT);
    private final TestLibrary library = new TestLibrary(publications, disseminations, publications, CLOCK);
    private final ListedTrail trail = new ListedTrail();
    private SearchHouse house;
    private CollectionOrdering ordering;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder, publications);
        ordering = new CollectionOrdering(
                house.order(), house.searching(), publications, disseminations, publications, trail, CLOCK);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private PublicationId publish(String name, String date) {
        return library.publishing()
                .createPublic(
                        TestLibrary.CURATOR,
                        TestLibrary.report(name, name)
                                .with(Element.COLLECTION, List.of(Statement.of(Element.COLLECTION, "library")))
                                .with(Element.DATE, List.of(Statement.of(Element.DATE, date))))
                .publication()
                .id();
    }

    private List<PublicationId> staff() {
        return ordering.first("library", InterfaceLanguage.EN).stream()
                .map(Hit::id)
                .toList();
    }

    /** As the page of the collection asks, one hit a page. */
    private List<PublicationId> shown() {
        Search search = Search.all(InterfaceLanguage.EN, Viewer.PUBLIC)
                .with(Facet.COLLECTION, List.of("library"))
                .sized(1);
        List<PublicationId> all = new java.util.ArrayList<>();
        Found found = house.searching().find(search);
        while (true) {
            found.hits().forEach(each -> all.add(each.id()));
            if (found.next() == null) {
                return all;
            }
            found = house.searching().find(search.from(found.next()));
        }
    }

    @Test
    void the_newest_come_first_until_staff_say_otherwise() {
        PublicationId old = publish("old", "2019");
        PublicationId middle = publish("middle", "2020-05");
        PublicationId latest = publish("latest", "2021");
        PublicationId undated = publish("undated", "unknown");
        assertThat(shown()).containsExactly(latest, middle, old, undated);

        ordering.move(EVE, HERE, "library", old, 1);
        assertThat(shown()).isEqualTo(staff()).containsExactly(old, latest, middle, undated);
        assertThat(ordering.placed("library")).isEqualTo(1);
        ordering.move(EVE, HERE, "library", middle, 2);
        assertThat(shown()).containsExactly(old, middle, latest, undated);
        ordering.move(EVE, HERE, "library", old, 99);
        assertThat(shown()).containsExactly(middle, latest, undated, old);
        assertThat(ordering.placed("library")).isEqualTo(4);

        PublicationId later = publish("later", "2023");
        assertThat(shown()).containsExactly(middle, latest, undated, old, later);
        ordering.clear(EVE, HERE, "library");
        assertThat(shown()).containsExactly(later, latest, middle, old, undated);
        assertThat(trail.lines()).hasSize(4).allMatch(each -> each.startsWith("collection-changed eve"));
    }

    @Test
    void another_sort_is_another_order() {
        PublicationId old = publish("old", "2019");
        PublicationId latest = publish("latest", "2021");
        ordering.move(EVE, HERE, "library", old, 1);
        Search search = Search.all(InterfaceLanguage.EN, Viewer.PUBLIC)
                .with(Facet.COLLECTION, List.of("library"))
                .sorted(Sort.NEWEST);
        assertThat(house.searching().find(search).hits()).extracting(Hit::id).containsExactly(latest, old);
    }

    @Test
    void what_is_not_in_the_collection_has_no_place() {
        publish("one", "2019");
        assertThatThrownBy(() -> ordering.move(EVE, HERE, "library", new PublicationId(99), 1))
                .isInstanceOf(Refused.class);
        Caller officer = new Caller("ana", "mexico", Set.of(Right.READ, Right.DEPOSIT), Set.of());
        assertThatThrownBy(() -> ordering.move(officer, HERE, "library", new PublicationId(1), 1))
                .isInstanceOf(Refused.class);
        assertThat(ordering.placed("library")).isZero();
    }
}
