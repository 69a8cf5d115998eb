package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.CURATOR;
import static org.acervo.publishing.TestLibrary.OFFICER;
import static org.acervo.publishing.TestLibrary.relating;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change means for the records at the other ends of its relations. */
class RelationsTest {

    private static final String PAGES = "https://library.example.org/publications/";
    private static final Pattern LINK = Pattern.compile("<dc:relation>([^<]*)</dc:relation>");
    private static final DublinCore A = report("a", "Study");
    private static final DublinCore B = report("b", "Estudio");
    private static final DublinCore B_TO_A = relating(B, "isTranslationOf", "a");

    private final InMemoryServer server = new InMemoryServer();

    /** What a record says it is related to. */
    private Set<String> links(PublicationId id) {
        Set<String> links = new TreeSet<>();
        Matcher found = LINK.matcher(server.told(id));
        while (found.find()) {
            links.add(found.group(1).replace(PAGES, "#"));
        }
        return links;
    }

    private static String to(PublicationId id) {
        return "#" + id;
    }

    @Test
    void whatIsSaidAtOneEndIsToldAtBoth() {
        PublicationId a = server.published(A);
        PublicationId b = server.draft(B_TO_A);
        PublicationId other = server.published(report("c", "Other"));
        assertThat(links(a)).isEmpty();

        assertThat(server.movedBy(() -> server.publishing().publish(CURATOR, b, 1)))
                .containsExactly(a, b);
        assertThat(links(a)).containsExactly(to(b));
        assertThat(links(b)).containsExactly(to(a));
        assertThat(server.version(a)).isEqualTo(2);
        assertThat(links(other)).isEmpty();

        assertThat(server.movedBy(() -> server.save(b, report("b", "Another title"))))
                .containsExactly(a, b);
        assertThat(links(a)).isEmpty();
        assertThat(server.movedBy(() -> server.save(b, B_TO_A))).containsExactly(a, b);
        assertThat(server.movedBy(() -> server.save(b, relating(report("b", "Title"), "isTranslationOf", "a"))))
                .containsExactly(b);
        assertThat(server.movedBy(() -> server.save(a, report("a", "Title")))).containsExactly(a);
        assertThat(links(a)).containsExactly(to(b));
    }

    @Test
    void theKindOfARelationIsToldToo() {
        PublicationId a = server.published(A);
        PublicationId b = server.published(B_TO_A);
        assertThat(qualified(a)).contains("<dcterms:hasVersion");
        server.save(b, relating(B, "references", "a"));
        assertThat(qualified(a)).contains("<dcterms:isReferencedBy").doesNotContain("<dcterms:hasVersion");
        assertThat(qualified(b)).contains("<dcterms:references");
    }

    private String qualified(PublicationId id) {
        return new String(
                server.disseminations().find(id, "qdc").orElseThrow().payload().bytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void nobodyIsToldOfWhatIsNotPublic() {
        PublicationId a = server.published(A);
        PublicationId b = server.published(B_TO_A);
        assertThat(server.movedBy(() -> server.withdraw(b))).containsExactly(a, b);
        assertThat(links(a)).isEmpty();
        assertThat(server.movedBy(() -> server.reinstate(b))).containsExactly(a, b);
        assertThat(links(a)).containsExactly(to(b));

        assertThat(server.movedBy(() -> server.withdraw(a))).containsExactly(a, b);
        assertThat(links(b)).isEmpty();
        assertThat(server.movedBy(() -> server.save(b, relating(report("b", "Title"), "isTranslationOf", "a"))))
                .containsExactly(b);
        assertThat(server.movedBy(() -> server.reinstate(a))).containsExactly(a, b);
        assertThat(links(b)).containsExactly(to(a));
    }

    @Test
    void aTombstoneDoesNotMoveWithItsNeighbours() {
        PublicationId a = server.published(A);
        PublicationId b = server.published(B_TO_A);
        server.withdraw(a);
        assertThat(server.movedBy(() -> server.withdraw(b))).containsExactly(b);
        assertThat(server.movedBy(() -> server.reinstate(a))).containsExactly(a);
        assertThat(links(a)).isEmpty();
        assertThat(server.movedBy(() -> server.reinstate(b))).containsExactly(a, b);
    }

    @Test
    void aRevisionRelatesToNothingBeforeItIsPublished() {
        PublicationId a = server.published(A);
        PublicationId b = server.published(B);
        assertThat(server.movedBy(() -> server.publishing().save(OFFICER, b, 2, B_TO_A)))
                .isEmpty();
        assertThat(server.movedBy(() -> server.publishing().publish(CURATOR, b, 3)))
                .containsExactly(a, b);
    }

    @Test
    void aTargetMayArriveLater() {
        PublicationId b = server.published(B_TO_A);
        assertThat(links(b)).isEmpty();
        TreeSet<PublicationId> a = new TreeSet<>();
        assertThat(server.movedBy(() -> a.add(server.draft(A)))).isEmpty();
        PublicationId arrived = a.first();
        assertThat(server.movedBy(() -> server.publishing().publish(CURATOR, arrived, 1)))
                .containsExactly(b, arrived);
        assertThat(links(b)).containsExactly(to(arrived));
        assertThat(links(arrived)).containsExactly(to(b));
    }

    @Test
    void aTargetMayTakeItsKeyLater() {
        PublicationId b = server.published(B_TO_A);
        PublicationId a = server.published(report("old", "Study"));
        assertThat(server.movedBy(() -> server.save(a, A))).containsExactly(b, a);
        assertThat(links(b)).containsExactly(to(a));
    }

    @Test
    void theTargetOfTheOwnMissionIsMeant() {
        PublicationId haitian = server.published(report("a", "Étude", "haiti", "migration-data"));
        PublicationId belizean = server.published(report("a", "Study", "belize", "migration-data"));
        PublicationId b = server.published(B_TO_A);
        assertThat(links(b)).isEmpty();

        PublicationId guyanese = server.published(report("a", "Study", "guyana", "migration-data"));
        assertThat(links(b)).as("nobody can say which of three is meant").isEmpty();
        PublicationId mexican = server.published(A);
        assertThat(links(b)).containsExactly(to(mexican));
        for (PublicationId stranger : Set.of(haitian, belizean, guyanese)) {
            assertThat(links(stranger)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ID", PAGES + "ID", PAGES + "ID?lang=es", PAGES + "ID/"})
    void aTargetIsNamedByKeyIdOrLandingPage(String form) {
        PublicationId a = server.published(A);
        PublicationId b = server.draft(relating(B, "isTranslationOf", form.replace("ID", a.toString())));
        assertThat(server.movedBy(() -> server.publishing().publish(CURATOR, b, 1)))
                .containsExactly(a, b);
        assertThat(links(b)).containsExactly(to(a));
        assertThat(links(a)).containsExactly(to(b));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example.org/report", PAGES + "1/files/annex.pdf"})
    void anyOtherAddressIsToldAsItIs(String address) {
        PublicationId a = server.published(A);
        PublicationId b = server.draft(relating(B, "references", address));
        assertThat(server.movedBy(() -> server.publishing().publish(CURATOR, b, 1)))
                .containsExactly(b);
        assertThat(links(b)).containsExactly(address.replace(PAGES, "#"));
        assertThat(links(a)).isEmpty();
    }

    @Test
    void theSameRelationIsToldOnce() {
        PublicationId a = server.published(A);
        PublicationId b = server.published(relating(B, "isTranslationOf", "a", a.toString(), PAGES + a));
        assertThat(server.told(b)).containsOnlyOnce("<dc:relation>");
        assertThat(server.told(a)).containsOnlyOnce("<dc:relation>");
    }

    @Test
    void anAddressThatLeadsToThePublicationItselfSaysNothing() {
        PublicationId a = server.published(A);
        server.save(a, relating(A, "references", PAGES + a));
        assertThat(links(a)).isEmpty();
        assertThat(server.publications().relations(Set.of(a)))
                .extracting(Relation::resolved)
                .doesNotContain(a);
    }

    @Test
    void manyNeighboursMoveTogether() {
        PublicationId a = server.published(A);
        PublicationId b = server.published(relating(B, "isTranslationOf", "a"));
        PublicationId c = server.published(relating(report("c", "Étude"), "isPartOf", "a", "b"));
        assertThat(server.movedBy(() -> server.withdraw(c))).containsExactly(a, b, c);
        assertThat(server.movedBy(() -> server.reinstate(c))).containsExactly(a, b, c);
        assertThat(server.movedBy(() -> server.save(a, report("a2", "Study")))).doesNotContain(b, c);
        assertThat(links(c)).containsExactlyInAnyOrder(to(a), to(b));
    }
}
