package org.acervo.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Marks in memory. */
final class InMemoryIndexMarks implements IndexMarks {

    private final Map<String, Marks> marks = new HashMap<>();

    @Override
    public synchronized Optional<Marks> find(String index) {
        return Optional.ofNullable(marks.get(index));
    }

    @Override
    public synchronized void keep(String index, Marks kept) {
        marks.put(index, kept);
    }

    @Override
    public synchronized void forget(String index) {
        marks.remove(index);
    }
}
