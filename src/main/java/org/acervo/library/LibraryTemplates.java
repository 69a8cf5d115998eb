package org.acervo.library;

import java.util.Map;
import java.util.function.Function;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.vocabulary.Vocabularies;

/** Fills the templates of the library, within the frame of all pages. Thread-safe. */
final class LibraryTemplates {

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
        return pages.render(
                "library/" + template + ".ftlh", request, reader.texts(), Map.of("page", model.apply(reader)));
    }
}
