package org.acervo.publishing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Rules;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;

/** Gives the container the services of this package. */
@ApplicationScoped
class PublishingBeans {

    @Resource
    private ManagedExecutorService executor;

    @Produces
    @Singleton
    Checker checker(Vocabularies vocabularies, Publications publications, ErasedKeys erased, Clock clock) {
        return new Checker(
                vocabularies, new Rules(vocabularies, new CollectionCodes(publications, clock)), erased::has);
    }

    @Produces
    @Singleton
    ErasedKeys erasedKeys(Erasures erasures, Memory memory) {
        return new ErasedKeys(erasures, memory);
    }

    @Produces
    @Singleton
    Erasing.House house(
            Publications publications,
            Erasures erasures,
            Transactions transactions,
            AuditTrail trail,
            @Any Instance<Remains> remains,
            Traces traces,
            Clock clock) {
        return new Erasing.House(publications, erasures, transactions, trail, remains, traces, clock);
    }

    @Produces
    @Singleton
    Erasing erasing(
            Erasing.House house, Changes changes, Renderer renderer, Vocabularies vocabularies, ErasedKeys keys) {
        return new Erasing(house, changes, renderer, new Neutral(vocabularies), keys);
    }

    @Produces
    @Singleton
    Changes changes(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            Renderer renderer,
            @Any Instance<Witness> witnesses) {
        Witness all = (after, event) -> witnesses.forEach(each -> each.saw(after, event));
        return new Changes(publications, disseminations, transactions, renderer, all);
    }

    @Produces
    @Singleton
    Publishing publishing(Publications publications, Changes changes, Checker checker, Clock clock) {
        return new Publishing(publications, changes, checker, clock);
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
}
