package org.acervo.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.Tick;
import org.acervo.sql.Sql;

/** Keeps what the world is told: the rows of a record move together to its new number. */
final class DisseminationWriter {

    /** Where a record stands before a change. */
    private record Place(long number, List<SetSpec> sets) {}

    private static final String RECORD =
            "insert into record (publication, number, datestamp, deleted, sets, fingerprint)"
                    + " values (?, ?, ?, ?, ?, ?) on duplicate key update number = value(number), datestamp = value(datestamp),"
                    + " deleted = value(deleted), sets = value(sets), fingerprint = value(fingerprint)";
    private static final String DISSEMINATION = "insert into dissemination"
            + " (format, coding, number, publication, datestamp, deleted, length, crc, payload, plain)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''))";

    /** In this order: left to itself, the optimizer may read every payload there is to find those of a few records. */
    private static final String CURRENT = "select straight_join d.publication, f.prefix, d.length, d.crc, d.payload"
            + " from record r force index (primary) join oai_format f"
            + " join dissemination d on d.format = f.id and d.coding = 0 and d.number = r.number"
            + " where r.publication in (%s)";

    private static final String MEMBERSHIP = "insert into membership (set_id, number) values (?, ?)";
    private static final String DEPARTURE =
            "replace into departure (set_id, number, publication, datestamp) values (?, ?, ?, ?)";

    private static final int DEFLATE = 0;
    private static final int IDENTITY = 1;
    private static final byte[] NONE = {};

    private final CodeTable formats;
    private final CodeTable sets;

    DisseminationWriter(CodeTable formats, CodeTable sets) {
        this.formats = formats;
        this.sets = sets;
    }

    /** Takes the old places of records away before the tick, since all other changes wait from the tick on. */
    Tick put(Sql sql, List<Dissemination> disseminations, Supplier<Tick> ticks) {
        Map<Long, Place> places = places(sql, disseminations);
        if (!places.isEmpty()) {
            leave(sql, places.values());
        }
        Tick tick = ticks.get();
        Instant datestamp = tick.datestamp();
        List<Object[]> records = new ArrayList<>();
        List<Object[]> payloads = new ArrayList<>();
        List<Object[]> memberships = new ArrayList<>();
        for (int i = 0; i < disseminations.size(); i++) {
            Dissemination each = disseminations.get(i);
            long number = tick.number(i);
            records.add(new Object[] {
                each.id().value(), number, datestamp, each.deleted(), join(each.sets()), each.fingerprint()
            });
            payloads.addAll(rows(each, number, datestamp));
            each.sets().forEach(set -> memberships.add(new Object[] {sets.id(set.value()), number}));
        }
        sql.batch(RECORD, records);
        payloads.sort(
                Comparator.comparing((Object[] each) -> (Integer) each[0]).thenComparing(each -> (Integer) each[1]));
        sql.batch(DISSEMINATION, payloads);
        memberships.sort((a, b) -> Integer.compare((int) a[0], (int) b[0]));
        sql.batch(MEMBERSHIP, memberships);
        if (!places.isEmpty()) {
            rememberDepartures(sql, disseminations, places, tick);
        }
        return tick;
    }

    private List<Object[]> rows(Dissemination dissemination, long number, Instant datestamp) {
        List<Object[]> rows = new ArrayList<>();
        dissemination.payloads().forEach((prefix, payload) -> {
            byte[] joinable = payload.joinable();
            for (int coding : codings(prefix)) {
                byte[] plain = coding == IDENTITY ? payload.plain() : NONE;
                rows.add(new Object[] {
                    formats.id(prefix),
                    coding,
                    number,
                    dissemination.id().value(),
                    datestamp,
                    dissemination.deleted(),
                    payload.length(),
                    payload.crc(),
                    plain.length == 0 ? joinable : NONE,
                    plain // never null, so that all go in one statement
                });
            }
        });
        return rows;
    }

    private static int[] codings(String prefix) {
        return prefix.equals(Dissemination.MOST_HARVESTED) ? new int[] {DEFLATE, IDENTITY} : new int[] {DEFLATE};
    }

    /** Where the rows are that are sent so. */
    static int coding(String prefix, Payload.Coding coding) {
        return coding == Payload.Coding.IDENTITY && prefix.equals(Dissemination.MOST_HARVESTED) ? IDENTITY : DEFLATE;
    }

    private Map<Long, Place> places(Sql sql, List<Dissemination> disseminations) {
        Map<Long, Place> places = new HashMap<>();
        sql.query(
                "select publication, number, sets from record where publication in (" + Sql.marks(disseminations.size())
                        + ")",
                row -> places.put(row.getLong(1), new Place(row.getLong(2), split(row.getString(3)))),
                disseminations.stream().map(each -> each.id().value()).toArray());
        return places;
    }

    private void leave(Sql sql, Collection<Place> places) {
        List<Object[]> payloads = new ArrayList<>();
        List<Object[]> memberships = new ArrayList<>();
        Map<Integer, String> prefixes = formats.texts();
        for (Place place : places) {
            prefixes.forEach((format, prefix) -> {
                for (int coding : codings(prefix)) {
                    payloads.add(new Object[] {format, coding, place.number()});
                }
            });
            place.sets().forEach(set -> memberships.add(new Object[] {sets.id(set.value()), place.number()}));
        }
        sql.batch("delete from dissemination where format = ? and coding = ? and number = ?", payloads);
        sql.batch("delete from membership where set_id = ? and number = ?", memberships);
    }

    private void rememberDepartures(Sql sql, List<Dissemination> disseminations, Map<Long, Place> places, Tick tick) {
        List<Object[]> departed = new ArrayList<>();
        List<Object[]> returned = new ArrayList<>();
        Instant datestamp = tick.datestamp();
        for (int i = 0; i < disseminations.size(); i++) {
            Dissemination each = disseminations.get(i);
            Place place = places.get(each.id().value());
            if (place == null) {
                continue;
            }
            long number = tick.number(i);
            long id = each.id().value();
            place.sets().stream()
                    .filter(set -> !each.sets().contains(set))
                    .forEach(set -> departed.add(new Object[] {sets.id(set.value()), number, id, datestamp}));
            each.sets().stream()
                    .filter(set -> !place.sets().contains(set))
                    .forEach(set -> returned.add(new Object[] {id, sets.id(set.value())}));
        }
        sql.batch(DEPARTURE, departed);
        sql.batch("delete from departure where publication = ? and set_id = ?", returned);
    }

    void supplement(Sql sql, Dissemination dissemination) {
        long id = dissemination.id().value();
        List<Object[]> place = sql.query(
                "select number, datestamp from record where publication = ?",
                row -> new Object[] {row.getLong(1), Sql.instant(row, 2)},
                id);
        long number = (long) place.get(0)[0];
        Instant datestamp = (Instant) place.get(0)[1];
        sql.batch(DISSEMINATION.replace("insert", "replace"), rows(dissemination, number, datestamp));
        sql.execute("update record set fingerprint = ? where publication = ?", dissemination.fingerprint(), id);
    }

    Map<PublicationId, Dissemination> current(Sql sql, Collection<PublicationId> ids) {
        Object[] keys = ids.stream().map(PublicationId::value).toArray();
        Map<PublicationId, Dissemination> records = new HashMap<>();
        sql.query(
                        "select publication, deleted, sets, fingerprint from record where publication in ("
                                + Sql.marks(keys.length) + ")",
                        row -> new Dissemination(
                                new PublicationId(row.getLong(1)),
                                row.getBoolean(2),
                                split(row.getString(3)),
                                Map.of(),
                                row.getLong(4)),
                        keys)
                .forEach(each -> records.put(each.id(), each));
        if (!records.isEmpty()) { // of most that are asked for nothing is kept yet
            Map<Long, Map<String, Payload>> payloads = payloads(sql, keys);
            records.replaceAll((id, each) -> new Dissemination(
                    id, each.deleted(), each.sets(), payloads.getOrDefault(id.value(), Map.of()), each.fingerprint()));
        }
        return records;
    }

    private static Map<Long, Map<String, Payload>> payloads(Sql sql, Object[] keys) {
        Map<Long, Map<String, Payload>> payloads = new HashMap<>();
        sql.query(
                CURRENT.formatted(Sql.marks(keys.length)),
                row -> payloads.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                        .put(row.getString(2), new Payload(row.getBytes(5), row.getInt(3), row.getInt(4))),
                keys);
        return payloads;
    }

    private static String join(List<SetSpec> specs) {
        return specs.stream().map(SetSpec::value).collect(Collectors.joining(" "));
    }

    private static List<SetSpec> split(String specs) {
        return specs.isEmpty()
                ? List.of()
                : Arrays.stream(specs.split(" ")).map(SetSpec::new).toList();
    }
}
