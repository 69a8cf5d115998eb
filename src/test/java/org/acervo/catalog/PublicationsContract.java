package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Event.Action;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Publications} keeps to. */
public abstract class PublicationsContract extends FileStepsContract {

    private static final Instant AT = Instant.parse("2022-06-01T10:00:00.123456Z");

    private long number;

    @Override
    final Publication kept() {
        Publication first = draft("mexico", "files");
        save(first, null);
        return first;
    }

    @Test
    void aPublicationComesBackAsItWasKept() {
        PublicationId id = publications.reserve(1).get(0);
        DublinCore text = text("mexico", "mx-1", "Título «ñ» 😀 \"quoted\" \\ <b>");
        Publication draft = new Publication(id, 1, State.DRAFT, text, null, null, null, AT, AT, null);
        save(draft, null);
        assertThat(publications.find(id)).contains(draft);

        Publication published =
                draft.become(State.PUBLISHED, text, null, AT.plusSeconds(1)).imported("a".repeat(64));
        save(published, null);
        Publication revised = published.revise(
                new Publication.Revision(State.RETURNED, text("mexico", "mx-1", "Other")), AT.plusSeconds(2));
        save(revised, null);
        assertThat(publications.find(id)).contains(revised);

        Publication withdrawn = revised.become(
                State.WITHDRAWN,
                text,
                new Publication.Withdrawal("wrong", AT.plusSeconds(3), "mx-2"),
                AT.plusSeconds(3));
        save(withdrawn, null);
        assertThat(publications.find(id)).contains(withdrawn);
    }

    @Test
    void whatIsPastCanBeAmended() {
        Publication first = draft("mexico", "mx-1");
        save(first, null);
        Event written = new Event(
                first.id(),
                2,
                Event.Action.RETURNED,
                AT,
                "curator",
                null,
                "because",
                Map.of("/title", "no"),
                text("mexico", "mx-1", "Old"));
        Publication returned = first.become(State.RETURNED, first.metadata(), null, AT);
        transactions.run(
                () -> publications.save(List.of(new Publications.Change(returned, written, null)), this::tick));
        List<Event> before = publications.history(first.id());
        assertThat(before.get(1)).isEqualTo(written);
        Event empty = new Event(first.id(), 2, Event.Action.RETURNED, AT, "curator", null, null, Map.of(), null);
        transactions.run(() -> {
            publications.amend(List.of(empty));
            return null;
        });
        assertThat(publications.history(first.id())).containsExactly(before.get(0), empty);
    }

    @Test
    void thoseThatNameATargetAreFound() {
        String target = "a \"b\" \\ ñ%_";
        DublinCore naming = text("mexico", "mx-2", "x")
                .with(
                        Element.RELATION,
                        List.of(new Statement(Element.RELATION, target, null, Map.of(Qualifier.TYPE, "references"))));
        Publication first = draft("mexico", "mx-1");
        save(first, null);
        PublicationId second = publications.reserve(1).get(0);
        save(new Publication(second, 1, State.DRAFT, naming, null, null, null, AT, AT, null), null);
        save(first.become(State.WITHDRAWN, first.metadata(), new Publication.Withdrawal("w", AT, target), AT), null);
        List<PublicationId> found = transactions.run(() -> publications.naming(target));
        assertThat(found).containsExactly(first.id(), second);
        assertThat(transactions.run(() -> publications.naming("a"))).isEmpty();
    }

    @Test
    void idsRiseAndAreNeverGivenTwice() {
        List<PublicationId> ids = new ArrayList<>(publications.reserve(3));
        ids.addAll(publications.reserve(700));
        ids.addAll(publications.reserve(1));
        assertThat(ids).hasSize(704).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aSaveTakesItsPlaceOnceAndSaysWhich() {
        List<Tick> taken = new ArrayList<>();
        Publication first = draft("mexico", "mx-1");
        Publications.Change made = change(first, List.of(new Relation(first.id(), RelationType.REFERENCES, "x", null)));
        Tick answered = transactions.run(() -> publications.save(List.of(made), () -> {
            taken.add(tick());
            assertThat(publications.relations(List.of(first.id()))).isEmpty(); // what waits is looked for here
            return taken.get(0);
        }));
        assertThat(taken).containsExactly(answered);
        assertThat(publications.since(answered.number(0) - 1, 10).changed()).containsExactly(made.publication());
    }

    @Test
    void aStaleVersionIsRefused() {
        Publication first = draft("mexico", "mx-1");
        save(first, null);
        Publication second = first.become(State.DRAFT, text("mexico", "mx-1", "second"), null, AT);
        save(second, null);

        assertThatThrownBy(() -> save(first.become(State.DRAFT, text("mexico", "mx-1", "late"), null, AT), null))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.current()).isEqualTo(2));
        assertThat(publications.find(first.id())).contains(second);
    }

    @Test
    void aSourceIdIsUniqueWithinItsMission() {
        Publication first = draft("mexico", "x-1");
        save(first, null);
        save(draft("haiti", "x-1"), null);

        assertThatThrownBy(() -> save(draft("mexico", "x-1"), null))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.rule()).isEqualTo(Rule.SOURCE_ID_TAKEN);
                            assertThat(finding.expected())
                                    .containsExactly(first.id().toString());
                        }));
        SourceKey key = new SourceKey("mexico", "x-1");
        assertThat(publications.findBySource(List.of(key, new SourceKey("mexico", "X-1"))))
                .isEqualTo(Map.of(key, first));
    }

    @Test
    void aListIsInTheOrderOfTheChangesAPageAtATime() {
        Publication first = draft("mexico", "l-1");
        Publication second = draft("mexico", "l-2");
        Publication other = draft("haiti", "l-1");
        List.of(first, second, other).forEach(each -> save(each, null));
        Publication changed = first.become(State.PUBLISHED, first.metadata(), null, AT.plusSeconds(9));
        save(changed, null);

        Listing mexico = new Listing(Set.of("mexico"), null, null, null, null, null);
        Listing.Page page = publications.list(mexico, 0, 1);
        assertThat(page.publications()).containsExactly(second);
        Listing.Page rest = publications.list(mexico, page.next(), 1);
        assertThat(rest.publications()).containsExactly(changed);
        assertThat(rest.next()).isNull();
        assertThat(list(new Listing(null, null, null, null, "l-1", null))).containsExactly(other, changed);
        assertThat(list(new Listing(null, State.PUBLISHED, null, null, null, null)))
                .containsExactly(changed);
        assertThat(list(new Listing(null, null, null, null, null, AT.plusSeconds(9))))
                .containsExactly(changed);
        assertThat(list(new Listing(Set.of(), null, null, null, null, null))).isEmpty();
        Publication revised = changed.revise(
                new Publication.Revision(
                        State.SUBMITTED, text("mexico", "l-1", "x").with(Element.TYPE, List.of())),
                AT);
        save(revised, null);
        assertThat(list(new Listing(null, null, State.SUBMITTED, null, null, null)))
                .containsExactly(revised);
        DublinCore map = other.metadata().with(Element.TYPE, List.of(Statement.of(Element.TYPE, "map")));
        Publication typed = other.become(State.DRAFT, map, null, AT);
        save(typed, null);
        assertThat(list(new Listing(null, null, null, "map", null, null))).containsExactly(typed);
    }

    private List<Publication> list(Listing wanted) {
        return publications.list(wanted, 0, 10).publications();
    }

    @Test
    void aFailedTransactionLeavesNothing() {
        Publication first = draft("mexico", "x-1");
        assertThatThrownBy(() -> transactions.run(() -> {
                    publications.save(List.of(change(first, null)), this::tick);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(publications.find(first.id())).isEmpty();
        assertThat(publications.history(first.id())).isEmpty();
    }

    @Test
    void workThatAsksForItIsRunAgain() {
        int[] runs = {0};
        String answer = transactions.run(() -> {
            if (++runs[0] < 3) {
                throw new Transactions.Again("not yet");
            }
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(runs[0]).isEqualTo(3);
    }

    @Test
    void targetsNameTheOwnMissionFirst() {
        Publication mexican = saved("mexico", "same");
        saved("haiti", "same");
        Publication only = saved("haiti", "only");

        assertThat(publications.resolve(
                        "mexico", List.of("same", "only", "none", mexican.id().toString(), "999999")))
                .isEqualTo(Map.of(
                        "same", mexican.id(), "only", only.id(), mexican.id().toString(), mexican.id()));
        assertThat(publications.resolve(null, List.of("same"))).isEmpty();
    }

    @Test
    void relationsAreFoundFromBothEndsAndAnsweredLater() {
        Publication target = saved("mexico", "target");
        Publication source = draft("mexico", "source");
        Relation known = new Relation(source.id(), RelationType.IS_TRANSLATION_OF, "target", target.id());
        Relation waiting = new Relation(source.id(), RelationType.REFERENCES, "later", null);
        save(source, List.of(known, waiting));

        assertThat(publications.relations(List.of(target.id()))).containsExactly(known);
        assertThat(publications.relations(List.of(source.id()))).containsExactly(known, waiting);
        assertThat(publications.awaiting(List.of(key("later"), key("target")))).containsExactly(waiting);

        Publication later = saved("mexico", "later");
        transactions.run(() -> {
            publications.answer(List.of(waiting), later.id());
            return null;
        });
        assertThat(publications.awaiting(List.of(key("later")))).isEmpty();
        assertThat(publications.relations(List.of(later.id())))
                .containsExactly(new Relation(source.id(), RelationType.REFERENCES, "later", later.id()));

        save(source.become(State.DRAFT, text("mexico", "source", "again"), null, AT), List.of());
        assertThat(publications.relations(List.of(source.id(), target.id()))).isEmpty();
    }

    @Test
    void onlyWhoIsMeantAnswersARelation() {
        Publication source = draft("mexico", "source");
        Relation waiting = new Relation(source.id(), RelationType.REFERENCES, "target", null);
        save(source, List.of(waiting));
        SourceKey haitian = new SourceKey("haiti", "target");

        assertThat(publications.awaiting(List.of(haitian))).containsExactly(waiting);
        saved("belize", "target");
        assertThat(publications.awaiting(List.of(haitian, key("other")))).isEmpty();
        assertThat(publications.awaiting(List.of(haitian, key("target")))).containsExactly(waiting);
        assertThat(publications.awaiting(List.of())).isEmpty();
    }

    private static SourceKey key(String sourceId) {
        return new SourceKey("mexico", sourceId);
    }

    @Test
    void theHistoryKeepsWhoWhenWhyAndWhatWasThere() {
        Publication draft = draft("mexico", "mx-1");
        save(draft, null);
        Publication next = draft.become(State.RETURNED, draft.metadata(), null, AT.plusSeconds(5));
        Event step = new Event(
                draft.id(),
                2,
                Action.RETURNED,
                AT.plusSeconds(5),
                "ana",
                "haiti",
                "no date",
                Map.of("/date", "which year?"),
                draft.metadata());
        transactions.run(() -> publications.save(List.of(new Publications.Change(next, step, null)), this::tick));
        assertThat(publications.history(draft.id())).hasSize(2).last().isEqualTo(step);
    }

    @Test
    void aDraftCanBeRemovedWithAllThatBelongsToIt() {
        Publication draft = saved("mexico", "mx-1");
        Publication other = draft("mexico", "mx-2");
        save(other, List.of(new Relation(other.id(), RelationType.REFERENCES, "mx-1", draft.id())));
        transactions.run(() -> {
            publications.remove(draft, tick());
            return null;
        });
        assertThat(publications.find(draft.id())).isEmpty();
        assertThat(publications.history(draft.id())).isEmpty();
        assertThat(publications.relations(List.of(other.id())))
                .singleElement()
                .matches(each -> each.resolved() == null);
        assertThatThrownBy(() -> transactions.run(() -> {
                    publications.remove(draft, tick());
                    return null;
                }))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void lockingReadsWhatExistsInTheOrderOfIds() {
        Publication a = saved("mexico", "a");
        Publication b = saved("mexico", "b");
        assertThat(transactions
                        .run(() -> publications.lock(List.of(b.id(), new PublicationId(999_999), a.id())))
                        .values())
                .containsExactly(a, b);
        assertThat(publications.states(List.of(a.id(), new PublicationId(999_999))))
                .isEqualTo(Map.of(a.id(), State.DRAFT));
        assertThat(publications.counts()).isEqualTo(Map.of(State.DRAFT, 2L));
        YearMonth month = YearMonth.from(AT.atOffset(ZoneOffset.UTC));
        assertThat(publications.made(null, month)).isEqualTo(Map.of(month, 2L));
        assertThat(publications.made("belize", month)).isEmpty();
        assertThat(publications.made(null, month.plusMonths(1))).isEmpty();
    }

    @Test
    void theNewestAreThePublishedOnesThatCameLast() {
        List<Publication> published = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            Publication draft = saved("mexico", "mx-" + i);
            if (i != 3) {
                Publication next = draft.become(State.PUBLISHED, draft.metadata(), null, AT.minusSeconds(i));
                save(next, null);
                published.add(0, next);
            }
        }
        assertThat(publications.newest(10)).isEqualTo(published);
        assertThat(publications.newest(2)).isEqualTo(published.subList(0, 2));
        assertThat(publications.findAll(
                        List.of(published.get(0).id(), published.get(2).id(), new PublicationId(999_999))))
                .isEqualTo(Map.of(
                        published.get(0).id(),
                        published.get(0),
                        published.get(2).id(),
                        published.get(2)));
        assertThat(publications.findAll(List.of())).isEmpty();
    }

    @Test
    void whatHasChangedOrGoneIsToldInTheOrderOfTheNumbersAndNothingTwice() {
        Publication a = saved("mexico", "a");
        Publication b = saved("mexico", "b");
        Publication c = saved("mexico", "c");
        transactions.run(() -> {
            publications.touch(a.id(), tick());
            return null;
        });
        transactions.run(() -> {
            publications.remove(b, tick());
            return null;
        });
        Publications.Since first = publications.since(0, 1);
        assertThat(first.changed()).containsExactly(c);
        assertThat(first.removed()).isEmpty();
        assertThat(first.isAll()).isFalse();
        List<PublicationId> changed = new ArrayList<>();
        List<PublicationId> removed = new ArrayList<>();
        Publications.Since page = first;
        while (!page.isAll()) {
            page = publications.since(page.last(), 1);
            page.changed().forEach(each -> changed.add(each.id()));
            removed.addAll(page.removed());
        }
        assertThat(changed).containsExactly(a.id());
        assertThat(removed).containsExactly(b.id());
        assertThat(publications.since(page.last(), 5))
                .isEqualTo(new Publications.Since(List.of(), List.of(), page.last(), page.newest()));
        assertThat(publications.since(0, 100).changed()).containsExactly(c, a);
    }

    @Test
    void collectionsKeepTheirOrder() {
        org.acervo.catalog.Collection news =
                new org.acervo.catalog.Collection("news", Labels.same("News"), Labels.same("…"), 2);
        org.acervo.catalog.Collection library =
                new org.acervo.catalog.Collection("library", Labels.same("Library"), Labels.same("…"), 1);
        keep(news);
        keep(library);
        assertThat(publications.collections()).containsExactly(library, news);
        org.acervo.catalog.Collection renamed =
                new org.acervo.catalog.Collection("news", Labels.same("Noticias"), Labels.same("…"), 0);
        keep(renamed);
        assertThat(publications.collections()).containsExactly(renamed, library);
    }

    @Test
    void formerAddressesLeadToWhatIsPublic() {
        PublicationId id = publications.reserve(1).get(0);
        DublinCore moved = text("mexico", "mx-1", "Moved")
                .with(Element.FORMER_URL, List.of(Statement.of(Element.FORMER_URL, "https://OLD.org/node/1/")));
        Publication draft = new Publication(id, 1, State.DRAFT, moved, null, null, null, AT, AT, null);
        save(draft, null);
        assertThat(publications.formerlyAt("//old.org/node/1")).isEmpty();
        Publication published = draft.become(State.PUBLISHED, moved, null, AT);
        save(published, null);
        assertThat(publications.formerlyAt("//old.org/node/1")).containsExactly(id);
        assertThat(publications.formerlyAt("/node/1")).containsExactly(id);
        assertThat(publications.formerlyAt("/NODE/1")).isEmpty();
        save(published.become(State.PUBLISHED, text("mexico", "mx-1", "Moved"), null, AT), null);
        assertThat(publications.formerlyAt("/node/1")).isEmpty();
    }

    @Test
    void seriesHaveTheirPublicationsByRound() {
        PublicationId tenth = inSeries("Seguimiento de la Movilidad", "Ronda 10");
        PublicationId second = inSeries("seguimiento de la movilidad", "Ronda 2");
        PublicationId none = inSeries("Séguimiento de la movilidad!", null);
        inSeries("Other", "1");
        assertThat(publications.inSeries("seguimiento-de-la-movilidad")).containsExactly(second, tenth, none);
        assertThat(publications.inSeries("nothing")).isEmpty();
        assertThat(publications.series(10))
                .extracting(each -> each.slug() + " " + each.publications())
                .containsExactly("other 1", "seguimiento-de-la-movilidad 3");
        assertThat(publications.series(1)).extracting(Series::slug).containsExactly("seguimiento-de-la-movilidad");
    }

    private PublicationId inSeries(String name, @Nullable String number) {
        Map<Qualifier, String> qualifiers = number == null ? Map.of() : Map.of(Qualifier.NUMBER, number);
        PublicationId id = publications.reserve(1).get(0);
        DublinCore text = text("mexico", "mx-" + id, "Round")
                .with(Element.SERIES, List.of(new Statement(Element.SERIES, name, "es", qualifiers)));
        Publication draft = new Publication(id, 1, State.DRAFT, text, null, null, null, AT, AT, null);
        save(draft, null);
        save(draft.become(State.PUBLISHED, text, null, AT), null);
        return id;
    }

    private void keep(org.acervo.catalog.Collection collection) {
        transactions.run(() -> {
            publications.save(collection);
            return null;
        });
    }

    private Publication saved(String mission, String sourceId) {
        Publication draft = draft(mission, sourceId);
        save(draft, null);
        return draft;
    }

    protected Publication draft(String mission, String sourceId) {
        return new Publication(
                publications.reserve(1).get(0),
                1,
                State.DRAFT,
                text(mission, sourceId, "Title"),
                null,
                null,
                null,
                AT,
                AT,
                null);
    }

    private void save(Publication publication, @Nullable List<Relation> relations) {
        transactions.run(() -> publications.save(List.of(change(publication, relations)), this::tick));
    }

    protected static Publications.Change change(Publication publication, @Nullable List<Relation> relations) {
        Event event = new Event(
                publication.id(),
                publication.version(),
                Action.SAVED,
                publication.modified(),
                "ana",
                null,
                null,
                Map.of(),
                null);
        return new Publications.Change(publication, event, relations);
    }

    /** The place of a change in the order of all; called within its transaction. */
    protected Tick tick() {
        return new Tick(++number, AT);
    }

    protected static DublinCore text(String mission, String sourceId, String title) {
        return new DublinCore(List.of(
                Statement.of(Element.SOURCE_ID, sourceId),
                Statement.of(Element.MISSION, mission),
                Statement.of(Element.TITLE, title, "es"),
                new Statement(Element.CREATOR, "Pérez, Ana", null, Map.of(Qualifier.KIND, "person"))));
    }
}
