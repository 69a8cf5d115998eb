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
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.curation.Queue.Kind;
import org.acervo.publishing.ListedTrail;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.TestLibrary;
import org.junit.jupiter.api.Test;

class ClaimingTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(AT);
    private final InMemoryQueues queues = new InMemoryQueues(publications);
    private final ListedTrail trail = new ListedTrail();
    private final Publishing publishing =
            new TestLibrary(publications, disseminations, publications, CLOCK).publishing();
    private final Claiming claiming = new Claiming(queues, publications, disseminations, publications, trail, CLOCK);

    private static Caller curator(String name) {
        return new Caller(name, null, Set.of(Right.READ, Right.CURATE), Set.of());
    }

    private PublicationId submitted(String sourceId) {
        Publishing.Saved made = publishing.create(TestLibrary.OFFICER, TestLibrary.report(sourceId, "Title"));
        PublicationId id = made.publication().id();
        publishing.submit(TestLibrary.OFFICER, id, 1);
        return id;
    }

    @Test
    void a_claim_gives_a_number_and_no_version() {
        PublicationId id = submitted("a");
        claiming.claim(curator("eve"), id);
        assertThat(claiming.of(id)).contains(new Claim(id, "eve", AT));
        assertThat(publications.find(id).orElseThrow().version()).isEqualTo(2);
        long number = publications.touched(id);
        assertThat(number).isPositive();
        claiming.claim(curator("eve"), id);
        assertThat(publications.touched(id)).as("claimed again").isEqualTo(number);
        claiming.release(curator("eve"), new Source("eve", ""), id);
        assertThat(claiming.of(id)).isEmpty();
        assertThat(publications.touched(id)).isGreaterThan(number);
        assertThat(trail.lines()).isEmpty();
    }

    @Test
    void what_a_colleague_holds_is_released_before_it_is_taken() {
        PublicationId id = submitted("a");
        claiming.claim(curator("eve"), id);
        assertThatThrownBy(() -> claiming.claim(curator("bob"), id))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CLAIMED")
                .hasMessageContaining("eve");
        claiming.release(curator("bob"), new Source("bob", "192.0.2.1"), id);
        claiming.claim(curator("bob"), id);
        assertThat(claiming.of(id).orElseThrow().holder()).isEqualTo("bob");
        assertThat(trail.lines()).containsExactly("claim-released bob publication " + id + "held by eve");
    }

    @Test
    void nobody_takes_what_does_not_wait_or_without_the_right() {
        PublicationId draft = publishing
                .create(TestLibrary.OFFICER, TestLibrary.report("d", "Title"))
                .publication()
                .id();
        assertThatThrownBy(() -> claiming.claim(curator("eve"), draft)).isInstanceOf(Refused.class);
        PublicationId id = submitted("a");
        Caller officer = new Caller("ana", "mexico", Set.of(Right.READ, Right.DEPOSIT), Set.of());
        assertThatThrownBy(() -> claiming.claim(officer, id)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> claiming.release(officer, new Source("ana", ""), id))
                .isInstanceOf(Refused.class);
        assertThat(claiming.of(id)).isEmpty();
    }

    @Test
    void next_is_what_nobody_else_holds_and_after_the_last_the_first() {
        PublicationId one = submitted("a");
        PublicationId two = submitted("b");
        PublicationId three = submitted("c");
        Queue queue = Queue.of(Kind.SUBMITTED, "eve");
        claiming.claim(curator("bob"), two);
        claiming.claim(curator("eve"), three);
        assertThat(claiming.next(queue, null)).contains(one);
        assertThat(claiming.next(queue, one)).contains(three);
        assertThat(claiming.next(queue, three)).contains(one);
        assertThat(claiming.next(queue, new PublicationId(99))).contains(one);
        assertThat(claiming.next(Queue.of(Kind.RETURNED, "eve"), one)).isEmpty();
        assertThat(claiming.list(queue, 0, 2))
                .extracting(each -> each.publication().id())
                .containsExactly(one, two);
    }

    @Test
    void what_its_depositor_takes_back_is_nobodys_any_more() {
        DecisionWitness witness = new DecisionWitness(queues, new InMemoryVerdicts(publications));
        PublicationId id = submitted("a");
        claiming.claim(curator("eve"), id);
        Publishing.Saved back = publishing.takeBack(TestLibrary.OFFICER, id, 2);
        witness.saw(back.publication(), publications.history(id).get(2));
        assertThat(claiming.of(id)).isEmpty();
        assertThat(queues.list(Queue.of(Kind.DECIDED, "eve"), 0, 9)).isEmpty();
    }

    @Test
    void a_decision_ends_the_claim_and_is_remembered() {
        DecisionWitness witness = new DecisionWitness(queues, new InMemoryVerdicts(publications));
        PublicationId id = submitted("a");
        claiming.claim(curator("eve"), id);
        Publishing.Saved back = publishing.giveBack(TestLibrary.CURATOR, id, 2, "why", Map.of());
        witness.saw(back.publication(), publications.history(id).get(2));
        assertThat(claiming.of(id)).isEmpty();
        assertThat(queues.list(Queue.of(Kind.DECIDED, "eve"), 0, 9))
                .containsExactly(new Queue.Item(id, null, new Decision(id, Action.RETURNED, "curator", AT)));
        assertThat(publications.history(id))
                .extracting(each -> each.action())
                .isEqualTo(List.of(Action.CREATED, Action.SUBMITTED, Action.RETURNED));
    }
}
