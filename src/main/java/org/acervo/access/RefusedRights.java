package org.acervo.access;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;

/** Notes who tries what they have no right to; of who insists, a few a minute are enough. Thread-safe. */
public final class RefusedRights {

    private static final double PER_SECOND = 1 / 30.0;
    private static final int AT_ONCE = 5;

    private final AuditTrail trail;
    private final Clock clock;
    private final Rates notes;

    /** @param nanos a clock that only runs forward */
    public RefusedRights(AuditTrail trail, Clock clock, LongSupplier nanos) {
        this.trail = trail;
        this.clock = clock;
        this.notes = new Rates(PER_SECOND, AT_ONCE, nanos);
    }

    /** @param subject what was tried */
    public void note(Source source, String subject) {
        if (notes.take(source.actor()).isZero()) {
            trail.note(new AuditEntry(clock.instant(), Action.RIGHT_REFUSED, source, subject, ""));
        }
    }
}
