package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Statement;
import org.acervo.publishing.BulkChange.Outcome;
import org.acervo.publishing.BulkChange.Status;
import org.acervo.publishing.BulkOutlook.Difference;
import org.junit.jupiter.api.Test;

class BulkChangingTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");
    private static final Caller CURATOR =
            new Caller("curator", null, Set.of(Right.READ, Right.DEPOSIT, Right.PUBLISH, Right.CURATE), Set.of());
    private static final Caller MEXICO = new Caller("mx", "mexico", Set.of(Right.READ, Right.DEPOSIT), Set.of());
    private static final Source HERE = new Source("curator", "192.0.2.1");
    private static final Amendment TEH = new Amendment.Rewrite(Element.TITLE, "teh", "the");

    private final InMemoryPublications publications = new InMemoryPublications();
    private final TestLibrary library = new TestLibrary(
            publications, new InMemoryDisseminations(AT), publications, Clock.fixed(AT, ZoneOffset.UTC));
    private final InMemoryBulkChanges bulk = new InMemoryBulkChanges(publications);
    private final ListedTrail trail = new ListedTrail();
    private final BulkChanging changing = new BulkChanging(
            bulk, publications, library.publishing(), publications, trail, Clock.fixed(AT, ZoneOffset.UTC));

    private PublicationId publish(String sourceId, String title, String mission) {
        DublinCore text = TestLibrary.report(sourceId, title, mission, "migration-data");
        return library.publishing()
                .createPublic(TestLibrary.CURATOR, text)
                .publication()
                .id();
    }

    private Publication find(PublicationId id) {
        return publications.find(id).orElseThrow();
    }

    private String title(PublicationId id) {
        return String.valueOf(find(id).working().value(Element.TITLE));
    }

    private long frozen(Caller caller, Amendment amendment, PublicationId... ids) {
        return changing.freeze(caller, amendment, List.of(ids).iterator()).id();
    }

    private Map<Outcome, Long> carriedOut(Caller caller, long id) {
        changing.start(caller, HERE, id);
        changing.run();
        assertThat(changing.find(caller, id).status()).isEqualTo(Status.DONE);
        return changing.counts(caller, id);
    }

    @Test
    void manyAreChangedLookedAtBeforeAndPutBack() {
        List<PublicationId> ids = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            ids.add(publish("s" + i, i % 2 == 0 ? "In teh north " + i : "Nothing " + i, "mexico"));
        }
        BulkChange frozen = changing.freeze(CURATOR, TEH, ids.iterator());
        assertThat(frozen.status()).isEqualTo(Status.FROZEN);
        assertThat(frozen.total()).isEqualTo(1_203);
        BulkOutlook outlook = changing.outlook(CURATOR, frozen.id(), 20);
        assertThat(outlook.all()).isTrue();
        assertThat(List.of(outlook.looked(), outlook.changed(), outlook.told())).containsExactly(1_203L, 602L, 602L);
        List<Difference> preview = outlook.first();
        assertThat(preview).hasSize(20);
        assertThat(preview.get(1).before().value(Element.TITLE)).isEqualTo("In teh north 2");
        assertThat(preview.get(1).after().value(Element.TITLE)).isEqualTo("In the north 2");
        assertThat(title(ids.get(0))).as("nothing is changed yet").isEqualTo("In teh north 0");

        assertThat(carriedOut(CURATOR, frozen.id())).isEqualTo(Map.of(Outcome.CHANGED, 602L, Outcome.UNCHANGED, 601L));
        assertThat(title(ids.get(0))).isEqualTo("In the north 0");
        assertThat(find(ids.get(1)).version()).isEqualTo(1);

        library.publishing().save(TestLibrary.CURATOR, ids.get(0), 2, TestLibrary.report("s0", "Mended by hand"));
        changing.undo(CURATOR, HERE, frozen.id());
        changing.run();
        assertThat(changing.find(CURATOR, frozen.id()).status()).isEqualTo(Status.UNDONE);
        assertThat(changing.counts(CURATOR, frozen.id()))
                .isEqualTo(Map.of(Outcome.UNDONE, 601L, Outcome.KEPT, 1L, Outcome.UNCHANGED, 601L));
        assertThat(title(ids.get(2))).isEqualTo("In teh north 2");
        assertThat(title(ids.get(0))).isEqualTo("Mended by hand");
        assertThat(trail.lines())
                .containsExactly(
                        "bulk-change-begun curator bulk change 1rewrite, 1203 publications",
                        "bulk-change-undone curator bulk change 1rewrite, 1203 publications");
    }

    @Test
    void nobodyChangesMoreThanTheyMay() {
        PublicationId own = publish("a", "teh a", "mexico");
        PublicationId other = publish("b", "teh b", "belize");
        long id = frozen(MEXICO, TEH, own, other, new PublicationId(99));
        assertThat(changing.outlook(MEXICO, id, 20).first())
                .extracting(Difference::id)
                .containsExactly(own);
        assertThat(carriedOut(MEXICO, id)).isEqualTo(Map.of(Outcome.CHANGED, 1L, Outcome.REFUSED, 2L));
        assertThat(find(own).metadata().value(Element.TITLE))
                .as("it awaits review")
                .isEqualTo("teh a");
        assertThat(title(own)).isEqualTo("the a");
        assertThat(changing.report(MEXICO, id, own.value(), 9))
                .extracting(each -> each.publication() + " " + each.findings())
                .containsExactly(other + " [right-required]", "99 [not-found]");
        Caller stranger = new Caller("x", "belize", Set.of(Right.DEPOSIT), Set.of());
        assertThatThrownBy(() -> changing.find(stranger, id)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> changing.undo(stranger, HERE, id)).isInstanceOf(Refused.class);
        assertThat(changing.list(stranger, 9)).isEmpty();
        long moved = frozen(MEXICO, new Amendment.Replace(mission("mexico"), mission("belize")), own);
        assertThat(carriedOut(MEXICO, moved)).isEqualTo(Map.of(Outcome.REFUSED, 1L));
        assertThat(find(own).working().value(Element.MISSION)).isEqualTo("mexico");
    }

    private static Statement mission(String code) {
        return Statement.of(Element.MISSION, code);
    }

    @Test
    void whatTheRulesForbidIsReportedAndTheOthersAreChanged() {
        PublicationId id = publish("a", "A", "mexico");
        PublicationId draft = library.publishing()
                .create(
                        TestLibrary.OFFICER,
                        new DublinCore(List.of(Statement.of(Element.TITLE, "D"), mission("mexico"))))
                .publication()
                .id();
        Amendment wrong = new Amendment.Replace(
                Statement.of(Element.THEME, "migration-data"), Statement.of(Element.THEME, "nonsense"));
        assertThat(carriedOut(CURATOR, frozen(CURATOR, wrong, id, draft)))
                .isEqualTo(Map.of(Outcome.REFUSED, 1L, Outcome.UNCHANGED, 1L));
        assertThat(carriedOut(CURATOR, frozen(CURATOR, Amendment.into("library"), id, draft)))
                .isEqualTo(Map.of(Outcome.CHANGED, 2L));
        assertThat(find(id).metadata().values(Element.COLLECTION)).containsExactly("library");
        assertThat(carriedOut(CURATOR, frozen(CURATOR, Amendment.outOf("library"), id)))
                .isEqualTo(Map.of(Outcome.CHANGED, 1L));
    }

    @Test
    void itIsBegunOnceAndUndoneOnlyWhenDone() {
        long id = frozen(CURATOR, TEH, publish("a", "teh", "mexico"));
        assertThatThrownBy(() -> changing.undo(CURATOR, HERE, id)).isInstanceOf(Refused.class);
        changing.start(CURATOR, HERE, id);
        assertThatThrownBy(() -> changing.start(CURATOR, HERE, id)).isInstanceOf(Refused.class);
    }

    @Test
    void amendmentsChangeOnlyWhatTheyMean() {
        Statement es = Statement.of(Element.SUBJECT, "Retorno", "es");
        Statement en = Statement.of(Element.SUBJECT, "Return", "en");
        Statement bare = Statement.of(Element.SUBJECT, "Retorno");
        DublinCore text = new DublinCore(List.of(es, en));
        assertThat(new Amendment.Add(es).apply(text)).isSameAs(text);
        assertThat(new Amendment.Remove(bare).apply(text).all(Element.SUBJECT)).containsExactly(en);
        assertThat(new Amendment.Remove(Statement.of(Element.SUBJECT, "Retorno", "pt")).apply(text))
                .isSameAs(text);
        assertThat(new Amendment.Replace(bare, en).apply(text).all(Element.SUBJECT))
                .containsExactly(en);
        assertThat(new Amendment.Rewrite(null, "Retorno", "").apply(text).all(Element.SUBJECT))
                .containsExactly(en);
        assertThat(new Amendment.Rewrite(Element.TITLE, "Retorno", "x").apply(text))
                .isSameAs(text);
        assertThatThrownBy(() -> new Amendment.Rewrite(null, "", "x")).isInstanceOf(Refused.class);
    }
}
