package org.acervo.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publications;
import org.acervo.catalog.PublicationsContract;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.acervo.launcher.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicationTablesIT extends PublicationsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Publications empty() {
        return node.publications();
    }

    @Override
    protected Transactions transactions() {
        return node.transactions();
    }

    /** That of the database, which says what has changed since. */
    @Override
    protected Tick tick() {
        return node.disseminations().tick(1);
    }

    @Test
    void aNewOneWhoseKeyIsTakenWhileItWaitsForItsPlaceIsRefused() {
        refuseLate(draft("mexico", "mx-1"));
    }

    @Test
    void anotherKeyThatIsTakenWhileTheChangeWaitsForItsPlaceIsRefused() {
        Publication known = draft("mexico", "mx-2");
        keep(known);
        refuseLate(known.become(State.DRAFT, text("mexico", "mx-1", "Moved"), null, known.modified()));
        assertThat(node.publications().find(known.id())).contains(known);
    }

    /** Saves one with the key mx-1, which another comes to have after that was looked at and before the tick. */
    private void refuseLate(Publication late) {
        Publication quicker = draft("mexico", "mx-1");
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> transactions().run(() -> node.publications().save(List.of(change(late, null)), () -> {
                    if (asked.getAndIncrement() == 0) {
                        CompletableFuture.runAsync(() -> keep(quicker)).join();
                    }
                    return tick();
                })))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .containsExactly(Finding.of(
                                Rule.SOURCE_ID_TAKEN,
                                "/sourceId",
                                "mx-1",
                                quicker.id().toString())));
        assertThat(asked).hasValue(1);
        assertThat(node.publications().find(quicker.id())).contains(quicker);
    }

    private void keep(Publication publication) {
        transactions().run(() -> node.publications().save(List.of(change(publication, null)), this::tick));
    }

    @AfterEach
    void close() {
        node.close();
    }
}
