package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of several answers (OAI-PMH 2.0 section 3.5). */
interface ListRules extends Rules {

    /** The verbs with such lists, whose oai_dc lists were harvested to their end or as far as a test goes. */
    private List<Site.Harvest> lists() {
        List<Site.Harvest> lists = List.of(site().identifiers(), site().records());
        site().need(lists.get(0).pages().size() > 1, "a list of several pages");
        return lists;
    }

    @Test
    default void noPageIsEmpty() {
        for (Site.Harvest list : lists()) {
            assertThat(list.pages())
                    .allSatisfy(page -> assertThat(page.headers()).isNotEmpty());
        }
    }

    @Test
    default void onlyTheLastPageHasAnEmptyToken() {
        for (Site.Harvest list : lists()) {
            int last = list.pages().size() - 1;
            for (int i = 0; i < last; i++) {
                assertThat(list.pages().get(i).next()).isNotEmpty();
            }
            site().need(list.complete(), "a list that is short enough");
            assertThat(list.pages().get(last).token())
                    .as("the element that ends the list")
                    .hasValueSatisfying(token -> assertThat(token.text()).isEmpty());
        }
    }

    @Test
    default void theCursorCountsTheRecordsBefore() {
        for (Site.Harvest list : lists()) {
            int before = 0;
            for (Answer page : list.pages()) {
                String cursor = page.token().map(Answer.Token::cursor).orElse("");
                if (!cursor.isEmpty() || site().isOwn()) {
                    assertThat(cursor).isEqualTo(Integer.toString(before));
                }
                before += page.headers().size();
            }
        }
    }

    @Test
    default void theSizeOfTheCompleteListIsTrue() {
        for (Site.Harvest list : lists()) {
            site().need(list.complete(), "a list that is short enough");
            for (Answer page : list.pages()) {
                String size = page.token().map(Answer.Token::completeListSize).orElse("");
                if (!size.isEmpty() || site().isOwn()) {
                    assertThat(size).isEqualTo(Integer.toString(list.headers().size()));
                }
            }
        }
    }

    @Test
    default void nothingIsListedTwice() {
        for (Site.Harvest list : lists()) {
            assertThat(list.headers().stream().map(Header::identifier)).doesNotHaveDuplicates();
        }
    }

    @Test
    default void identifiersAndRecordsAreTheSameList() {
        site().need(site().identifiers().complete() && site().records().complete(), "a list that is short enough");

        assertThat(site().records().headers())
                .containsExactlyInAnyOrderElementsOf(site().identifiers().headers());
    }

    @Test
    default void aTokenWorksByGetAndByPost() {
        for (String verb : List.of("ListIdentifiers", "ListRecords")) {
            String token = site().token(verb);
            Answer got = site().resume(verb, token);
            Answer posted = site().askByPost("verb", verb, "resumptionToken", token);

            assertThat(posted.comparable()).isEqualTo(got.comparable());
            assertThat(got.headers()).isNotEmpty();
        }
    }

    @Test
    default void aTokenAskedForAgainGivesTheSamePage() {
        for (Site.Harvest list : lists()) {
            for (int i = 1; i < Math.min(list.pages().size(), 4); i++) {
                String verb = list.pages().get(0).attributes().get("verb");
                Answer again = site().resume(verb, list.pages().get(i - 1).next());

                assertThat(again.headers()).isEqualTo(list.pages().get(i).headers());
                assertThat(again.next().isEmpty())
                        .isEqualTo(list.pages().get(i).next().isEmpty());
            }
        }
    }

    @Test
    default void aPageIsNotThePageBefore() {
        for (Site.Harvest list : lists()) {
            assertThat(new HashSet<>(list.pages().get(0).headers()))
                    .doesNotContainAnyElementsOf(list.pages().get(1).headers());
        }
    }

    @Test
    default void twoHarvestsAtATimeDoNotDisturbEachOther() {
        Answer left = site().ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc");
        Answer right = site().ask("verb", "ListRecords", "metadataPrefix", "oai_dc");
        site().need(!left.next().isEmpty() && !right.next().isEmpty(), "a list of several pages");

        Answer leftSecond = site().resume("ListIdentifiers", left.next());
        Answer rightSecond = site().resume("ListRecords", right.next());

        assertThat(leftSecond.headers())
                .isEqualTo(site().identifiers().pages().get(1).headers());
        assertThat(rightSecond.headers())
                .isEqualTo(site().records().pages().get(1).headers());
    }

    @Test
    default void aTokenKeepsTheSelection() {
        String set = longSet();
        String from = Xml.text(site().identify(), "earliestDatestamp");
        Site.Harvest list = site().harvest("ListIdentifiers", "metadataPrefix", "oai_dc", "set", set, "from", from);

        site().need(list.pages().size() > 1, "a set of several pages");
        assertThat(list.headers())
                .allSatisfy(header -> assertThat(header.isIn(set)).isTrue());
        if (list.complete() && site().identifiers().complete()) {
            assertThat(list.headers())
                    .containsExactlyInAnyOrderElementsOf(site().identifiers().headers().stream()
                            .filter(header -> header.isIn(set))
                            .toList());
        }
    }

    /** A set with more records than a page. */
    private String longSet() {
        int page = site().identifiers().pages().get(0).headers().size();
        List<Header> headers = site().identifiers().headers();
        List<String> sets = site().sets().stream()
                .filter(set -> {
                    long members =
                            headers.stream().filter(header -> header.isIn(set)).count();
                    return members > page && members < headers.size();
                })
                .toList();
        site().need(!sets.isEmpty(), "a set of several pages");
        return sets.get(0);
    }
}
