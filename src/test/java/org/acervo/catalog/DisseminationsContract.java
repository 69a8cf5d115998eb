package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Disseminations} keeps to, with set tombstones on. */
public abstract class DisseminationsContract {

    protected static final SetSpec MEXICO = new SetSpec("mission:mexico");
    protected static final SetSpec HAITI = new SetSpec("mission:haiti");
    private static final String DC = "oai_dc";

    private Disseminations disseminations;
    private Transactions transactions;

    /** Nothing is kept in it yet. */
    protected abstract Disseminations empty();

    /** What its changes happen in. */
    protected abstract Transactions transactions();

    /** The clock of the datestamps reaches another second. */
    protected abstract void pass();

    @BeforeEach
    void start() {
        disseminations = empty();
        transactions = transactions();
    }

    @Test
    void aRecordIsListedOnceUnderItsLastNumber() {
        put(live(1, "a", MEXICO));
        put(live(2, "b", MEXICO));
        put(live(1, "c", MEXICO));

        assertThat(texts(all(DC, null))).containsExactly("b", "c");
        assertThat(texts(all(DC, MEXICO))).containsExactly("b", "c");
        assertThat(disseminations.count(new Selection(DC, null, null, null))).isEqualTo(2);
        assertThat(disseminations.count(new Selection(DC, MEXICO, null, null))).isEqualTo(2);
    }

    @Test
    void numbersRiseAndPagesJoinWithoutGapOrDouble() {
        for (int i = 1; i <= 7; i++) {
            put(live(i, "r" + i, MEXICO));
        }
        List<DisseminatedRecord> first = disseminations.select(selection(DC, MEXICO), 0, 3, Payload.Coding.IDENTITY);
        List<DisseminatedRecord> second =
                disseminations.select(selection(DC, MEXICO), first.get(2).number(), 3, Payload.Coding.IDENTITY);
        List<DisseminatedRecord> third =
                disseminations.select(selection(DC, MEXICO), second.get(2).number(), 3, Payload.Coding.IDENTITY);

        assertThat(texts(first)).containsExactly("r1", "r2", "r3");
        assertThat(texts(second)).containsExactly("r4", "r5", "r6");
        assertThat(texts(third)).containsExactly("r7");
        assertThat(all(DC, null))
                .extracting(DisseminatedRecord::number)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theTickIsAskedOnceAlsoWhereThereIsNothingToKeep() {
        for (List<Dissemination> each : List.of(List.of(live(1, "a")), List.<Dissemination>of())) {
            List<Tick> taken = new ArrayList<>();
            Tick tick = transactions.run(() -> disseminations.put(each, () -> {
                taken.add(disseminations.tick(1));
                return taken.get(0);
            }));
            assertThat(taken).containsExactly(tick);
        }
    }

    @Test
    void oneTickGivesARangeOfNumbersAndOneDatestamp() {
        Tick tick = transactions.run(() -> {
            return disseminations.put(List.of(live(1, "a"), live(2, "b")), () -> disseminations.tick(2));
        });
        Tick next = transactions.run(() -> disseminations.tick(1));

        assertThat(all(DC, null))
                .extracting(DisseminatedRecord::number)
                .containsExactly(tick.first(), tick.first() + 1);
        assertThat(all(DC, null)).extracting(DisseminatedRecord::datestamp).containsOnly(tick.datestamp());
        assertThat(next.first()).isEqualTo(tick.first() + 2);
        assertThat(next.datestamp()).isAfterOrEqualTo(tick.datestamp());
    }

    @Test
    void fromAndUntilAreInclusive() {
        put(live(1, "a", MEXICO));
        Instant stamp = all(DC, null).get(0).datestamp();

        assertThat(texts(select(stamp, stamp))).containsExactly("a");
        assertThat(select(stamp.plusSeconds(1), null)).isEmpty();
        assertThat(select(null, stamp.minusSeconds(1))).isEmpty();
        assertThat(disseminations.count(new Selection(DC, MEXICO, stamp, stamp)))
                .isEqualTo(1);
        assertThat(disseminations.count(new Selection(DC, MEXICO, stamp.plusSeconds(1), null)))
                .isZero();
        assertThat(disseminations.count(new Selection(DC, null, null, stamp.minusSeconds(1))))
                .isZero();
    }

    private List<DisseminatedRecord> select(@Nullable Instant from, @Nullable Instant until) {
        return disseminations.select(new Selection(DC, MEXICO, from, until), 0, 10, Payload.Coding.IDENTITY);
    }

    @Test
    void aTombstoneStaysInItsSetsAndFormats() {
        put(live(1, "a", MEXICO));
        put(tombstone(1, MEXICO));

        for (String prefix : List.of(DC, Dissemination.HEADER)) {
            assertThat(all(prefix, MEXICO)).singleElement().satisfies(record -> {
                assertThat(record.deleted()).isTrue();
                assertThat(text(record)).isEqualTo("gone");
            });
        }
        assertThat(disseminations.counts()).containsEntry(true, 1L).containsEntry(false, 0L);
    }

    @Test
    void aRecordThatLeftASetIsATombstoneInThatSetAlone() {
        put(live(1, "a", MEXICO));
        put(live(1, "a", HAITI));

        assertThat(all(DC, MEXICO)).singleElement().satisfies(record -> {
            assertThat(record.deleted()).isTrue();
            assertThat(text(record))
                    .contains("<setSpec>mission:mexico</setSpec>")
                    .doesNotContain("haiti");
        });
        assertThat(disseminations.count(selection(DC, MEXICO))).isEqualTo(1);
        assertThat(texts(all(DC, HAITI))).containsExactly("a");
        assertThat(all(DC, null)).singleElement().matches(record -> !record.deleted());
        assertThat(disseminations.find(new PublicationId(1), DC)).get().matches(record -> !record.deleted());
    }

    @Test
    void aDepartureIsFoundHoweverOftenTheRecordChangedSince() {
        put(live(1, "a", MEXICO));
        pass();
        put(live(1, "a", HAITI));
        Instant departed = all(DC, null).get(0).datestamp();
        pass();
        put(live(1, "b", HAITI));
        pass();
        put(live(2, "c", MEXICO));

        assertThat(select(departed, null))
                .extracting(DisseminatedRecord::deleted)
                .containsExactly(true, false);
        assertThat(select(departed, departed))
                .singleElement()
                .matches(record -> record.deleted() && record.datestamp().equals(departed));
        assertThat(select(departed.plusSeconds(1), null)).singleElement().matches(record -> !record.deleted());
        assertThat(select(null, departed)).singleElement().matches(DisseminatedRecord::deleted);
        assertThat(disseminations.count(new Selection(DC, MEXICO, departed, departed)))
                .isEqualTo(1);
        assertThat(disseminations.count(new Selection(DC, MEXICO, departed, null)))
                .isEqualTo(2);
        assertThat(disseminations.select(
                        new Selection(DC, MEXICO, departed, null),
                        select(departed, null).get(0).number(),
                        10,
                        Payload.Coding.IDENTITY))
                .singleElement()
                .matches(record -> !record.deleted());
        assertThat(disseminations.earliest()).get().matches(earliest -> !earliest.isAfter(departed));
    }

    @Test
    void aRecordThatComesBackToASetIsLiveInIt() {
        put(live(1, "a", MEXICO));
        put(live(1, "a", HAITI));
        put(live(1, "b", MEXICO));

        assertThat(texts(all(DC, MEXICO))).containsExactly("b");
        assertThat(all(DC, HAITI)).singleElement().matches(DisseminatedRecord::deleted);
    }

    @Test
    void aSupplementAddsAFormatAndMovesNothing() {
        put(live(1, "a", MEXICO));
        DisseminatedRecord before = all(DC, null).get(0);
        Dissemination more = new Dissemination(
                new PublicationId(1),
                false,
                List.of(MEXICO),
                Map.of(Dissemination.HEADER, payload("a"), DC, payload("a"), "mods", payload("m")),
                8);
        transactions.run(() -> {
            disseminations.supplement(more);
            return null;
        });

        assertThat(all(DC, null)).containsExactly(before);
        assertThat(texts(all("mods", null))).containsExactly("m");
        assertThat(all("mods", null).get(0).number()).isEqualTo(before.number());
        assertThat(disseminations.prefixes(new PublicationId(1))).containsExactlyInAnyOrder(DC, "mods");
        assertThat(disseminations.stale(8, 0, 10)).isEmpty();
    }

    @Test
    void whatIsKeptCanBeComparedWithWhatIsNew() {
        Dissemination kept = live(1, "a", MEXICO);
        put(kept);

        Map<PublicationId, Dissemination> current =
                transactions.run(() -> disseminations.current(List.of(new PublicationId(1), new PublicationId(2))));
        assertThat(current).containsOnlyKeys(new PublicationId(1)).containsValue(kept);
        assertThat(live(1, "a", MEXICO).tellsMoreThan(kept)).isFalse();
        assertThat(live(1, "b", MEXICO).tellsMoreThan(kept)).isTrue();
        assertThat(live(1, "a", HAITI).tellsMoreThan(kept)).isTrue();
    }

    @Test
    void whatWasRenderedFromSomethingElseIsStale() {
        put(live(1, "a"));
        put(live(2, "b"));

        assertThat(disseminations.stale(7, 0, 10)).isEmpty();
        assertThat(disseminations.stale(8, 0, 10)).containsExactly(new PublicationId(1), new PublicationId(2));
        assertThat(disseminations.stale(8, 1, 10)).containsExactly(new PublicationId(2));
        assertThat(disseminations.stale(8, 0, 1)).containsExactly(new PublicationId(1));
    }

    @Test
    void theEarliestDatestampIsALowerBound() {
        assertThat(disseminations.earliest()).isEmpty();
        put(live(1, "a"));
        put(live(2, "b"));
        assertThat(disseminations.earliest()).get().satisfies(earliest -> assertThat(all(DC, null))
                .allMatch(record -> !record.datestamp().isBefore(earliest)));
    }

    @Test
    void aSetOnceMintedStaysListedInItsPlace() {
        disseminations.mint(List.of(HAITI, MEXICO));
        put(live(1, "a", new SetSpec("lang:es")));
        disseminations.mint(List.of(MEXICO));

        assertThat(disseminations.sets()).containsExactly(HAITI, MEXICO, new SetSpec("lang:es"));
    }

    @Test
    void whatDoesNotExistIsEmpty() {
        put(live(1, "a", MEXICO));
        assertThat(disseminations.find(new PublicationId(9), DC)).isEmpty();
        assertThat(disseminations.find(new PublicationId(1), "mods")).isEmpty();
        assertThat(disseminations.prefixes(new PublicationId(9))).isEmpty();
        assertThat(all("mods", null)).isEmpty();
        assertThat(all(DC, new SetSpec("mission:never"))).isEmpty();
        assertThat(disseminations.count(selection(DC, new SetSpec("mission:never"))))
                .isZero();
    }

    @Test
    void theSameBytesComeInWhateverCodingTheyAreToBeSent() {
        Payload long1 =
                Payload.inBothCodings("Desplazamiento interno. ".repeat(80).getBytes(StandardCharsets.UTF_8));
        Payload long2 = Payload.of("Retorno voluntario. ".repeat(80).getBytes(StandardCharsets.UTF_8));
        put(new Dissemination(new PublicationId(1), false, List.of(MEXICO), Map.of(DC, long1), 7));
        put(new Dissemination(new PublicationId(2), false, List.of(MEXICO), Map.of(DC, long2), 7));

        for (Payload.Coding coding : Payload.Coding.values()) {
            for (SetSpec set : Arrays.asList(null, MEXICO)) {
                assertThat(disseminations.select(selection(DC, set), 0, 3, coding))
                        .extracting(DisseminatedRecord::payload)
                        .containsExactly(long1, long2)
                        .allSatisfy(payload -> assertThat(payload.joinable())
                                .isEqualTo(Payload.of(payload.bytes()).deflated()));
            }
        }
        assertThat(disseminations.find(new PublicationId(1), DC))
                .get()
                .extracting(DisseminatedRecord::payload)
                .isEqualTo(long1);
    }

    @Test
    void nowIsNeverBeforeACommittedDatestamp() {
        put(live(1, "a"));
        assertThat(disseminations.now()).isAfterOrEqualTo(all(DC, null).get(0).datestamp());
        assertThat(disseminations.now().getNano()).isZero();
    }

    private void put(Dissemination dissemination) {
        transactions.run(() -> {
            return disseminations.put(List.of(dissemination), () -> disseminations.tick(1));
        });
    }

    private List<DisseminatedRecord> all(String prefix, @Nullable SetSpec set) {
        return disseminations.select(selection(prefix, set), 0, 100, Payload.Coding.IDENTITY);
    }

    private static Selection selection(String prefix, @Nullable SetSpec set) {
        return new Selection(prefix, set, null, null);
    }

    private static Dissemination live(long id, String text, SetSpec... sets) {
        return dissemination(id, false, text, sets);
    }

    private static Dissemination tombstone(long id, SetSpec... sets) {
        return dissemination(id, true, "gone", sets);
    }

    private static Dissemination dissemination(long id, boolean deleted, String text, SetSpec... sets) {
        Map<String, Payload> payloads = new HashMap<>();
        payloads.put(Dissemination.HEADER, payload(text));
        payloads.put(DC, payload(text));
        return new Dissemination(new PublicationId(id), deleted, List.of(sets), payloads, 7);
    }

    private static Payload payload(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DisseminatedRecord record) {
        return new String(record.payload().bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<DisseminatedRecord> records) {
        return records.stream().map(DisseminationsContract::text).toList();
    }
}
