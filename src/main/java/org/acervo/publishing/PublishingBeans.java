package org.acervo.publishing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rules;
import org.acervo.catalog.Transactions;
import org.acervo.files.Preservations;
import org.acervo.files.PublicationFiles;
import org.acervo.files.Quota;
import org.acervo.format.MetadataFormats;
import org.acervo.vocabulary.Vocabularies;

/** Gives the container the services of this package. */
@ApplicationScoped
class PublishingBeans {

    @Resource
    private ManagedExecutorService executor;

    @Produces
    @Singleton
    Checker checker(
            Vocabularies vocabularies, Publications publications, Holdings holdings, ErasedKeys erased, Clock clock) {
        Rules rules = new Rules(vocabularies, new CollectionCodes(publications, clock));
        return new Checker(vocabularies, rules, holdings::hasAny, new Sayings(publications), erased::has);
    }

    @Produces
    @Singleton
    Holdings holdings(PublicationFiles files, Preservations preservations, Repository repository, Clock clock) {
        return new Holdings(files, preservations, repository, clock);
    }

    @Produces
    @Singleton
    BesideChanges besideChanges(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Changes changes,
            Holdings holdings,
            @Any Instance<Witness> witnesses,
            Clock clock) {
        return new BesideChanges(publications, disseminations, transactions, changes, holdings, all(witnesses), clock);
    }

    @Produces
    @Singleton
    Openings openings(Holdings holdings, BesideChanges changes) {
        return new Openings(holdings, changes);
    }

    @Produces
    @Singleton
    Attachments attachments(
            Publications publications,
            PublicationFiles files,
            BesideChanges changes,
            Holdings holdings,
            Allowance allowance,
            Vocabularies vocabularies,
            Clock clock) {
        return new Attachments(publications, files, changes, holdings, allowance, vocabularies.languages(), clock);
    }

    @Produces
    @Singleton
    Allowance allowance(Quota quota, PublicationFiles files, @Any Instance<UnderWay> coming) {
        return new Allowance(quota, files, mission -> coming.stream()
                .mapToLong(each -> each.bytes(mission))
                .sum());
    }

    @Produces
    @Singleton
    Changes changes(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Renderer renderer,
            Holdings holdings,
            @Any Instance<Witness> witnesses) {
        return new Changes(publications, disseminations, transactions, renderer, holdings, all(witnesses));
    }

    private static Witness all(Instance<Witness> witnesses) {
        return (after, event) -> witnesses.forEach(each -> each.saw(after, event));
    }

    @Produces
    @Singleton
    Publishing publishing(Publications publications, Changes changes, Checker checker, Holdings holdings, Clock clock) {
        return new Publishing(publications, changes, checker, holdings, clock);
    }

    @Produces
    @Singleton
    Importer importer(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Renderer renderer,
            Changes changes,
            Checker checker,
            Clock clock) {
        return new Importer(publications, disseminations, transactions, renderer, changes, checker, clock, executor);
    }

    @Produces
    @Singleton
    Rerendering rerendering(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Renderer renderer,
            Changes changes) {
        return new Rerendering(publications, disseminations, transactions, renderer, changes);
    }

    @Produces
    @Singleton
    OfferedFormats offeredFormats(MetadataFormats formats, Rerendering rerendering, Memory memory) {
        return new OfferedFormats(formats, rerendering, memory);
    }
}
