package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Cover.Picture;
import org.acervo.files.Cover.Size;
import org.acervo.vocabulary.Labels;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Covers} keeps to. */
public abstract class CoversContract {

    private static final PublicationId ID = new PublicationId(7);
    private static final PublicationId OTHER = new PublicationId(8);

    /** Nothing is kept in it yet. */
    protected abstract Covers empty();

    @Test
    void picturesComeBackInBothSizes() {
        Covers covers = empty();
        assertThat(covers.find(ID)).isEmpty();
        covers.keep(cover(ID, "a", new byte[] {1, 2, 3}));
        assertThat(covers.find(ID)).hasValueSatisfying(each -> {
            assertThat(each.source()).isEqualTo("a".repeat(64));
            assertThat(each.isChosen()).isTrue();
            assertThat(each.large().width()).isEqualTo(640);
            assertThat(each.small().height()).isEqualTo(200);
            assertThat(each.alt().pt()).isEqualTo("mapa «ã»");
            assertThat(each.credit()).isEqualTo("© Ana");
        });
        assertThat(covers.picture(ID, Size.LARGE))
                .hasValueSatisfying(each -> assertThat(each.bytes()).containsExactly(1, 2, 3));
        assertThat(covers.picture(ID, Size.SMALL))
                .hasValueSatisfying(each -> assertThat(each.bytes()).containsExactly(9));
        assertThat(covers.ofAll(List.of(ID, OTHER))).containsOnlyKeys(ID);
    }

    @Test
    void thereIsOnePictureAtMost() {
        Covers covers = empty();
        covers.keep(cover(ID, "a", new byte[] {1}));
        covers.keep(Cover.none(ID, "b".repeat(64)));
        assertThat(covers.find(ID))
                .hasValueSatisfying(each -> assertThat(each.exists()).isFalse());
        assertThat(covers.picture(ID, Size.LARGE)).isEmpty();
        covers.remove(ID);
        assertThat(covers.find(ID)).isEmpty();
    }

    private static Cover cover(PublicationId id, String letter, byte[] bytes) {
        return new Cover(
                id,
                letter.repeat(64),
                true,
                letter.repeat(24),
                new Picture(640, 900, bytes),
                new Picture(168, 200, new byte[] {9}),
                new Labels("map", "mapa", "carte", "mapa «ã»"),
                "© Ana");
    }
}
