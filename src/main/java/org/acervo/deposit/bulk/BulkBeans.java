package org.acervo.deposit.bulk;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.acervo.access.SignIn;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.acervo.files.Staging;
import org.acervo.publishing.Allowance;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.Publishing;
import org.acervo.vocabulary.Vocabularies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the services of this package. */
@ApplicationScoped
class BulkBeans {

    @Resource
    private ManagedExecutorService executor;

    @Produces
    @Singleton
    BulkFolder folder(@ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data) {
        return new BulkFolder(Path.of(data).resolve("bulk"));
    }

    @Produces
    @Singleton
    ColumnNames columnNames(Vocabularies vocabularies) {
        return new ColumnNames(vocabularies.languages());
    }

    @Produces
    @Singleton
    BulkRunner runner(
            BulkJobs jobs,
            BulkFolder folder,
            Publishing publishing,
            Publications publications,
            Staging staging,
            Attachments attachments,
            Transactions transactions,
            Vocabularies vocabularies,
            ColumnNames names,
            SignIn signIn,
            Clock clock) {
        RowFiles files = new StagedRowFiles(staging, attachments);
        RowDeposit deposit = new RowDeposit(publishing, publications, files, vocabularies);
        return new BulkRunner(
                jobs,
                folder,
                deposit,
                files,
                transactions,
                publications,
                vocabularies,
                names,
                owner -> signIn.again(owner.name()),
                executor,
                clock);
    }

    @Produces
    @Singleton
    BulkDeposits deposits(
            BulkJobs jobs,
            BulkFolder folder,
            Staging staging,
            ColumnNames names,
            Vocabularies vocabularies,
            Allowance allowance,
            Clock clock,
            Instance<BulkWork> work) {
        return new BulkDeposits(jobs, folder, staging.largest(), names, vocabularies, allowance, clock, () -> work.get()
                .run());
    }
}
