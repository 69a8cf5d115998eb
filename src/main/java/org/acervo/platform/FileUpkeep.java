package org.acervo.platform;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.files.CoverDrawing;
import org.acervo.files.Extraction;
import org.acervo.files.Extractions;
import org.acervo.files.Extractor;
import org.acervo.files.Fixity;
import org.acervo.files.Preservations;
import org.acervo.files.Preserver;
import org.acervo.files.Uploads;
import org.acervo.publishing.Openings;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What is done for files while nobody asks: they are preserved, read for their text, opened, read again and swept. */
@ApplicationScoped
class FileUpkeep {

    private static final Logger LOG = Logger.getLogger(FileUpkeep.class.getName());

    @Inject
    private ManagedScheduledExecutorService executor;

    @Inject
    private Preserver preserver;

    @Inject
    private Preservations preservations;

    @Inject
    private Fixity fixity;

    @Inject
    private Extractor extractor;

    @Inject
    private CoverDrawing drawing;

    @Inject
    private Extractions extractions;

    @Inject
    private Openings openings;

    @Inject
    private Uploads uploads;

    @Inject
    private Rush rush;

    @Inject
    private MetricRegistry metrics;

    private final List<ScheduledFuture<?>> running = new ArrayList<>();

    void start() {
        every(1, "Preserving files", () -> preserver.run(rush::goesFirst));
        every(1, "Reading the text of files", () -> extractor.run(rush::goesFirst));
        every(3, "Drawing covers", () -> drawing.run(rush::goesFirst));
        every(20, "Opening files", this::open);
        every(60, "Reading files again", fixity::run);
        every(3600, "Sweeping the staging area", preserver::sweep);
        every(3600, "Tidying the text of files", extractions::tidy);
        every(3600, "Sweeping unfinished uploads", uploads::sweep);
        metrics.gauge("acervo_files_damaged", () -> fixity.damaged().size());
        metrics.gauge("acervo_files_to_preserve", () -> unlessAway(preservations::backlog));
        metrics.gauge("acervo_files_to_read", () -> unlessAway(this::unread));
        metrics.gauge("acervo_requests_under_way", rush::underWay);
    }

    void stop() {
        extractor.stop();
        drawing.stop();
        running.forEach(each -> each.cancel(true));
    }

    private void open() {
        int opened = openings.run();
        if (opened > 0) {
            LOG.log(Level.INFO, "Embargoes have ended: {0} records were rendered again", opened);
        }
    }

    private long unread() {
        return extractions.counts().getOrDefault(Extraction.Status.WAITING, 0L);
    }

    /** Not a number while the database is away. */
    private static double unlessAway(LongSupplier count) {
        try {
            return count.getAsLong();
        } catch (StorageUnavailable gone) {
            return Double.NaN;
        }
    }

    private void every(int seconds, String what, Runnable work) {
        running.add(executor.scheduleWithFixedDelay(() -> attempt(what, work), seconds, seconds, TimeUnit.SECONDS));
    }

    /** A schedule ends with the first exception that leaves it. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (StorageUnavailable gone) {
            LOG.log(Level.INFO, "{0} waits for the database", what);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, what + " failed; it will be tried again", failed);
        }
    }
}
