package org.acervo.oai.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.acervo.oai.Harvest;
import org.acervo.oai.HarvestLog;
import org.acervo.oai.HarvestStep;
import org.acervo.oai.PendingHarvests;
import org.jspecify.annotations.Nullable;

/** Keeps steps in memory and writes them every few seconds and at the end, so that no answer waits for it. */
@ApplicationScoped
class BatchedHarvestLog implements HarvestLog {

    private static final Logger LOG = Logger.getLogger(BatchedHarvestLog.class.getName());
    private static final int MOST = 2000;
    private static final int SECONDS = 5;
    private static final int DAY_OF_FLUSHES = 24 * 60 * 60 / SECONDS;

    private final PendingHarvests pending = new PendingHarvests(MOST);
    private @Nullable ScheduledFuture<?> flushing;
    private long flushes;
    private long leftOut;

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ManagedScheduledExecutorService executor;

    @PostConstruct
    void start() {
        flushing = executor.scheduleWithFixedDelay(this::flush, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (flushing != null) {
            flushing.cancel(false);
        }
        flush();
    }

    @Override
    public void note(HarvestStep step) {
        pending.add(step);
    }

    @Override
    public List<Harvest> latest(int limit) {
        return new HarvestTable(database).latest(limit);
    }

    /** What cannot be written is lost: a log of harvests is not worth a memory that fills while the database is away. */
    private synchronized void flush() {
        List<Harvest> harvests = pending.drain();
        HarvestTable table = new HarvestTable(database);
        try {
            if (!harvests.isEmpty()) {
                table.add(harvests);
            }
            if (flushes++ % DAY_OF_FLUSHES == 0) {
                table.sweep();
            }
        } catch (RuntimeException failure) { // the schedule must go on
            LOG.log(Level.WARNING, "The log of " + harvests.size() + " harvests could not be written", failure);
        }
        long newlyLeftOut = pending.leftOut() - leftOut;
        if (newlyLeftOut > 0) {
            leftOut += newlyLeftOut;
            LOG.log(Level.WARNING, "{0} steps of harvests were too many at once to be logged", newlyLeftOut);
        }
    }
}
