package org.acervo.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Publication;
import org.acervo.publishing.Remains;

/** What was answered to requests about a publication. */
@ApplicationScoped
class ReceiptRemains implements Remains {

    @Inject
    private Receipts receipts;

    @Override
    public void drop(Publication erased) {
        receipts.forget(erased.id());
    }
}
