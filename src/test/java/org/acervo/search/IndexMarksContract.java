package org.acervo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.acervo.search.IndexMarks.Marks;
import org.junit.jupiter.api.Test;

/** What every adapter of the port keeps. */
public abstract class IndexMarksContract {

    protected abstract IndexMarks empty();

    @Test
    void keepsTheLastTwoMarksOfEachIndexUntilItIsForgotten() {
        IndexMarks marks = empty();
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        assertThat(marks.find(one)).isEmpty();
        marks.keep(one, new Marks(other, null));
        marks.keep(one, new Marks(one, other));
        marks.keep(other, new Marks(other, null));
        assertThat(marks.find(one)).contains(new Marks(one, other));
        assertThat(marks.find(other)).contains(new Marks(other, null));
        marks.forget(one);
        assertThat(marks.find(one)).isEmpty();
        assertThat(marks.find(other)).isPresent();
    }

    @Test
    void anIndexMayHaveTheLastMarkOrTheOneBefore() {
        assertThat(new Marks("b", "a").has("b")).isTrue();
        assertThat(new Marks("b", "a").has("a")).isTrue();
        assertThat(new Marks("b", "a").has("c")).isFalse();
        assertThat(new Marks("b", null).has(null)).isFalse();
    }
}
