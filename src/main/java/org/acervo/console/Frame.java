package org.acervo.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Callers;
import org.acervo.access.Visit;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Texts;
import org.acervo.search.SavedSearches;
import org.acervo.vocabulary.InterfaceLanguage;

/** Fills the templates of the console within its bar. Thread-safe. */
@ApplicationScoped
class Frame {

    private static final int MOST_SAVED = 12;
    private static final String BUNDLE = "org.acervo.console.console";

    private final Pages pages;
    private final Callers callers;
    private final SavedSearches searches;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Frame() {
        this(null, null, null);
    }

    @Inject
    Frame(Pages pages, Callers callers, SavedSearches searches) {
        this.searches = searches;
        this.pages = pages;
        this.callers = callers;
    }

    Optional<Visit> visit() {
        return callers.visit();
    }

    /** The language that the address names, else that of the account, else the one that the browser likes best. */
    InterfaceLanguage language(HttpServletRequest request) {
        PageRequest asked = PageRequest.of(request);
        return asked.chosen()
                ? asked.language()
                : visit().map(each -> each.account().language()).orElse(asked.language());
    }

    static Map<String, String> texts(String template, InterfaceLanguage language) {
        String folder = template.substring(0, template.lastIndexOf('/'));
        String own = folder.substring(folder.lastIndexOf('/') + 1);
        return Texts.in(language, BUNDLE, "org.acervo." + folder.replace('/', '.') + "." + own);
    }

    /** A page in HTML. */
    String fill(String template, HttpServletRequest request, Map<String, Object> model) {
        String query = request.getQueryString();
        PageRequest shown = new PageRequest(
                PageRequest.of(request).path(),
                query == null ? Map.of() : Fields.parse(query).asMap(),
                language(request),
                false);
        return fill(template, shown, model);
    }

    /** The same at an address that need not be that of the request. */
    String fill(String template, PageRequest shown, Map<String, Object> model) {
        Map<String, String> texts = texts(template, shown.language());
        Map<String, Object> all = new HashMap<>(model);
        all.put("done", shown.query().getOrDefault("done", List.of("")).get(0));
        all.put("token", visit().map(Visit::token).orElse(""));
        all.put("who", visit().map(each -> each.account().name()).orElse(""));
        all.put(
                "places",
                visit().map(each -> places(Places.ALL, each, shown, texts)).orElse(List.of()));
        all.put("menus", visit().map(each -> menus(each, shown, texts)).orElse(List.of()));
        all.put("saved", visit().map(each -> saved(each, shown)).orElse(List.of()));
        return pages.render(template, shown, texts, all);
    }

    private List<Map<String, Object>> saved(Visit visit, PageRequest request) {
        return searches.of(visit.account().name(), MOST_SAVED).stream()
                .map(each -> Map.<String, Object>of(
                        "name", each.name(), "link", request.root() + "console/search?" + each.query()))
                .toList();
    }

    private static List<Map<String, Object>> menus(Visit visit, PageRequest request, Map<String, String> texts) {
        List<Map<String, Object>> menus = new ArrayList<>();
        Places.MENUS.forEach((key, all) -> {
            List<Map<String, Object>> places = places(all, visit, request, texts);
            if (!places.isEmpty()) {
                menus.add(Map.of(
                        "name",
                        texts.getOrDefault(key, key),
                        "places",
                        places,
                        "current",
                        all.stream().anyMatch(each -> each.has(request.path()))));
            }
        });
        return menus;
    }

    private static List<Map<String, Object>> places(
            List<Places.Place> all, Visit visit, PageRequest request, Map<String, String> texts) {
        return all.stream()
                .filter(each -> visit.caller().may(each.right()))
                .map(each -> Map.<String, Object>of(
                        "name", texts.getOrDefault(each.key(), each.key()),
                        "link", request.to("console/" + each.path()),
                        "search", each.path().equals("search"),
                        "current", each.has(request.path())))
                .toList();
    }
}
