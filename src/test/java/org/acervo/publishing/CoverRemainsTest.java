package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.acervo.files.Cover;
import org.acervo.files.Cover.Picture;
import org.acervo.files.InMemoryCovers;
import org.acervo.vocabulary.Labels;
import org.junit.jupiter.api.Test;

class CoverRemainsTest {

    private static final Instant AT = Instant.parse("2030-01-01T10:00:00Z");
    private static final Publication DRAFT = new Publication(
            new PublicationId(7), 1, State.DRAFT, new DublinCore(List.of()), null, null, null, AT, AT, null);

    private final InMemoryCovers covers = new InMemoryCovers();
    private final CoverRemains remains = new CoverRemains(covers);

    @Test
    void thePictureGoesWithItsPublication() {
        covers.keep(cover());
        remains.saw(DRAFT, step(Action.SAVED));
        assertThat(covers.find(DRAFT.id())).isPresent();
        remains.saw(DRAFT, step(Action.DELETED));
        assertThat(covers.find(DRAFT.id())).isEmpty();
        covers.keep(cover());
        remains.drop(DRAFT);
        assertThat(covers.find(DRAFT.id())).isEmpty();
    }

    private static Cover cover() {
        Picture picture = new Picture(1, 1, new byte[] {1});
        return new Cover(DRAFT.id(), "c0", true, "d1", picture, picture, Labels.same(""), "");
    }

    private static Event step(Action action) {
        return new Event(DRAFT.id(), 1, action, AT, "ana", null, null, Map.of(), null);
    }
}
