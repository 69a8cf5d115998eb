package org.acervo.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;

/** Verdicts in memory, beside publications in memory. */
final class InMemoryVerdicts implements Verdicts {

    private List<Verdict> all = new ArrayList<>();

    InMemoryVerdicts(InMemoryPublications publications) {
        publications.keepWith(() -> {
            List<Verdict> old = new ArrayList<>(all);
            return () -> all = old;
        });
    }

    private static boolean isOn(Verdict verdict, PublicationId id) {
        return verdict.publication().equals(id) || verdict.other().equals(id);
    }

    @Override
    public List<Verdict> of(PublicationId publication) {
        return all.stream()
                .filter(each -> isOn(each, publication))
                .sorted(Comparator.comparing((Verdict each) -> Math.min(
                                each.publication().value(), each.other().value()))
                        .thenComparing(each -> Math.max(
                                each.publication().value(), each.other().value())))
                .toList();
    }

    @Override
    public List<Verdict> newest(int limit) {
        return all.stream()
                .sorted(Comparator.comparing(Verdict::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void put(Verdict verdict) {
        remove(verdict.publication(), verdict.other());
        all.add(verdict);
    }

    @Override
    public void remove(PublicationId one, PublicationId other) {
        all.removeIf(each -> isOn(each, one) && isOn(each, other));
    }

    @Override
    public void forget(PublicationId publication) {
        all.removeIf(each -> isOn(each, publication));
    }
}
