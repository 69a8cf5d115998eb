package org.acervo.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.acervo.access.Vault;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Transactions;
import org.acervo.files.Preserver;
import org.acervo.files.PublicationFiles;
import org.acervo.files.Staging;
import org.acervo.files.Uploads;
import org.acervo.format.DublinCoreXml;
import org.acervo.format.MetadataFormats;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.Vocabularies;

/** Gives the container the services of this package. */
@ApplicationScoped
class DepositBeans {

    @Produces
    @Singleton
    OnceOnly onceOnly(Transactions transactions, Receipts receipts, Vault vault, Clock clock) {
        return new OnceOnly(transactions, receipts, vault, clock);
    }

    @Produces
    @Singleton
    RecordJson recordJson(Repository repository, PublicationFiles files) {
        return new RecordJson(repository, files);
    }

    @Produces
    @Singleton
    VocabularyJson vocabularyJson(Vocabularies vocabularies, Publications publications) {
        return new VocabularyJson(vocabularies, publications);
    }

    @Produces
    @Singleton
    Documents documents(
            Repository repository, MetadataFormats formats, Publishing publishing, Vocabularies vocabularies) {
        return new Documents(new DublinCoreXml(repository, vocabularies), formats, publishing, vocabularies);
    }

    @Produces
    @Singleton
    Deposits deposits(
            Publishing publishing,
            Publications publications,
            Vocabularies vocabularies,
            OnceOnly onceOnly,
            RecordJson json,
            Documents documents) {
        return new Deposits(publishing, publications, vocabularies, onceOnly, json, documents);
    }

    @Produces
    @Singleton
    FileJson fileJson(Repository repository) {
        return new FileJson(repository);
    }

    @Produces
    @Singleton
    FileDeposits fileDeposits(
            Attachments attachments,
            PublicationFiles files,
            Staging staging,
            Preserver preserver,
            OnceOnly onceOnly,
            FileJson json,
            Publications publications,
            Vocabularies vocabularies,
            Clock clock) {
        Reach reach = new Reach(publications, vocabularies.missions());
        return new FileDeposits(
                attachments, files, staging, preserver, onceOnly, json, reach, vocabularies.languages(), clock);
    }

    @Produces
    @Singleton
    ResumableUploads resumableUploads(Uploads uploads, FileDeposits files, FileJson json, Repository repository) {
        return new ResumableUploads(uploads, files, json, repository);
    }

    @Produces
    @Singleton
    RecordPages records(
            Publishing publishing,
            Publications publications,
            Vocabularies vocabularies,
            RecordJson json,
            Documents documents,
            Repository repository) {
        return new RecordPages(new Records(publishing, publications, vocabularies, json), documents, repository);
    }
}
