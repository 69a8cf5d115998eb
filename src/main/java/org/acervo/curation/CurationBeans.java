package org.acervo.curation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.acervo.publishing.Witness;

/** Gives the container the services of this package. */
@ApplicationScoped
class CurationBeans {

    @Produces
    @Singleton
    Claiming claiming(
            Queues queues,
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        return new Claiming(queues, publications, disseminations, transactions, trail, clock);
    }

    @Produces
    @Singleton
    Witness decisions(Queues queues) {
        return new DecisionWitness(queues);
    }
}
