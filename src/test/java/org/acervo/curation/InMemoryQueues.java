package org.acervo.curation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;

/** Claims and decisions in memory, beside publications in memory. */
public final class InMemoryQueues implements Queues {

    private final InMemoryPublications publications;
    private Map<PublicationId, Claim> claims = new HashMap<>();
    private Map<PublicationId, Decision> decisions = new HashMap<>();

    public InMemoryQueues(InMemoryPublications publications) {
        this.publications = publications;
        publications.keepWith(() -> {
            Map<PublicationId, Claim> oldClaims = new HashMap<>(claims);
            Map<PublicationId, Decision> oldDecisions = new HashMap<>(decisions);
            return () -> {
                claims = oldClaims;
                decisions = oldDecisions;
            };
        });
    }

    @Override
    public Map<PublicationId, Claim> claims(Collection<PublicationId> of) {
        Map<PublicationId, Claim> found = new HashMap<>(claims);
        found.keySet().retainAll(of);
        return found;
    }

    @Override
    public void put(Claim claim) {
        claims.put(claim.publication(), claim);
    }

    @Override
    public void release(PublicationId publication) {
        claims.remove(publication);
    }

    @Override
    public void decided(Decision decision) {
        decisions.put(decision.publication(), decision);
    }

    @Override
    public void forget(PublicationId publication) {
        claims.remove(publication);
        decisions.remove(publication);
    }

    @Override
    public List<Queue.Item> list(Queue queue, int offset, int limit) {
        return all(queue).stream().skip(offset).limit(limit).toList();
    }

    @Override
    public long count(Queue queue) {
        return all(queue).size();
    }

    private List<Queue.Item> all(Queue queue) {
        return publications.list(Listing.ALL, 0, Integer.MAX_VALUE - 1).publications().stream()
                .filter(each -> isIn(queue, each))
                .sorted(order(queue))
                .map(each -> new Queue.Item(
                        each.id(),
                        claims.get(each.id()),
                        queue.kind() == Queue.Kind.DECIDED ? decisions.get(each.id()) : null))
                .toList();
    }

    private boolean isIn(Queue queue, Publication each) {
        Claim claim = claims.get(each.id());
        Publication.Revision beside = each.revision();
        boolean kind =
                switch (queue.kind()) {
                    case SUBMITTED -> each.state() == State.SUBMITTED;
                    case REVISIONS -> beside != null && beside.state() == State.SUBMITTED;
                    case RETURNED -> each.workingState() == State.RETURNED;
                    case DECIDED -> decisions.containsKey(each.id());
                    case MINE -> claim != null && claim.holder().equals(queue.who());
                };
        return kind
                && queue.fits(claim)
                && (queue.mission() == null
                        || queue.mission().equals(each.metadata().value(Element.MISSION)))
                && (queue.type() == null || queue.type().equals(each.metadata().value(Element.TYPE)));
    }

    private Comparator<Publication> order(Queue queue) {
        Comparator<Publication> oldest = Comparator.comparing((Publication each) -> since(queue, each))
                .thenComparing(each -> each.id().value());
        return switch (queue.order()) {
            case OLDEST -> oldest;
            case NEWEST -> oldest.reversed();
            case MISSION -> by(Element.MISSION).thenComparing(oldest);
            case TYPE -> by(Element.TYPE).thenComparing(oldest);
        };
    }

    private Instant since(Queue queue, Publication each) {
        return queue.kind() == Queue.Kind.DECIDED
                ? Objects.requireNonNull(decisions.get(each.id())).at()
                : each.modified();
    }

    private static Comparator<Publication> by(Element element) {
        return Comparator.comparing(
                each -> each.metadata().value(element), Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
