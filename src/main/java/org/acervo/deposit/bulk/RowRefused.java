package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.Finding;

/** A row cannot be deposited; nothing of it is kept. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SheetFinding> findings;

    RowRefused(List<SheetFinding> findings) {
        super(findings.toString(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** For what a row asks, after what was wrong with its cells. */
    static RowRefused of(Entry entry, Finding... found) {
        List<SheetFinding> findings = new ArrayList<>(entry.findings());
        for (Finding each : found) {
            findings.add(entry.at(each));
        }
        return new RowRefused(findings);
    }

    List<SheetFinding> findings() {
        return findings;
    }

    /** The same with more findings; none of them is there twice. */
    RowRefused and(List<SheetFinding> more) {
        Set<SheetFinding> all = new LinkedHashSet<>(findings);
        all.addAll(more);
        return new RowRefused(List.copyOf(all));
    }
}
