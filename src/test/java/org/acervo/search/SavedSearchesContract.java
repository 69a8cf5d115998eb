package org.acervo.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every adapter of the port keeps. */
public abstract class SavedSearchesContract {

    protected abstract SavedSearches empty();

    private static SavedSearch search(String owner, String name, boolean shared) {
        return new SavedSearch(0, owner, name, "q=" + name + "&state=draft", shared);
    }

    @Test
    void an_account_has_its_own_first_and_then_what_others_share() {
        SavedSearches searches = empty();
        SavedSearch shared = searches.add(search("ana", "Álbum", true));
        SavedSearch hidden = searches.add(search("ana", "Mine", false));
        SavedSearch later = searches.add(search("bo", "Zeta", false));
        SavedSearch first = searches.add(search("bo", "Beta", true));

        assertThat(searches.of("bo", 10)).containsExactly(first, later, shared);
        assertThat(searches.of("ana", 10)).containsExactlyInAnyOrder(shared, hidden, first);
        assertThat(searches.of("bo", 2)).containsExactly(first, later);
        assertThat(searches.count("ana")).isEqualTo(2);
        assertThat(searches.count("nobody")).isZero();
        assertThat(searches.find(hidden.id())).contains(hidden);
        assertThat(hidden.id()).isNotEqualTo(shared.id()).isPositive();
    }

    @Test
    void one_is_called_otherwise_and_forgotten() {
        SavedSearches searches = empty();
        SavedSearch kept = searches.add(search("ana", "Old", false));
        SavedSearch other = searches.add(search("ana", "Other", false));
        searches.change(kept.called("Nuevo ñ 🌎", true));
        assertThat(searches.find(kept.id())).contains(kept.called("Nuevo ñ 🌎", true));
        searches.remove(kept.id());
        searches.change(kept);
        searches.remove(kept.id());
        assertThat(searches.of("ana", 10)).containsExactly(other);
    }
}
