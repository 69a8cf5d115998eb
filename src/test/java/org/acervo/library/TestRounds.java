package org.acervo.library;

import java.time.Clock;
import java.util.Map;
import org.acervo.catalog.Publications;
import org.acervo.publishing.ListedTrail;
import org.acervo.site.InMemoryEditions;
import org.acervo.site.Site;

/** The places of publications in series that staff have given no names. */
final class TestRounds {

    private TestRounds() {}

    static Rounds of(Publications publications) {
        Site site = new Site(new InMemoryEditions(), Map.of(), new ListedTrail(), Clock.systemUTC());
        return new Rounds(publications, new SeriesTitles(site));
    }
}
