package org.acervo.deposit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Rules;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.Transactions;
import org.acervo.publishing.Derivation;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * What callers change over the network. Every method is one transaction, a dry run, or the answer to the same request
 * again; what the rules forbid throws {@link Refused} with every finding. Thread-safe.
 */
final class Deposits {

    private final Publishing publishing;
    private final Publications publications;
    private final Vocabularies vocabularies;
    private final OnceOnly onceOnly;
    private final RecordJson json;
    private final Documents documents;
    private final Reach reach;

    Deposits(
            Publishing publishing,
            Publications publications,
            Vocabularies vocabularies,
            OnceOnly onceOnly,
            RecordJson json,
            Documents documents) {
        this.publishing = publishing;
        this.publications = publications;
        this.vocabularies = vocabularies;
        this.onceOnly = onceOnly;
        this.json = json;
        this.documents = documents;
        this.reach = new Reach(publications, vocabularies.missions());
    }

    /** A step in the life of a publication. */
    interface Step {
        Publishing.Saved take(Actor actor, Publication current, int version);
    }

    /**
     * Keeps a new draft. Of a mission's own key that is known already, the same metadata answers with the publication that
     * has it.
     */
    Reply create(Asked asked) {
        return carryOut(asked, () -> deposit(asked, documents.read(asked.body())));
    }

    private Reply deposit(Asked asked, Given read) {
        Caller caller = asked.caller();
        Given given = read.with(Reach.withMission(read.text(), caller, caller.mission()));
        reach.require(caller, given.text());
        refuseMalformed(given, null);
        DublinCore text = Cleaning.clean(given.text(), vocabularies).metadata();
        Publication known = known(text).orElse(null);
        if (known != null) {
            return again(asked, text, known);
        }
        try {
            return created(asked, given);
        } catch (Refused refused) {
            throw afresh(refused, text);
        }
    }

    private Reply created(Asked asked, Given given) {
        Publishing.Saved saved =
                keeping(given, () -> publishing.create(actor(asked.caller(), given.text()), given.text()));
        return answer(201, asked, saved, given)
                .with("Location", json.address(saved.publication().id()));
    }

    private Optional<Publication> known(DublinCore text) {
        return text.sourceKey()
                .flatMap(key -> Optional.ofNullable(
                        publications.findBySource(List.of(key)).get(key)));
    }

    private Reply again(Asked asked, DublinCore text, Publication known) {
        if (!text.equals(known.working()) && !text.equals(known.metadata())) {
            throw taken(text, known);
        }
        return answer(200, asked, new Publishing.Saved(known, check(known)), Given.of(text));
    }

    private Refused taken(DublinCore text, Publication owner) {
        return new Refused(Finding.of(
                Rule.SOURCE_ID_TAKEN,
                Element.SOURCE_ID.pointer(),
                text.value(Element.SOURCE_ID),
                json.address(owner.id())));
    }

    /** Somebody was quicker with the same key: now it is known. */
    private RuntimeException afresh(Refused refused, DublinCore text) {
        boolean taken = refused.findings().stream().anyMatch(each -> each.rule() == Rule.SOURCE_ID_TAKEN);
        return taken && known(text).isPresent() ? new Transactions.Again("a key was taken meanwhile") : refused;
    }

    /** Keeps another text. What the document's format cannot express stays as it is. */
    Reply save(Asked asked, String id) {
        return saved(asked, id, current -> documents.replacing(asked.body(), current));
    }

    /** Changes some members of a text, by a JSON Merge Patch (RFC 7396). */
    Reply patch(Asked asked, String id) {
        return saved(asked, id, current -> documents.patched(asked.body(), current.working()));
    }

    private interface Edit {
        Given of(Publication current);
    }

    private Reply saved(Asked asked, String id, Edit edit) {
        return changed(asked, id, (actor, current, version) -> {
            Given read = edit.of(current);
            Given given = read.with(Reach.withMission(read.text(), asked.caller(), Reach.mission(current)));
            reach.require(asked.caller(), given.text());
            refuseMalformed(given, current);
            DublinCore text = Cleaning.clean(given.text(), vocabularies).metadata();
            known(text).filter(owner -> !owner.id().equals(current.id())).ifPresent(owner -> {
                throw taken(text, owner);
            });
            Publishing.Saved saved = keeping(
                    given,
                    () -> publishing.save(actor(asked.caller(), given.text()), current.id(), version, given.text()));
            return new Publishing.Saved(saved.publication(), given.and(saved.findings()));
        });
    }

    /** Takes a step. */
    Reply step(Asked asked, String id, Step step) {
        return changed(asked, id, step);
    }

    /** Deletes one that was never public. */
    Reply delete(Asked asked, String id) {
        return carryOut(asked, () -> {
            Publication current = reach.changeable(asked.caller(), id);
            int version = version(asked, current);
            publishing.delete(asked.caller().actorFor(Reach.mission(current)), current.id(), version);
            return Reply.empty(current.id());
        });
    }

    /** Keeps a new draft that grows out of a publication; the body says what is different. */
    Reply derive(Asked asked, String id, Derivation derivation) {
        return carryOut(asked, () -> {
            Caller caller = asked.caller();
            Publication origin = reach.visible(caller, id);
            boolean insider = Reach.isInsider(caller, origin);
            DublinCore begun = derivation.of(origin, insider ? origin.working() : origin.metadata());
            if (!caller.reaches(begun.value(Element.MISSION))) {
                begun = begun.with(Element.MISSION, List.of());
            }
            boolean alike = asked.body().bytes().length == 0;
            return deposit(asked, alike ? Given.of(begun) : documents.patched(asked.body(), begun));
        });
    }

    private Reply changed(Asked asked, String id, Step step) {
        return carryOut(asked, () -> {
            Publication current = reach.changeable(asked.caller(), id);
            int version = version(asked, current);
            Actor actor = asked.caller().actorFor(Reach.mission(current));
            try {
                return answer(200, asked, step.take(actor, current, version), Given.of(DublinCore.EMPTY));
            } catch (StaleVersion stale) {
                throw IfMatch.parse(asked.ifMatch()).any() ? new Transactions.Again("any version will do") : stale;
            }
        });
    }

    private static int version(Asked asked, Publication current) {
        return IfMatch.parse(asked.ifMatch()).version(current);
    }

    private Reply carryOut(Asked asked, Supplier<Reply> work) {
        asked.caller().require(Right.DEPOSIT);
        return onceOnly.carryOut(asked, work);
    }

    /** All at once: what is wrong with the form, and what the rules say of what could be read all the same. */
    private void refuseMalformed(Given given, @Nullable Publication current) {
        if (given.hasErrors()) {
            throw given.refusal(
                    given.isUnreadable()
                            ? List.of()
                            : publishing.check(
                                    given.text(), Rules.Purpose.DRAFT, current == null ? null : current.id()));
        }
    }

    private static Publishing.Saved keeping(Given given, Supplier<Publishing.Saved> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            throw given.refusal(refused.findings());
        }
    }

    private List<Finding> check(Publication publication) {
        return publishing.check(publication.working(), Rules.Purpose.PUBLISH, publication.id());
    }

    private static Actor actor(Caller caller, DublinCore text) {
        return caller.actorFor(text.value(Element.MISSION));
    }

    private Reply answer(int status, Asked asked, Publishing.Saved saved, Given given) {
        Publication publication = saved.publication();
        String prefix = MediaTypes.PREFIXES.get(asked.answer());
        Reply reply = prefix == null
                ? Reply.json(
                        status,
                        publication.id(),
                        json.write(publication, given.and(saved.findings()), asked.language(), asked.dryRun()))
                : Reply.xml(status, publication.id(), asked.answer(), documents.write(publication, prefix));
        return reply.with("ETag", IfMatch.tag(publication))
                .with("Content-Language", asked.language().tag());
    }
}
