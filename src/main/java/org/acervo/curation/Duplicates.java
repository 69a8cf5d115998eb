package org.acervo.curation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.AuditTrail;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Refused;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Transactions;
import org.acervo.catalog.UnknownPublication;
import org.acervo.curation.Verdict.Outcome;
import org.acervo.files.PublicationFiles;
import org.acervo.publishing.Publishing;

/**
 * Finds publications that may be the same, and carries out what curators say of them. What was said of a pair is remembered,
 * and the pair is not shown again. Thread-safe.
 */
public class Duplicates {

    private static final int MOST_SHARING = 20;

    private final Publications publications;
    private final Publishing publishing;
    private final PublicationFiles files;
    private final Verdicts verdicts;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;
    private final Function<Publication, Collection<PublicationId>> candidates;

    /** @param candidates finds publications that are worth comparing with one */
    Duplicates(
            Publications publications,
            Publishing publishing,
            PublicationFiles files,
            Verdicts verdicts,
            Transactions transactions,
            AuditTrail trail,
            Clock clock,
            Function<Publication, Collection<PublicationId>> candidates) {
        this.publications = publications;
        this.publishing = publishing;
        this.files = files;
        this.verdicts = verdicts;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.candidates = candidates;
    }

    /** A publication that may be the same as another. */
    public record Suspect(Publication publication, Set<Resemblance> why) {}

    /** Those that may be the same as a publication and of which nothing was said yet; withdrawn ones are left out. */
    public List<Suspect> of(Publication publication) {
        Map<PublicationId, Set<Resemblance>> found = new LinkedHashMap<>();
        files.of(publication.id()).stream()
                .flatMap(each -> files.sharing(each.file().sha256(), publication.id(), MOST_SHARING).stream())
                .forEach(each -> found.put(each, EnumSet.of(Resemblance.FILE)));
        candidates.apply(publication).forEach(each -> found.putIfAbsent(each, EnumSet.noneOf(Resemblance.class)));
        found.remove(publication.id());
        verdicts.of(publication.id()).forEach(each -> {
            found.remove(each.publication());
            found.remove(each.other());
        });
        Map<PublicationId, Publication> read = publications.findAll(found.keySet());
        List<Suspect> suspects = new ArrayList<>();
        found.forEach((id, why) -> {
            Publication other = read.get(id);
            if (other != null && other.state() != State.WITHDRAWN) {
                why.addAll(Resemblance.between(publication.working(), other.working()));
                if (!why.isEmpty()) {
                    suspects.add(new Suspect(other, why));
                }
            }
        });
        return suspects;
    }

    /** What was said, the newest first. */
    public List<Verdict> newest(int limit) {
        return verdicts.newest(limit);
    }

    /**
     * Says how a publication stands to another, and does what follows: a relation is stated, or of two that are the same one
     * is given up for the other, which gets its identifiers and former addresses.
     *
     * @param reason what the withdrawn publication's readers, or the depositor, are told; only where they are merged
     * @throws Refused where it cannot be so; nothing is kept then
     */
    public void decide(
            Caller caller, Source source, PublicationId id, PublicationId otherId, Outcome outcome, String reason) {
        caller.require(Right.CURATE);
        if (id.equals(otherId)) {
            throw new Refused(Finding.of(Rule.RELATION_TO_ITSELF, "/other", otherId.toString()));
        }
        transactions.run(() -> {
            Publication one = find(id);
            Publication other = find(otherId);
            switch (outcome) {
                case DIFFERENT -> {}
                case TRANSLATION -> relate(caller, one, RelationType.IS_TRANSLATION_OF, other);
                case NEW_VERSION -> relate(caller, one, RelationType.IS_NEW_VERSION_OF, other);
                case MERGED -> merge(caller, one, other, reason);
            }
            verdicts.put(new Verdict(id, otherId, outcome, caller.name(), clock.instant()));
            note(Action.DUPLICATE_DECIDED, source, id, otherId, outcome);
            return id;
        });
    }

    /**
     * Takes back what was said of a pair, with the relation that it stated. Two that were merged stay so: the one that was
     * given up can be reinstated.
     *
     * @throws Refused where nothing was said, or they were merged
     */
    public void undo(Caller caller, Source source, PublicationId id, PublicationId otherId) {
        caller.require(Right.CURATE);
        transactions.run(() -> {
            Verdict said = verdicts.of(id).stream()
                    .filter(each ->
                            each.publication().equals(otherId) || each.other().equals(otherId))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Finding.of(Rule.NOT_FOUND, "", null)));
            if (said.outcome() == Outcome.MERGED) {
                throw new Refused(Finding.of(
                        Rule.STATE_FORBIDS, "/outcome", said.outcome().code()));
            }
            type(said.outcome()).ifPresent(type -> unrelate(caller, said, type));
            verdicts.remove(id, otherId);
            note(Action.DUPLICATE_UNDONE, source, said.publication(), said.other(), said.outcome());
            return id;
        });
    }

    private static Optional<RelationType> type(Outcome outcome) {
        return switch (outcome) {
            case TRANSLATION -> Optional.of(RelationType.IS_TRANSLATION_OF);
            case NEW_VERSION -> Optional.of(RelationType.IS_NEW_VERSION_OF);
            case DIFFERENT, MERGED -> Optional.empty();
        };
    }

    private Publication find(PublicationId id) {
        return publications.find(id).orElseThrow(() -> new UnknownPublication(id));
    }

    private static Statement relation(RelationType type, PublicationId target) {
        return new Statement(Element.RELATION, target.toString(), null, Map.of(Qualifier.TYPE, type.code()));
    }

    private void relate(Caller caller, Publication one, RelationType type, Publication other) {
        Set<Statement> all = new LinkedHashSet<>(one.working().all(Element.RELATION));
        all.add(relation(type, other.id()));
        save(caller, one, one.working().with(Element.RELATION, List.copyOf(all)));
    }

    private void unrelate(Caller caller, Verdict said, RelationType type) {
        Publication one = publications.find(said.publication()).orElse(null);
        if (one != null && one.state() != State.WITHDRAWN) {
            List<Statement> rest = new ArrayList<>(one.working().all(Element.RELATION));
            rest.remove(relation(type, said.other()));
            save(caller, one, one.working().with(Element.RELATION, rest));
        }
    }

    private void merge(Caller caller, Publication gone, Publication kept, String reason) {
        DublinCore text = kept.working();
        for (Element element : List.of(Element.IDENTIFIER, Element.FORMER_URL)) {
            Set<Statement> all = new LinkedHashSet<>(text.all(element));
            all.addAll(gone.working().all(element));
            text = text.with(element, List.copyOf(all));
        }
        save(caller, kept, text);
        Actor actor = actor(caller, gone);
        switch (gone.state()) {
            case PUBLISHED ->
                publishing.withdraw(
                        actor, gone.id(), gone.version(), reason, kept.id().toString());
            case SUBMITTED -> publishing.giveBack(actor, gone.id(), gone.version(), reason, Map.of());
            case DRAFT, RETURNED, WITHDRAWN ->
                throw new Refused(Finding.of(
                        Rule.STATE_FORBIDS,
                        "/state",
                        gone.state().code(),
                        List.of(State.PUBLISHED.code(), State.SUBMITTED.code())));
        }
    }

    private void save(Caller caller, Publication publication, DublinCore text) {
        if (!text.equals(publication.working())) {
            publishing.save(actor(caller, publication), publication.id(), publication.version(), text);
        }
    }

    private static Actor actor(Caller caller, Publication publication) {
        return caller.actorFor(publication.metadata().value(Element.MISSION));
    }

    private void note(Action action, Source source, PublicationId id, PublicationId other, Outcome outcome) {
        trail.note(new AuditEntry(
                0,
                clock.instant(),
                action,
                source.actor(),
                "publication " + id,
                source.address(),
                outcome.code() + " " + other));
    }
}
