package org.acervo.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Relation;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Transactions;
import org.acervo.catalog.UnknownPublication;
import org.acervo.publishing.Erasure.Status;

/**
 * Erases publications that endanger somebody: one administrator asks, a second one confirms. Then, in one transaction,
 * every word of it is gone from record, revision, history, payloads and relations and from what other parts keep; a
 * tombstone with its identifier, dates and sets stays. What files and logs still hold is wiped afterwards. Thread-safe.
 */
public class Erasing {

    /** After so long it is tried again, whether somebody failed or died. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Publications publications;
    private final Erasures erasures;
    private final Transactions transactions;
    private final Changes changes;
    private final Renderer renderer;
    private final Neutral neutral;
    private final ErasedKeys keys;
    private final Disseminations disseminations;
    private final Holdings holdings;
    private final AuditTrail trail;
    private final Iterable<Remains> remains;
    private final Traces traces;
    private final Clock clock;

    /**
     * What it works on.
     *
     * @param remains all that other parts keep
     */
    record House(
            Publications publications,
            Disseminations disseminations,
            Holdings holdings,
            Erasures erasures,
            Transactions transactions,
            AuditTrail trail,
            Iterable<Remains> remains,
            Traces traces,
            Clock clock) {}

    Erasing(House house, Changes changes, Renderer renderer, Neutral neutral, ErasedKeys keys) {
        this.publications = house.publications();
        this.disseminations = house.disseminations();
        this.holdings = house.holdings();
        this.erasures = house.erasures();
        this.transactions = house.transactions();
        this.trail = house.trail();
        this.remains = house.remains();
        this.traces = house.traces();
        this.clock = house.clock();
        this.changes = changes;
        this.renderer = renderer;
        this.neutral = neutral;
        this.keys = keys;
    }

    /** How the erasure of a publication stands; empty where nobody has asked for it. */
    public Optional<Erasure> find(PublicationId id) {
        return erasures.find(id).map(each -> each.at(clock.instant()));
    }

    /** Those that were asked for last, the last first, at most so many. */
    public List<Erasure> latest(int most) {
        Instant now = clock.instant();
        return erasures.latest(most).stream().map(each -> each.at(now)).toList();
    }

    /**
     * Asks for it.
     *
     * @param admin who asks, an administrator
     * @param reason for the second administrator; it is forgotten when that one has decided
     * @throws UnknownPublication where there is no such publication
     * @throws Refused where somebody has asked already, it was erased, or there is no reason
     */
    public Erasure ask(Source admin, PublicationId id, String reason) {
        String why = Checker.reasonOfErasure(reason);
        return transactions.run(() -> {
            if (publications.lock(List.of(id)).isEmpty()) {
                throw new UnknownPublication(id);
            }
            Instant now = clock.instant();
            Status status = erasures.lock(id).map(each -> each.at(now).status()).orElse(Status.EXPIRED);
            if (status == Status.ASKED || status.isErased()) {
                throw refused(status.isErased() ? Rule.ERASED : Rule.ERASURE_ASKED);
            }
            Erasure asked = Erasure.asked(id, admin.actor(), now, why);
            erasures.keep(asked);
            note(AuditEntry.Action.ERASURE_ASKED, admin, id);
            return asked;
        });
    }

    /**
     * Declines it; whoever asked may do that too.
     *
     * @throws Refused where nobody has asked
     */
    public Erasure decline(Source admin, PublicationId id) {
        return transactions.run(() -> {
            Erasure declined = asked(id).decided(Status.DECLINED, admin.actor(), clock.instant(), null);
            erasures.keep(declined);
            note(AuditEntry.Action.ERASURE_DECLINED, admin, id);
            return declined;
        });
    }

    /**
     * Confirms it: the publication is erased.
     *
     * @throws Refused where nobody has asked, or the one who confirms has
     */
    public Erasure confirm(Source admin, PublicationId id) {
        Erasure confirmed = transactions.run(() -> {
            Erasure asked = asked(id);
            if (asked.askedBy().equals(admin.actor())) {
                throw refused(Rule.SECOND_ADMINISTRATOR_REQUIRED);
            }
            Publication erased = erase(id, admin.actor());
            String hash = erased.metadata().sourceKey().map(keys::hash).orElse(null);
            Erasure decided = asked.decided(Status.CONFIRMED, admin.actor(), clock.instant(), hash);
            erasures.keep(decided);
            note(AuditEntry.Action.ERASURE_CONFIRMED, admin, id);
            return decided;
        });
        keys.refresh();
        return confirmed;
    }

    /**
     * Wipes what is left on disk of all that was erased, some of it at least.
     *
     * @return how many erasures were brought to their end
     */
    public int wipe() {
        Instant now = clock.instant();
        List<Erasure> claimed = transactions.run(() -> erasures.claim(now, now.plus(LEASE)));
        if (claimed.isEmpty()) {
            return 0;
        }
        Map<Boolean, List<Erasure>> wiped = claimed.stream().collect(Collectors.partitioningBy(this::isWiped));
        List<Erasure> complete = wiped.getOrDefault(true, List.of());
        if (!complete.isEmpty()) {
            traces.wipe();
        }
        transactions.run(() -> {
            complete.forEach(each -> erasures.keep(each.finished(clock.instant())));
            wiped.getOrDefault(false, List.of()).forEach(erasures::keep); // which gives them back
            return null;
        });
        return complete.size();
    }

    private boolean isWiped(Erasure erasure) {
        boolean all = holdings.isPurged(erasure.publication());
        for (Remains each : remains) {
            all &= each.isWiped(erasure.publication());
        }
        return all;
    }

    /** Gives the publication as it was. */
    private Publication erase(PublicationId id, String actor) {
        Publication before = publications.find(id).orElseThrow(() -> new UnknownPublication(id));
        Instant now = clock.instant();
        Set<String> targets = new TreeSet<>();
        Set<PublicationId> stating = stating(before, targets);
        Set<PublicationId> all = new TreeSet<>(stating);
        all.add(id);
        publications.lock(all);
        holdings.purge(id, disseminations.tick(1).number(0), actor); // before the step, which forgets what was proposed
        changes.change(id, current -> neutral.of(current, now), (old, after) -> step(after, Action.ERASED, actor));
        Predicate<String> leads = target -> targets.contains(renderer.localTarget(target));
        stating.forEach(each -> silence(each, leads, actor));
        publications.amend(publications.history(id).stream().map(Neutral::of).toList());
        remains.forEach(each -> each.drop(before));
        return before;
    }

    /**
     * The others that name a publication, as one that they relate to or as what replaced them.
     *
     * @param targets gets the ways in which they do
     */
    private Set<PublicationId> stating(Publication named, Set<String> targets) {
        PublicationId id = named.id();
        Set<PublicationId> stating = new TreeSet<>();
        for (Relation relation : publications.relations(List.of(id))) {
            if (id.equals(relation.resolved())) {
                targets.add(relation.target());
                stating.add(relation.source());
            }
        }
        String sourceId = named.metadata().value(Element.SOURCE_ID);
        if (sourceId != null) {
            publications.findAll(publications.naming(sourceId)).forEach((other, text) -> {
                String mission = text.working().value(Element.MISSION);
                if (id.equals(publications.resolve(mission, List.of(sourceId)).get(sourceId))) {
                    targets.add(sourceId);
                    stating.add(other);
                }
            });
        }
        stating.remove(id);
        return stating;
    }

    /** Has a publication, and its history, no longer name those. */
    private void silence(PublicationId id, Predicate<String> relations, String actor) {
        Instant now = clock.instant();
        changes.change(
                id,
                current -> Neutral.without(current, relations, now),
                (old, after) -> step(after, Action.SAVED, actor));
        publications.amend(publications.history(id).stream()
                .map(step -> Neutral.without(step, relations))
                .toList());
    }

    private Erasure asked(PublicationId id) {
        Erasure erasure = erasures.lock(id)
                .map(each -> each.at(clock.instant()))
                .orElseThrow(() -> refused(Rule.ERASURE_NOT_ASKED));
        if (erasure.status() != Status.ASKED) {
            throw refused(erasure.status().isErased() ? Rule.ERASED : Rule.ERASURE_NOT_ASKED);
        }
        return erasure;
    }

    private void note(AuditEntry.Action action, Source admin, PublicationId id) {
        trail.note(new AuditEntry(0, clock.instant(), action, admin.actor(), "publication " + id, admin.address(), ""));
    }

    private static Event step(Publication after, Action action, String actor) {
        return new Event(after.id(), after.version(), action, after.modified(), actor, null, null, Map.of(), null);
    }

    private static Refused refused(Rule rule) {
        return new Refused(Finding.of(rule, "", null));
    }
}
