package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publications;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.Transactions;
import org.acervo.publishing.ImportReport;
import org.acervo.publishing.Importer;
import org.acervo.vocabulary.InterfaceLanguage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sample library in the configuration folder: fills an empty repository, by the same way as every import. */
@ApplicationScoped
class SampleLibrary {

    private static final Logger LOG = Logger.getLogger(SampleLibrary.class.getName());
    private static final Actor ACTOR = new Actor("sample", null, true);

    @Inject
    @ConfigProperty(name = "ACERVO_SAMPLE", defaultValue = "false")
    private boolean wanted;

    @Inject
    @ConfigProperty(name = "ACERVO_CONFIG", defaultValue = "config")
    private String config;

    @Inject
    private Publications publications;

    @Inject
    private Disseminations disseminations;

    @Inject
    private Transactions transactions;

    @Inject
    private Importer importer;

    /** Loads it where it is wanted and there is no publication yet. */
    void load() {
        Path folder = Path.of(config, "sample");
        Path records = folder.resolve("publications.jsonl");
        if (!wanted || !Files.exists(records) || !publications.counts().isEmpty()) {
            return;
        }
        try (InputStream in = Files.newInputStream(records)) {
            collections(SampleCollections.read(folder.resolve("collections.json")));
            ImportReport report = importer.run(in, ACTOR, false, new Refusals());
            LOG.log(Level.INFO, "The sample library is loaded: {0} publications", report.created());
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "The sample library cannot be read", failed);
        }
    }

    private void collections(List<Collection> collections) {
        transactions.run(() -> {
            collections.forEach(publications::save);
            return null;
        });
        disseminations.mint(collections.stream()
                .map(each -> SetSpec.Family.COLLECTION.member(each.code()))
                .toList());
    }

    private static final class Refusals implements ImportReport.Listener {

        @Override
        public void refused(long line, List<Finding> findings) {
            LOG.log(Level.WARNING, "Line {0} of the sample library is refused: {1}", new Object[] {
                line,
                findings.stream()
                        .map(each -> each.pointer() + " " + each.message(InterfaceLanguage.EN))
                        .collect(Collectors.joining("; "))
            });
        }

        @Override
        public void progress(ImportReport soFar) {
            LOG.log(Level.FINE, "{0}", soFar);
        }
    }
}
