package org.acervo.curation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.acervo.files.PublicationFiles;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.Witness;
import org.acervo.search.CollectionOrder;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.InterfaceLanguage;

/** Gives the container the services of this package. */
@ApplicationScoped
class CurationBeans {

    private static final int LOOKED_AT = 20;
    private static final int FEW = 5;
    private static final int LONGEST = 200;

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
    Collecting collecting(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        return new Collecting(publications, disseminations, transactions, trail, clock);
    }

    @Produces
    @Singleton
    CollectionOrdering collectionOrdering(
            CollectionOrder order,
            Searching searching,
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        return new CollectionOrdering(order, searching, publications, disseminations, transactions, trail, clock);
    }

    @Produces
    @Singleton
    Duplicates duplicates(
            Publications publications,
            Publishing publishing,
            PublicationFiles files,
            Verdicts verdicts,
            Transactions transactions,
            AuditTrail trail,
            Clock clock,
            Searching searching) {
        return new Duplicates(
                publications,
                publishing,
                files,
                verdicts,
                transactions,
                trail,
                clock,
                each -> candidates(searching, each));
    }

    @Produces
    @Singleton
    DuplicateSweep duplicateSweep(Publications publications, Duplicates duplicates, Clock clock) {
        return new DuplicateSweep(publications, duplicates, clock);
    }

    /** Those with much the same words, with the same title, and with the same identifiers. */
    private static Set<PublicationId> candidates(Searching searching, Publication publication) {
        Set<PublicationId> ids = new LinkedHashSet<>();
        Search all = Search.all(InterfaceLanguage.EN, Viewer.STAFF).sized(LOOKED_AT);
        searching
                .similar(publication.id(), InterfaceLanguage.EN, Viewer.STAFF, LOOKED_AT)
                .forEach(each -> ids.add(each.id()));
        DublinCore text = publication.working();
        text.values(Element.TITLE).stream().limit(FEW).forEach(each -> add(ids, searching, all, "title:", each));
        text.values(Element.IDENTIFIER).stream()
                .limit(FEW)
                .forEach(each -> add(ids, searching, all, "identifier:", each));
        return ids;
    }

    private static void add(Set<PublicationId> ids, Searching searching, Search all, String field, String value) {
        String words = value.substring(0, Math.min(value.length(), LONGEST)).replaceAll("[\"\\\\]", " ");
        searching.find(all.withText(field + '"' + words + '"')).hits().forEach(each -> ids.add(each.id()));
    }

    @Produces
    @Singleton
    Witness decisions(Queues queues, Verdicts verdicts) {
        return new DecisionWitness(queues, verdicts);
    }
}
