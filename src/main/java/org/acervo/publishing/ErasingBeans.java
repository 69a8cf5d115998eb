package org.acervo.publishing;

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
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;

/** Gives the container what erases publications. */
@ApplicationScoped
class ErasingBeans {

    @Produces
    @Singleton
    ErasedKeys erasedKeys(Erasures erasures, Memory memory) {
        return new ErasedKeys(erasures, memory);
    }

    @Produces
    @Singleton
    Erasing.House house(
            Publications publications,
            Disseminations disseminations,
            Holdings holdings,
            Erasures erasures,
            Transactions transactions,
            AuditTrail trail,
            @Any Instance<Remains> remains,
            Traces traces,
            Clock clock) {
        return new Erasing.House(
                publications, disseminations, holdings, erasures, transactions, trail, remains, traces, clock);
    }

    @Produces
    @Singleton
    Erasing erasing(
            Erasing.House house, Changes changes, Renderer renderer, Vocabularies vocabularies, ErasedKeys keys) {
        return new Erasing(house, changes, renderer, new Neutral(vocabularies), keys);
    }
}
