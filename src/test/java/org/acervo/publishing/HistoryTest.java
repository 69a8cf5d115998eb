package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.CURATOR;
import static org.acervo.publishing.TestLibrary.OFFICER;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the history says: who, when, on whose behalf, why, and what was there before. */
class HistoryTest {

    private static final Actor DELEGATE = new Actor("ana", "haiti", false);
    private static final DublinCore FIRST = report("mx-1", "First");
    private static final DublinCore SECOND = report("mx-1", "Second");

    private final InMemoryServer server = new InMemoryServer();
    private final Publishing publishing = server.publishing();

    @Test
    void aLifeIsTold() {
        PublicationId id = publishing.create(DELEGATE, FIRST).publication().id();
        later(() -> publishing.save(DELEGATE, id, 1, SECOND));
        later(() -> publishing.submit(DELEGATE, id, 2));
        later(() -> publishing.giveBack(CURATOR, id, 3, "no date", Map.of("/date", "which year?")));
        later(() -> publishing.submit(OFFICER, id, 4));
        later(() -> publishing.publish(CURATOR, id, 5));
        later(() -> publishing.withdraw(CURATOR, id, 6, "a face", "mx-2"));
        later(() -> publishing.reinstate(CURATOR, id, 7, "consent given"));

        assertThat(server.publications().history(id))
                .containsExactly(
                        event(id, 1, Action.CREATED, DELEGATE, null, null),
                        event(id, 2, Action.SAVED, DELEGATE, null, FIRST),
                        event(id, 3, Action.SUBMITTED, DELEGATE, null, null),
                        new Event(
                                id,
                                4,
                                Action.RETURNED,
                                server.now().minusSeconds(4),
                                "curator",
                                null,
                                "no date",
                                Map.of("/date", "which year?"),
                                null),
                        event(id, 5, Action.SUBMITTED, OFFICER, null, null),
                        event(id, 6, Action.PUBLISHED, CURATOR, null, null),
                        event(id, 7, Action.WITHDRAWN, CURATOR, "a face", null),
                        event(id, 8, Action.REINSTATED, CURATOR, "consent given", null));
    }

    @Test
    void everyPublicTextIsFoundInIt() {
        PublicationId id = server.published(FIRST);
        publishing.save(OFFICER, id, 2, SECOND);
        publishing.save(OFFICER, id, 3, report("mx-1", "Third"));
        publishing.publish(CURATOR, id, 4);
        publishing.save(CURATOR, id, 5, report("mx-1", "Fourth"));

        assertThat(server.publications().history(id))
                .extracting(Event::action)
                .containsExactly(
                        Action.CREATED,
                        Action.PUBLISHED,
                        Action.REVISED,
                        Action.REVISED,
                        Action.PUBLISHED,
                        Action.SAVED);
        assertThat(server.publications().history(id))
                .extracting(Event::before)
                .containsExactly(null, null, FIRST, SECOND, null, report("mx-1", "Third"));
    }

    @Test
    void aRevisionThatIsGivenUpByAWithdrawalIsKeptInIt() {
        PublicationId id = server.published(FIRST);
        publishing.save(OFFICER, id, 2, SECOND);
        server.withdraw(id);

        assertThat(server.publications().history(id)).last().satisfies(event -> {
            assertThat(event.action()).isEqualTo(Action.WITHDRAWN);
            assertThat(event.before()).isEqualTo(SECOND);
        });
        server.reinstate(id);
        assertThat(server.current(id).working()).isEqualTo(FIRST);
    }

    @Test
    void whyIsAskedWhereItMatters() {
        PublicationId id = server.published(FIRST);
        for (String blank : List.of("", " \n\t ", "\u0003")) {
            assertRefused(Rule.REASON_REQUIRED, "/reason", () -> publishing.withdraw(CURATOR, id, 2, blank, null));
            assertRefused(Rule.REASON_REQUIRED, "/reason", () -> publishing.reinstate(CURATOR, id, 2, blank));
            assertRefused(Rule.REASON_REQUIRED, "/reason", () -> publishing.giveBack(CURATOR, id, 2, blank, Map.of()));
        }
        assertThat(server.version(id)).isEqualTo(2);
    }

    @Test
    void allThatIsWrongWithReasonsIsToldAtOnce() {
        PublicationId id = server.draft(FIRST);
        publishing.submit(CURATOR, id, 1);
        assertThatThrownBy(() -> publishing.giveBack(CURATOR, id, 2, " ", Map.of("date", "which?", "/nope/0", "why?")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::pointer)
                        .containsExactlyInAnyOrder("/reason", "/fieldReasons/date", "/fieldReasons/~1nope~10"));
    }

    @Test
    void reasonsAreCleanedAndBounded() {
        PublicationId id = server.published(FIRST);
        String endless = "x".repeat(100_000);
        assertRefused(Rule.TOO_LONG, "/reason", () -> publishing.withdraw(CURATOR, id, 2, endless, null));
        assertRefused(Rule.TOO_LONG, "/replacedBy", () -> publishing.withdraw(CURATOR, id, 2, "no", endless));
        assertRefused(
                Rule.TOO_LONG,
                "/fieldReasons/~1date",
                () -> publishing.giveBack(CURATOR, id, 2, "no", Map.of("/date", endless)));

        publishing.withdraw(CURATOR, id, 2, " bad\u0003\r\nface ", "\n mx-2 ");
        assertThat(server.current(id).withdrawal()).satisfies(withdrawal -> {
            assertThat(withdrawal.reason()).isEqualTo("bad\nface");
            assertThat(withdrawal.replacedBy()).isEqualTo("mx-2");
        });
        assertThat(server.publications().history(id)).last().matches(each -> "bad\nface".equals(each.reason()));
        server.reinstate(id);
        publishing.withdraw(CURATOR, id, 4, "again", " ");
        assertThat(server.current(id).withdrawal()).matches(each -> each.replacedBy() == null);
    }

    @Test
    void thePublicationRemembersWhenItFirstBecamePublic() {
        PublicationId id = server.published(FIRST);
        var first = server.now();
        later(() -> server.withdraw(id));
        later(() -> server.reinstate(id));
        later(() -> server.save(id, SECOND));
        assertThat(server.current(id).published()).isEqualTo(first);
        assertThat(server.current(id).created()).isEqualTo(first);
        assertThat(server.current(id).modified()).isEqualTo(server.now());
        assertThat(server.current(id).state()).isEqualTo(State.PUBLISHED);
    }

    private static void assertRefused(Rule rule, String pointer, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(tuple(rule, pointer)));
    }

    private void later(Runnable step) {
        server.pass();
        step.run();
    }

    /** A step of a life in which the eighth is the last and a second lies between any two. */
    private Event event(
            PublicationId id,
            int version,
            Action action,
            Actor actor,
            @Nullable String reason,
            @Nullable DublinCore before) {
        return new Event(
                id,
                version,
                action,
                server.now().minusSeconds(8 - version),
                actor.name(),
                actor.onBehalfOf(),
                reason,
                Map.of(),
                before);
    }
}
