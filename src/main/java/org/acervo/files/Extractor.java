package org.acervo.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.acervo.files.Extraction.Status;
import org.acervo.files.Extractions.Claim;
import org.acervo.files.TextParser.Parsed;

/**
 * Reads the text of contents that wait for it, one after the other, and gives every publication that has one a new number
 * with it. It can be stopped at any point, by a kill too. Only one runs at a time.
 */
public final class Extractor {

    private static final Logger LOG = Logger.getLogger(Extractor.class.getName());

    /** A content that twice killed what read it, or during whose reading the server ended, is not read again. */
    private static final int ATTEMPTS = 2;

    /** Longer than any reading takes. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final PublicationFiles files;
    private final Extractions extractions;
    private final Contents contents;
    private final Catalogue catalogue;
    private final TextParserProcess parser;
    private final long largest;
    private volatile boolean stopped;

    /** The ports that are changed when something was found. */
    record Catalogue(
            Publications publications, Disseminations disseminations, Transactions transactions, Clock clock) {}

    /** @param largest how many bytes a content may have to be read */
    Extractor(
            PublicationFiles files,
            Extractions extractions,
            Contents contents,
            Catalogue catalogue,
            TextParserProcess parser,
            long largest) {
        this.files = files;
        this.extractions = extractions;
        this.contents = contents;
        this.catalogue = catalogue;
        this.parser = parser;
        this.largest = largest;
    }

    /**
     * Reads what waits.
     *
     * @param othersFirst is asked before each content: what is left then waits for the next run
     */
    public synchronized void run(BooleanSupplier othersFirst) {
        try (parser) {
            while (!stopped
                    && !othersFirst.getAsBoolean()
                    && !Thread.currentThread().isInterrupted()) {
                Instant now = catalogue.clock().instant();
                Claim claim = catalogue
                        .transactions()
                        .run(() -> extractions.claim(now, now.plus(LEASE)))
                        .orElse(null);
                if (claim == null) {
                    return;
                }
                extract(claim);
            }
        }
    }

    /** Has it end soon, and lets it read nothing any more. */
    public void stop() {
        stopped = true;
        parser.close();
    }

    private void extract(Claim claim) {
        List<HeldFile> holding = files.holding(claim.sha256());
        if (holding.isEmpty()) {
            extractions.tidy();
        } else if (claim.attempt() > ATTEMPTS) {
            LOG.log(Level.WARNING, "The text of the content {0} cannot be read; it is left unread", claim.sha256());
            keep(Extraction.without(claim.sha256(), Status.FAILED));
        } else {
            parse(claim, holding.get(0));
        }
    }

    private void parse(Claim claim, HeldFile file) {
        try {
            Parsed parsed = parsed(file);
            keep(Extraction.of(claim.sha256(), parsed.status(), parsed.text(), parsed.proposal()));
        } catch (TextParserProcess.Died died) {
            if (stopped) {
                extractions.giveBack(claim);
            } else if (claim.attempt() >= ATTEMPTS) {
                keep(Extraction.without(claim.sha256(), Status.FAILED));
            } // else it is its turn again when the claim has run out
        } catch (IOException notStarted) {
            extractions.giveBack(claim);
            throw new IllegalStateException("No process can be started to read documents", notStarted);
        }
    }

    private Parsed parsed(HeldFile held) throws IOException {
        PublicationFile file = held.file();
        if (!TextParser.isReadable(file.mediaType())) {
            return Parsed.without(Status.UNSUPPORTED);
        }
        if (file.size() > largest) {
            return Parsed.without(Status.TOO_LARGE);
        }
        Path path = contents.locate(held);
        return path == null ? Parsed.without(Status.FAILED) : parser.parse(path, file.mediaType());
    }

    /**
     * Keeps what was found first: who brings the content to another publication meanwhile waits for that, or is among those
     * that get a new number.
     */
    private void keep(Extraction found) {
        catalogue.transactions().run(() -> {
            extractions.keep(found);
            Set<PublicationId> holding = new TreeSet<>();
            files.holding(found.sha256())
                    .forEach(each -> holding.add(each.file().publication()));
            List<PublicationId> there =
                    List.copyOf(catalogue.publications().lock(holding).keySet());
            if (!there.isEmpty()) {
                Tick tick = catalogue.disseminations().tick(there.size());
                for (int i = 0; i < there.size(); i++) {
                    catalogue.publications().touch(there.get(i), new Tick(tick.number(i), tick.datestamp()));
                }
            }
            return found;
        });
    }
}
