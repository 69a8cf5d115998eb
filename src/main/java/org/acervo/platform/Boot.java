package org.acervo.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.access.AuditTrail;
import org.acervo.authority.Authorities;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.oai.TokenKey;
import org.acervo.publishing.Rerendering;
import org.acervo.vocabulary.Vocabularies;

/** The order of a start: schema, identity, terms and sets, first account, sample library, commands; then what became stale is rendered again. */
@ApplicationScoped
class Boot {

    private static final Logger LOG = Logger.getLogger(Boot.class.getName());

    /** How long the audit trail is kept. */
    private static final Duration AUDITED = Duration.ofDays(2 * 366);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Database database;

    @Inject
    private Repository repository;

    @Inject
    private Vocabularies vocabularies;

    @Inject
    private Authorities authorities;

    @Inject
    private Publications publications;

    @Inject
    private Disseminations disseminations;

    @Inject
    private SampleLibrary sample;

    @Inject
    private Rerendering rerendering;

    @Inject
    private FirstAccount firstAccount;

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private ControlSocket control;

    @Inject
    private FileUpkeep fileUpkeep;

    @Inject
    private PoolMetrics poolMetrics;

    /** @param key made now, so that nobody has to ask the database for it later */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started, TokenKey key) {
        LOG.log(Level.INFO, "Schema {0}, identifier {1}, base URL {2}", new Object[] {
            database.version(), repository.identifier(), repository.baseUrl()
        });
        authorities.look();
        mintSets();
        firstAccount.make();
        sample.load();
        control.open();
        poolMetrics.register();
        fileUpkeep.start();
        executor.execute(this::renderStale);
        executor.execute(() -> trail.forgetBefore(clock.instant().minus(AUDITED)));
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        fileUpkeep.stop();
        control.close();
    }

    /** What the vocabularies name can be harvested before the first record has it. */
    private void mintSets() {
        List<SetSpec> sets = new ArrayList<>();
        for (Family family : Family.values()) {
            sets.add(family.set());
        }
        vocabularies.missions().codes().forEach(code -> sets.add(Family.MISSION.member(code)));
        sets.addAll(authorities.sets());
        publications.collections().stream()
                .map(Collection::code)
                .forEach(code -> sets.add(Family.COLLECTION.member(code)));
        disseminations.mint(sets);
    }

    private void renderStale() {
        if (rerendering.isDue()) {
            LOG.info("Payloads are stale and are rendered again in the background");
            Rerendering.Report report = rerendering.stale(looked -> {});
            LOG.log(Level.INFO, "{0} records were rendered again, {1} of them have changed", new Object[] {
                report.looked(), report.moved()
            });
        }
    }
}
