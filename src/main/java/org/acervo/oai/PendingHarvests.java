package org.acervo.oai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps of harvests that are not written yet, one entry a harvest. Thread-safe. */
public final class PendingHarvests {

    private final int most;
    private final Map<Long, Harvest> harvests = new LinkedHashMap<>();
    private long leftOut;

    /** @param most how many harvests are kept at once; steps of further ones are left out */
    public PendingHarvests(int most) {
        this.most = most;
    }

    public synchronized void add(HarvestStep step) {
        Harvest known = harvests.get(step.chain().id());
        if (known != null) {
            harvests.put(known.id(), known.plus(step));
        } else if (harvests.size() < most) {
            harvests.put(step.chain().id(), Harvest.of(step));
        } else {
            leftOut++;
        }
    }

    /** Takes everything out, in the order in which the harvests appeared. */
    public synchronized List<Harvest> drain() {
        List<Harvest> all = List.copyOf(harvests.values());
        harvests.clear();
        return all;
    }

    /** How many steps were left out so far. */
    public synchronized long leftOut() {
        return leftOut;
    }
}
