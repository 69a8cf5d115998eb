package org.acervo.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Refused;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.curation.Verdict.Outcome;
import org.acervo.files.InMemoryFiles;
import org.acervo.publishing.ListedTrail;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.TestLibrary;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Caller EVE =
            new Caller("eve", null, Set.of(Right.READ, Right.DEPOSIT, Right.PUBLISH, Right.CURATE), Set.of());
    private static final Source HERE = new Source("eve", "192.0.2.1");

    private final InMemoryPublications publications = new InMemoryPublications();
    private final ListedTrail trail = new ListedTrail();
    private final Publishing publishing =
            new TestLibrary(publications, new InMemoryDisseminations(AT), publications, CLOCK).publishing();
    private final Duplicates duplicates = new Duplicates(
            publications,
            publishing,
            new InMemoryFiles(publications, CLOCK),
            new InMemoryVerdicts(publications),
            publications,
            trail,
            CLOCK,
            each -> publications.list(Listing.ALL, 0, 100).publications().stream()
                    .map(Publication::id)
                    .toList());

    private PublicationId publish(String sourceId, String title, Statement... more) {
        DublinCore text = TestLibrary.report(sourceId, title);
        for (Statement each : more) {
            text = text.with(each.element(), List.of(each));
        }
        return publishing.createPublic(TestLibrary.CURATOR, text).publication().id();
    }

    private Publication find(PublicationId id) {
        return publications.find(id).orElseThrow();
    }

    private List<PublicationId> suspects(PublicationId id) {
        return duplicates.of(find(id)).stream()
                .map(each -> each.publication().id())
                .toList();
    }

    private void decide(PublicationId one, PublicationId other, Outcome outcome) {
        duplicates.decide(EVE, HERE, one, other, outcome, "Twice the same");
    }

    @Test
    void near_titles_and_same_identifiers_are_found_and_other_years_are_not() {
        PublicationId one = publish("a", "Migration in Numbers: Mexico");
        PublicationId near = publish("b", "MIGRATION in númbers — México!");
        PublicationId otherYear = publish("c", "Migration in Numbers: Mexico", Statement.of(Element.DATE, "2019"));
        PublicationId known = publish("d", "Unlike", Statement.of(Element.IDENTIFIER, "ABC-12 3"));
        PublicationId same = publish("e", "Wholly other", Statement.of(Element.IDENTIFIER, "abc 123"));
        assertThat(suspects(one)).containsExactly(near);
        assertThat(suspects(otherYear)).isEmpty();
        assertThat(suspects(known)).containsExactly(same);
        assertThat(duplicates.of(find(known)).get(0).why()).containsExactly(Resemblance.IDENTIFIER);
    }

    @Test
    void the_library_is_looked_through_in_parts_and_each_pair_is_found_once() {
        PublicationId one = publish("a", "Migration in Numbers");
        PublicationId two = publish("b", "Migration in Numbers");
        for (String word :
                List.of("Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett")) {
            publish(word, word);
        }
        PublicationId late = publish("z", "Migration in Numbers!");
        DuplicateSweep sweep = new DuplicateSweep(publications, duplicates, CLOCK);
        DuplicateSweep.Part first = sweep.look(EVE, 0, 1);
        assertThat(first.looked()).isEqualTo(10);
        assertThat(first.pairs()).extracting(each -> each.publication().id()).containsExactly(two);
        assertThat(first.pairs().get(0).other().publication().id()).isEqualTo(one);
        assertThat(first.next()).isNotNull();
        DuplicateSweep.Part rest = sweep.look(EVE, java.util.Objects.requireNonNull(first.next()), 99);
        assertThat(rest.pairs())
                .extracting(
                        each -> each.publication().id(),
                        each -> each.other().publication().id())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(late, one), org.assertj.core.groups.Tuple.tuple(late, two));
        assertThat(rest.next()).isNull();
    }

    @Test
    void what_is_different_is_not_asked_again_until_it_is_taken_back() {
        PublicationId one = publish("a", "Migration in Numbers");
        PublicationId two = publish("b", "Migration in Numbers");
        decide(one, two, Outcome.DIFFERENT);
        assertThat(suspects(one)).isEmpty();
        assertThat(suspects(two)).isEmpty();
        assertThat(find(one).version()).isEqualTo(1);
        duplicates.undo(EVE, HERE, two, one);
        assertThat(suspects(one)).containsExactly(two);
        assertThat(trail.lines())
                .containsExactly(
                        "duplicate-decided eve publication " + one + "different " + two,
                        "duplicate-undone eve publication " + one + "different " + two);
    }

    @Test
    void a_translation_states_the_relation_and_taking_it_back_removes_it() {
        PublicationId one = publish("a", "Migration in Numbers");
        PublicationId two = publish("b", "Migration in Numbers");
        decide(one, two, Outcome.TRANSLATION);
        assertThat(find(one).metadata().all(Element.RELATION))
                .containsExactly(new Statement(
                        Element.RELATION, two.toString(), null, Map.of(Qualifier.TYPE, "isTranslationOf")));
        duplicates.undo(EVE, HERE, one, two);
        assertThat(find(one).metadata().has(Element.RELATION)).isFalse();
    }

    @Test
    void of_two_that_are_the_same_one_is_withdrawn_and_the_other_gets_what_it_was_known_by() {
        PublicationId gone = publish("a", "Numbers", Statement.of(Element.IDENTIFIER, "X-1"));
        PublicationId kept = publish("b", "Numbers", Statement.of(Element.IDENTIFIER, "Y-2"));
        decide(gone, kept, Outcome.MERGED);
        assertThat(find(gone).state()).isEqualTo(State.WITHDRAWN);
        assertThat(String.valueOf(find(gone).withdrawal())).contains("Twice the same", "replacedBy=" + kept);
        assertThat(find(kept).metadata().values(Element.IDENTIFIER)).containsExactly("Y-2", "X-1");
        assertThat(suspects(kept)).isEmpty();
        assertThatThrownBy(() -> duplicates.undo(EVE, HERE, gone, kept)).isInstanceOf(Refused.class);
    }

    @Test
    void what_was_only_submitted_goes_back_and_a_draft_is_left() {
        PublicationId kept = publish("a", "Numbers");
        PublicationId waiting = publishing
                .create(TestLibrary.OFFICER, TestLibrary.report("b", "Numbers"))
                .publication()
                .id();
        assertThatThrownBy(() -> decide(waiting, kept, Outcome.MERGED)).isInstanceOf(Refused.class);
        assertThat(suspects(kept)).as("nothing was kept").containsExactly(waiting);
        publishing.submit(TestLibrary.OFFICER, waiting, 1);
        decide(waiting, kept, Outcome.MERGED);
        assertThat(find(waiting).state()).isEqualTo(State.RETURNED);
    }

    @Test
    void only_curators_decide_and_a_merger_needs_a_reason() {
        PublicationId one = publish("a", "Numbers");
        PublicationId two = publish("b", "Numbers");
        Caller officer = new Caller("ana", "mexico", Set.of(Right.READ, Right.DEPOSIT), Set.of());
        assertThatThrownBy(() -> duplicates.decide(officer, HERE, one, two, Outcome.DIFFERENT, ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> duplicates.decide(EVE, HERE, one, two, Outcome.MERGED, " "))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> decide(one, one, Outcome.DIFFERENT)).isInstanceOf(Refused.class);
        assertThat(find(one).state()).isEqualTo(State.PUBLISHED);
    }
}
