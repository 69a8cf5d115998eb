package org.acervo.oai;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The log of harvests without a database. */
public final class InMemoryHarvestLog implements HarvestLog {

    private final List<HarvestStep> steps = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void note(HarvestStep step) {
        steps.add(step);
    }

    @Override
    public List<Harvest> latest(int limit) {
        PendingHarvests harvests = new PendingHarvests(Integer.MAX_VALUE);
        List.copyOf(steps).forEach(harvests::add);
        List<Harvest> all = new ArrayList<>(harvests.drain());
        Collections.reverse(all);
        return all.subList(0, Math.min(limit, all.size()));
    }
}
