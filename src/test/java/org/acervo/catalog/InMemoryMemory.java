package org.acervo.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the repository remembers about itself, for as long as a test lasts. */
public final class InMemoryMemory implements Memory {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> recall(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String keepFirst(String name, String value) {
        String before = values.putIfAbsent(name, value);
        return before == null ? value : before;
    }

    @Override
    public void keep(String name, String value) {
        values.put(name, value);
    }
}
