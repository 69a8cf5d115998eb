package org.acervo.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Transactions;
import org.acervo.publishing.BulkChanging;
import org.acervo.publishing.Rerendering;
import org.acervo.search.Searching;
import org.acervo.vocabulary.Vocabularies;

/** Gives the container the services of this package. */
@ApplicationScoped
class AuthorityBeans {

    @Produces
    @Singleton
    TermUse termUse(Searching searching, Rerendering rerendering, Repository repository) {
        return new TermUse(searching, rerendering, repository);
    }

    @Produces
    @Singleton
    SeriesNames seriesNames(Publications publications, Searching searching, BulkChanging changing) {
        return new SeriesNames(publications, searching, changing);
    }

    @Produces
    @Singleton
    Authorities authorities(
            TermEdits edits,
            Vocabularies vocabularies,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            TermUse use,
            BulkChanging changing,
            Clock clock) {
        return new Authorities(
                edits, vocabularies, disseminations, transactions, trail, use, new Succession(changing), clock);
    }
}
