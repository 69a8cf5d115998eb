package org.acervo.access;

import java.time.Clock;
import java.util.OptionalLong;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.Transactions;

/** The quotas of missions: what is set for one, else what holds for all. Thread-safe. */
public final class MissionQuotas implements Quotas {

    private final QuotaSettings settings;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final OptionalLong forAll;

    /** @param forAll the bytes of a mission for which none are set; empty: without limit */
    public MissionQuotas(
            QuotaSettings settings, AuditTrail trail, Transactions transactions, Clock clock, OptionalLong forAll) {
        this.settings = settings;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.forAll = forAll;
    }

    @Override
    public OptionalLong limit(String mission) {
        OptionalLong set = settings.find(mission);
        return set.isPresent() ? set : forAll;
    }

    /** Whether there is a quota of the mission's own. */
    public boolean isSet(String mission) {
        return settings.find(mission).isPresent();
    }

    /** Sets the bytes of a mission; empty: what holds for all. */
    public void set(String mission, OptionalLong bytes, Source source) {
        transactions.run(() -> {
            settings.set(mission, bytes);
            String told = bytes.isPresent() ? bytes.getAsLong() + " bytes" : "as all";
            trail.note(new AuditEntry(clock.instant(), Action.QUOTA_SET, source, mission, told));
            return null;
        });
    }
}
