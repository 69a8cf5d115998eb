package org.acervo.persistence;

import java.util.Optional;
import org.acervo.catalog.Memory;

/** The settings in the database. */
final class SettingTable implements Memory {

    private final Connections connections;

    SettingTable(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<String> recall(String name) {
        return connections
                .alone()
                .query("select value from setting where name = ?", row -> row.getString(1), name)
                .stream()
                .findFirst();
    }

    @Override
    public String keepFirst(String name, String value) {
        connections.alone().execute("insert ignore into setting (name, value) values (?, ?)", name, value);
        return recall(name).orElseThrow();
    }

    @Override
    public void keep(String name, String value) {
        connections.alone().execute("replace into setting (name, value) values (?, ?)", name, value);
    }
}
