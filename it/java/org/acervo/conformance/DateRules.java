package org.acervo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Harvesting by date (OAI-PMH 2.0 sections 2.7.1 and 3.3). */
interface DateRules extends Rules {

    /** Some datestamps, early and late. */
    private List<String> datestamps() {
        List<String> all = new ArrayList<>(new TreeSet<>(
                site().identifiers().headers().stream().map(Header::datestamp).toList()));
        List<String> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 4)) {
            some.add(all.get(i));
        }
        return some;
    }

    private List<Header> select(String... dates) {
        List<String> arguments = new ArrayList<>(List.of("metadataPrefix", "oai_dc"));
        arguments.addAll(List.of(dates));
        return site().harvest("ListIdentifiers", arguments.toArray(String[]::new))
                .headers();
    }

    private List<Header> those(java.util.function.Predicate<Header> wanted) {
        return site().identifiers().headers().stream().filter(wanted).toList();
    }

    @Test
    default void fromAndUntilAreInclusive() {
        for (String date : datestamps()) {
            assertThat(select("from", date, "until", date))
                    .as("from and until %s", date)
                    .isNotEmpty()
                    .allSatisfy(header -> assertThat(header.datestamp()).isEqualTo(date))
                    .containsAll(those(header -> header.datestamp().equals(date)));
        }
    }

    @Test
    default void fromAndUntilMayBeDays() {
        for (String date : datestamps()) {
            String day = date.substring(0, 10);

            assertThat(select("from", day, "until", day))
                    .as("from and until %s", day)
                    .isNotEmpty()
                    .allSatisfy(header -> assertThat(header.day()).isEqualTo(day))
                    .containsAll(those(header -> header.day().equals(day)));
        }
    }

    @Test
    default void aDayInUntilIsTheWholeDay() {
        String last = datestamps().get(datestamps().size() - 1).substring(0, 10);

        assertThat(select("until", last))
                .containsAll(those(header -> header.day().compareTo(last) <= 0));
    }

    @Test
    default void aSecondIsNotADay() {
        site().need(site().hasSeconds(), "granularity of seconds");
        String day = datestamps().get(0).substring(0, 10);
        String midnight = day + "T00:00:00Z";

        assertThat(select("from", midnight, "until", midnight))
                .isEqualTo(those(header -> header.datestamp().equals(midnight)));
    }

    @Test
    default void theSecondAfterIsOutside() {
        site().need(site().hasSeconds(), "granularity of seconds");
        for (String date : datestamps()) {
            String after = Instant.parse(date).plusSeconds(1).toString();
            String before = Instant.parse(date).minusSeconds(1).toString();

            assertThat(select("from", after))
                    .noneMatch(header -> header.datestamp().equals(date));
            assertThat(select("until", before))
                    .noneMatch(header -> header.datestamp().equals(date));
        }
    }

    @Test
    default void onlyDaysAreTakenWhereThatIsTheGranularity() {
        boolean days = !site().hasSeconds();
        if (days) {
            Answer answer =
                    site().ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "from", "2001-01-01T00:00:00Z");
            assertThat(answer.errors()).containsExactly("badArgument");
        }
    }

    @Test
    default void whatIsListedLiesBetweenFromAndUntil() {
        List<String> dates = datestamps();
        String from = dates.get(0);
        String until = dates.get(dates.size() - 1);

        assertThat(select("from", from, "until", until)).isNotEmpty().allSatisfy(header -> {
            assertThat(header.datestamp()).isGreaterThanOrEqualTo(from);
            assertThat(header.datestamp()).isLessThanOrEqualTo(until);
        });
    }

    @Test
    default void theWholeTimeIsTheWholeList() {
        site().need(site().identifiers().complete(), "a list that is short enough");

        assertThat(select("from", "0001-01-01", "until", "9999-12-31"))
                .containsExactlyInAnyOrderElementsOf(site().identifiers().headers());
    }

    @Test
    default void windowsOfTimeTogetherAreTheWholeList() {
        site().need(site().identifiers().complete(), "a list that is short enough");
        String middle = datestamps().get(datestamps().size() / 2).substring(0, 10);
        String next = LocalDate.parse(middle).plusDays(1).toString();

        List<Header> both = new ArrayList<>(select("until", middle));
        both.addAll(select("from", next));

        assertThat(both)
                .containsExactlyInAnyOrderElementsOf(site().identifiers().headers());
    }

    @Test
    default void datestampsHaveTheGranularityOfIdentify() {
        String form = site().hasSeconds() ? "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ" : "\\d{4}-\\d\\d-\\d\\d";

        assertThat(site().identifiers().headers())
                .allSatisfy(header -> assertThat(header.datestamp()).matches(form));
        assertThat(Xml.text(site().identify(), "earliestDatestamp")).matches(form);
    }

    @Test
    default void noDatestampIsBeforeTheEarliest() {
        String earliest = Xml.text(site().identify(), "earliestDatestamp");

        assertThat(site().identifiers().headers())
                .allSatisfy(header -> assertThat(header.datestamp()).isGreaterThanOrEqualTo(earliest));
    }

    @Test
    default void noDatestampIsAfterTheResponse() {
        for (Answer page : site().identifiers().pages()) {
            assertThat(page.headers())
                    .allSatisfy(header -> assertThat(header.datestamp()).isLessThanOrEqualTo(page.responseDate()));
        }
    }
}
