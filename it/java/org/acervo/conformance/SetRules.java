package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Sets (OAI-PMH 2.0 section 2.6). */
interface SetRules extends Rules {

    int MOST_SETS = 40;

    private List<String> someSets() {
        List<String> sets = site().sets();
        site().need(!sets.isEmpty(), "a set");
        return site().isOwn() ? sets : sets.subList(0, Math.min(MOST_SETS, sets.size()));
    }

    @Test
    default void everySetIsListedOnce() {
        assertThat(site().sets()).doesNotHaveDuplicates();
    }

    @Test
    default void everyAncestorOfASetIsListed() {
        site().need(site().harvest("ListSets").complete(), "a list that is short enough");
        Set<String> sets = new TreeSet<>(site().sets());
        for (String set : sets) {
            if (set.contains(":")) {
                assertThat(sets).contains(set.substring(0, set.lastIndexOf(':')));
            }
        }
    }

    @Test
    default void everySetHasAName() {
        site().need(!site().sets().isEmpty(), "a set");
        for (Answer page : site().harvest("ListSets").pages()) {
            for (Element set : Xml.children(page.verb(), "set")) {
                assertThat(Xml.text(set, "setName")).isNotBlank();
            }
        }
    }

    @Test
    default void headersNameSetsThatAreListed() {
        site().need(site().harvest("ListSets").complete(), "a list that is short enough");
        Set<String> named = site().identifiers().headers().stream()
                .flatMap(header -> header.sets().stream())
                .collect(Collectors.toSet());

        assertThat(site().sets()).containsAll(named);
    }

    @Test
    default void headersNameASetOnce() {
        assertThat(site().identifiers().headers())
                .allSatisfy(header -> assertThat(header.sets()).doesNotHaveDuplicates());
    }

    @Test
    default void everySetCanBeHarvestedAndHoldsTheRecordsWhoseHeadersNameIt() {
        List<Header> all = site().identifiers().headers();
        for (String set : someSets()) {
            Site.Harvest list = site().harvest("ListIdentifiers", "metadataPrefix", "oai_dc", "set", set);

            assertThat(list.headers()).as(set).allSatisfy(header -> assertThat(header.isIn(set))
                    .isTrue());
            if (list.complete() && site().identifiers().complete()) {
                assertThat(list.headers())
                        .as(set)
                        .containsExactlyInAnyOrderElementsOf(
                                all.stream().filter(header -> header.isIn(set)).toList());
            }
        }
    }

    @Test
    default void listSetsTakesNothingButAToken() {
        assertThat(site().ask("verb", "ListSets", "set", "a").errors()).containsExactly("badArgument");
    }
}
