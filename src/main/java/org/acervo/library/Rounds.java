package org.acervo.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Series;
import org.acervo.catalog.Statement;

/**
 * The places of publications in their series. Thread-safe.
 */
record Rounds(Publications publications, SeriesTitles titles) {

    /** What a publication says of a series, by the series' slug. */
    static Optional<Statement> of(Publication publication, String slug) {
        return publication.metadata().all(Element.SERIES).stream()
                .filter(each -> Series.slug(each.value()).equals(Series.slug(slug)))
                .findFirst();
    }

    /** The series of a published one, each with its neighbours. */
    List<RoundView> around(PublicationId id, DublinCore metadata, Reader reader) {
        List<RoundView> rounds = new ArrayList<>();
        for (Statement series : metadata.all(Element.SERIES)) {
            String slug = Series.slug(series.value());
            if (!slug.isEmpty()) {
                List<PublicationId> all = publications.inSeries(slug);
                int place = all.indexOf(id);
                String number = series.qualifier(Qualifier.NUMBER);
                rounds.add(new RoundView(
                        titled(series, slug, reader),
                        number == null ? "" : number,
                        neighbour(all, place < 0 ? -1 : place - 1, reader),
                        neighbour(all, place < 0 ? -1 : place + 1, reader)));
            }
        }
        return rounds;
    }

    private Value titled(Statement series, String slug, Reader reader) {
        String title = titles.of(List.of(slug), reader).get(slug);
        return title == null
                ? new Value(series.value(), series.lang(), reader.series(slug), null)
                : Value.linked(title, reader.series(slug));
    }

    private List<Value> neighbour(List<PublicationId> all, int place, Reader reader) {
        if (place < 0 || place >= all.size()) {
            return List.of();
        }
        Map<PublicationId, Publication> found = publications.findAll(List.of(all.get(place)));
        return found.values().stream()
                .map(each -> Relations.titled(each, reader))
                .toList();
    }
}
