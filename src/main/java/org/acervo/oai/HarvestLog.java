package org.acervo.oai;

import java.util.List;

/** Who harvests what and how far they get. Thread-safe. */
public interface HarvestLog {

    /** Notes a step. It neither waits for a database nor fails; under a flood of new harvests some are left out. */
    void note(HarvestStep step);

    /**
     * The harvests seen last, latest first, of about a year. A step may take some seconds to appear.
     *
     * @throws org.acervo.catalog.StorageUnavailable where the database does not answer
     */
    List<Harvest> latest(int limit);
}
