package org.acervo.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A table that gives texts small numbers for ever, read once and remembered. Numbers are minted outside of the
 * transaction of a change: two changes never wait for one another over a new code, and a number that was remembered is never rolled back.
 * Thread-safe.
 */
final class CodeTable {

    private final Connections connections;
    private final String table;
    private final String column;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    CodeTable(Connections connections, String table, String column) {
        this.connections = connections;
        this.table = table;
        this.column = column;
    }

    /** The number of a text, or null where it has none yet. */
    @Nullable
    Integer find(String text) {
        Integer id = ids.get(text);
        if (id == null) {
            load();
            id = ids.get(text);
        }
        return id;
    }

    /** The number of a text, minted where it had none. */
    int id(String text) {
        Integer id = ids.get(text);
        if (id == null) {
            mint(List.of(text));
            id = Objects.requireNonNull(ids.get(text));
        }
        return id;
    }

    /** Gives every text a number. */
    void mint(Collection<String> texts) {
        List<String> missing =
                texts.stream().filter(text -> !ids.containsKey(text)).toList();
        if (missing.isEmpty()) {
            return;
        }
        load();
        Sql sql = connections.alone();
        missing.stream()
                .filter(text -> !ids.containsKey(text))
                .forEach(text -> sql.execute("insert ignore into " + table + " (" + column + ") values (?)", text));
        load();
    }

    /** All texts in the order of their numbers. */
    List<String> all() {
        load();
        return ids.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All texts by number. */
    Map<Integer, String> texts() {
        load();
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private void load() {
        connections
                .alone()
                .query("select id, " + column + " from " + table, row -> Map.entry(row.getString(2), row.getInt(1)))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
    }
}
