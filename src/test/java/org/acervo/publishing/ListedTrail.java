package org.acervo.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;

/** An audit trail that a test reads as lines. */
public final class ListedTrail implements AuditTrail {

    private final List<AuditEntry> entries = new ArrayList<>();

    /** Action, actor and subject of each entry, the first first. */
    public List<String> lines() {
        return entries.stream()
                .map(each -> each.action().code() + " " + each.actor() + " " + each.subject() + each.detail())
                .toList();
    }

    @Override
    public void note(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<AuditEntry> before(long number, int limit) {
        return List.copyOf(entries);
    }

    @Override
    public void forgetBefore(Instant time) {
        throw new UnsupportedOperationException();
    }
}
