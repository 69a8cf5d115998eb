package org.acervo.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.vocabulary.Vocabularies;

/** Fills the templates of the library, within its line of choices. Thread-safe. */
final class LibraryTemplates {

    /** Where every page leads, by its path below the root. */
    private static final List<String> CHOICES =
            List.of("", "search", "themes", "missions", "collections", "series", "news", "about");

    private final Pages pages;
    private final Vocabularies vocabularies;

    LibraryTemplates(Pages pages, Vocabularies vocabularies) {
        this.pages = pages;
        this.vocabularies = vocabularies;
    }

    /**
     * A page in HTML.
     *
     * @param template its name without folder and ending
     * @param model what it shows, which the template finds as {@code page}
     */
    String fill(String template, PageRequest request, Function<Reader, ?> model) {
        Reader reader = new Reader(request, vocabularies);
        Map<String, Object> all = new HashMap<>();
        all.put("page", model.apply(reader));
        all.put("choices", CHOICES.stream().map(each -> choice(reader, each)).toList());
        return pages.render("library/" + template + ".ftlh", request, reader.texts(), all);
    }

    private static Map<String, Object> choice(Reader reader, String page) {
        String path = reader.request().path();
        return Map.of(
                "name", reader.text(page.isEmpty() ? "nav.home" : "nav." + page),
                "link", reader.request().to(page),
                "current", path.equals(page) || !page.isEmpty() && path.startsWith(page + "/"));
    }
}
