package org.acervo.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Series;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;

/**
 * Makes the pages of series, and the list of them. Thread-safe.
 *
 * @param shelves know what staff wrote
 */
record SeriesPages(Publications publications, Cards cards, Shelves shelves, SeriesTitles titles) {

    private static final int PAGE = 20;
    private static final int MOST_SERIES = 300;

    /** The list of series, those with most publications where there are very many. */
    ShelvesView list(Reader reader) {
        List<Series> all = publications.series(MOST_SERIES);
        Map<String, String> given = titles.of(all.stream().map(Series::slug).toList(), reader);
        return new ShelvesView(
                reader.text("nav.series"),
                false,
                all.stream()
                        .map(each -> new ShelvesView.Shelf(
                                given.getOrDefault(each.slug(), each.name()),
                                reader.series(each.slug()),
                                "",
                                reader.number(each.publications())))
                        .toList());
    }

    /** The page of a series, its rounds in their order; empty where there is none. */
    Optional<ShelfView> page(String slug, Reader reader) {
        List<PublicationId> all = publications.inSeries(slug);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int page = asked(reader, all.size());
        List<PublicationId> shown = all.subList(page * PAGE, Math.min(all.size(), (page + 1) * PAGE));
        Map<PublicationId, Publication> found = publications.findAll(shown);
        List<Publication> ordered = shown.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .filter(each -> each.state() == State.PUBLISHED) // it may just have been withdrawn
                .toList();
        String name = name(ordered, slug);
        String path = reader.request().path();
        return Optional.of(new ShelfView(
                List.of(Value.linked(reader.text("nav.series"), reader.request().to("series"))),
                titles.of(List.of(Series.slug(slug)), reader).getOrDefault(Series.slug(slug), name),
                shelves.introduction("series/" + Series.slug(slug), reader),
                List.of(),
                reader.counted("search.total", all.size()),
                List.of(),
                List.of(new SearchPage.Argument("q", "series:\"" + name.replace('"', ' ') + "\"")),
                false,
                rounds(ordered, slug, reader),
                page == 0 ? "" : reader.request().to(path),
                (page + 1) * PAGE >= all.size()
                        ? ""
                        : reader.request().to(path, Map.of("page", List.of(String.valueOf(page + 2)))),
                ""));
    }

    /** Each says which round it is. */
    private List<Card> rounds(List<Publication> ordered, String slug, Reader reader) {
        List<Card> plain = cards.of(ordered, reader);
        List<Card> numbered = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Card card = plain.get(i);
            numbered.add(Rounds.of(ordered.get(i), slug)
                    .map(each -> each.qualifier(Qualifier.NUMBER))
                    .map(number -> Character.isDigit(number.codePointAt(0))
                            ? reader.text("round.number").replace("{0}", number)
                            : number)
                    .map(number -> card.saying(Value.of(number)))
                    .orElse(card));
        }
        return numbered;
    }

    private static String name(List<Publication> ordered, String slug) {
        return ordered.stream()
                .flatMap(each -> Rounds.of(each, slug).stream())
                .findFirst()
                .map(Statement::value)
                .orElse(slug);
    }

    /** From 0 on. */
    private static int asked(Reader reader, int size) {
        List<String> asked = reader.request().query().getOrDefault("page", List.of("1"));
        String first = asked.get(0);
        int page = first.matches("[1-9]\\d{0,5}") ? Integer.parseInt(first) - 1 : 0;
        return page * PAGE < size ? page : 0;
    }
}
