package org.acervo.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.Tick;
import org.acervo.sql.Sql;

/** The disseminations in MariaDB, by plain JDBC. */
final class DisseminationTables implements Disseminations {

    private final Connections connections;
    private final CodeTable formats;
    private final CodeTable sets;
    private final DisseminationReader reader;
    private final DisseminationWriter writer;
    private final ClockRow clock;

    DisseminationTables(Connections connections, boolean setTombstones) {
        this.connections = connections;
        this.formats = new CodeTable(connections, "oai_format", "prefix");
        this.sets = new CodeTable(connections, "oai_set", "spec");
        this.reader = new DisseminationReader(connections, formats, sets, setTombstones);
        this.writer = new DisseminationWriter(formats, sets);
        this.clock = new ClockRow(connections);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public Tick tick(int numbers) {
        return clock.tick(numbers);
    }

    @Override
    public List<DisseminatedRecord> select(Selection selection, long afterNumber, int limit, Payload.Coding coding) {
        return reader.select(selection, afterNumber, limit, coding);
    }

    @Override
    public long count(Selection selection) {
        return reader.count(selection);
    }

    @Override
    public Optional<DisseminatedRecord> find(PublicationId id, String prefix) {
        return reader.find(id, prefix);
    }

    @Override
    public Set<String> prefixes(PublicationId id) {
        return reader.prefixes(id);
    }

    @Override
    public Optional<Instant> earliest() {
        return reader.earliest();
    }

    @Override
    public List<SetSpec> sets() {
        return sets.all().stream().map(SetSpec::new).toList();
    }

    @Override
    public void mint(Collection<SetSpec> specs) {
        sets.mint(specs.stream().map(SetSpec::value).toList());
    }

    @Override
    public Map<PublicationId, Dissemination> current(Collection<PublicationId> ids) {
        return ids.isEmpty() ? Map.of() : writer.current(connections.current(), ids);
    }

    @Override
    public Tick put(List<Dissemination> disseminations, Supplier<Tick> tick) {
        return disseminations.isEmpty() ? tick.get() : writer.put(connections.current(), disseminations, tick);
    }

    @Override
    public void supplement(Dissemination dissemination) {
        writer.supplement(connections.current(), dissemination);
    }

    @Override
    public List<PublicationId> stale(long fingerprint, long afterId, int limit) {
        return connections
                .alone()
                .query(
                        "select publication from record where fingerprint <> ? and publication > ? order by publication limit ?",
                        row -> new PublicationId(row.getLong(1)),
                        fingerprint,
                        afterId,
                        limit);
    }

    @Override
    public Map<Boolean, Long> counts() {
        return counts(connections.alone());
    }

    private static Map<Boolean, Long> counts(Sql sql) {
        Map<Boolean, Long> counts = new HashMap<>(Map.of(false, 0L, true, 0L));
        sql.query(
                "select deleted, count(*) from record group by deleted",
                row -> counts.put(row.getBoolean(1), row.getLong(2)));
        return counts;
    }
}
