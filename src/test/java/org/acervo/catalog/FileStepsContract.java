package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Publications} keeps of steps that make no version. */
public abstract class FileStepsContract {

    private static final Instant AT = Instant.parse("2021-03-01T10:00:00Z");

    /** Set before each test. */
    Publications publications;

    /** Set before each test. */
    Transactions transactions;

    /** What its changes happen in. */
    protected abstract Transactions transactions();

    /** Nothing is kept in it yet. */
    protected abstract Publications empty();

    /** A publication in its first version. */
    abstract Publication kept();

    @BeforeEach
    void start() {
        publications = empty();
        transactions = transactions();
    }

    @Test
    void whatIsDoneToFilesStandsAfterTheVersionBesideWhichItWasDone() {
        Publication first = kept();
        Actor actor = new Actor("officer", "belize", false);
        transactions.run(() -> {
            for (String name : List.of("b.pdf", "a.pdf")) {
                publications.note(Event.ofFile(first, Event.Action.FILE_ADDED, AT, actor, name));
            }
            return first;
        });
        List<Event> history = publications.history(first.id());
        assertThat(history).extracting(Event::place).containsExactly(0, 1, 2);
        assertThat(history.get(2))
                .isEqualTo(new Event(
                        first.id(),
                        1,
                        Event.Action.FILE_ADDED,
                        AT,
                        "officer",
                        "belize",
                        null,
                        Map.of(),
                        null,
                        new Event.OfFile(2, "a.pdf")));
        Event neutral = new Event(
                first.id(),
                1,
                Event.Action.FILE_ADDED,
                AT,
                "officer",
                "belize",
                null,
                Map.of(),
                null,
                new Event.OfFile(1, null));
        transactions.run(() -> {
            publications.amend(List.of(neutral));
            return first;
        });
        assertThat(publications.history(first.id()).get(1)).isEqualTo(neutral);
    }
}
