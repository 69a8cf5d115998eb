package org.acervo.pages;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Repository;
import org.acervo.vocabulary.InterfaceLanguage;

/** Fills templates, named by their path below {@code org/acervo}; every value is escaped. Thread-safe. */
public final class Pages {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    /** Where every public page leads, by its path below the root. */
    public static final List<String> PARTS =
            List.of("", "search", "themes", "missions", "collections", "series", "news", "about");

    private static final String WITH_SCRIPTS = POLICY + "; script-src 'self'; connect-src 'self'";

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    private final Repository repository;

    public Pages(Repository repository) {
        this.repository = repository;
        templates.setClassLoaderForTemplateLoading(Pages.class.getClassLoader(), "org/acervo");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setLocalizedLookup(false);
    }

    /**
     * A page in HTML.
     *
     * @param texts the words of the page, which the template finds as {@code t}
     * @param model what else it shows: texts, truth values, records, lists and maps of such
     */
    public String render(String template, PageRequest request, Map<String, String> texts, Map<String, ?> model) {
        Map<String, Object> all = frame(request);
        all.put("choices", choices(request, texts));
        all.put("t", texts);
        all.putAll(model);
        StringWriter page = new StringWriter(32_768);
        try {
            templates.getTemplate(template).process(all, page);
        } catch (TemplateException broken) {
            throw new IllegalStateException("The template " + template + " is broken", broken);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return page.toString();
    }

    /** Sends a page, with the headers that every page has. */
    public static Response.ResponseBuilder html(int status, String page) {
        return Response.status(status)
                .entity(page)
                .header("Content-Type", "text/html; charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Vary", "Accept, Accept-Language")
                .header("Cache-Control", "no-cache");
    }

    /** Headers of a page that only who has signed in may see: no cache keeps it, and it may run the scripts of this server. */
    public static Map<String, String> ownHeaders() {
        return Map.of(
                "Content-Type", "text/html; charset=UTF-8",
                "Content-Security-Policy", WITH_SCRIPTS,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Cache-Control", "no-store");
    }

    private static List<Map<String, Object>> choices(PageRequest request, Map<String, String> texts) {
        return PARTS.stream()
                .map(page -> Map.<String, Object>of(
                        "name", texts.getOrDefault(page.isEmpty() ? "nav.home" : "nav." + page, page),
                        "link", request.to(page),
                        "current",
                                request.path().equals(page)
                                        || !page.isEmpty() && request.path().startsWith(page + "/")))
                .toList();
    }

    private Map<String, Object> frame(PageRequest request) {
        String page = repository.baseUrl() + "/" + request.path();
        Map<String, Object> frame = new HashMap<>();
        frame.put("repository", repository.name());
        frame.put("oaiUrl", repository.oaiUrl());
        frame.put("email", repository.adminEmail());
        frame.put("lang", request.language().tag());
        frame.put("langChosen", request.chosen());
        frame.put("root", request.root());
        frame.put("langQuery", request.chosen() ? PageRequest.lang(request.language()) : "");
        frame.put("style", request.root() + Assets.address(Assets.STYLE));
        frame.put("htmx", request.root() + Assets.address(Assets.HTMX));
        frame.put("script", request.root() + Assets.address(Assets.SCRIPT));
        frame.put("icon", request.root() + Assets.address(Assets.ICON));
        frame.put("canonical", page + request.argumentsIn(request.language()));
        frame.put("anyLanguage", page + Query.of(request.query()));
        frame.put("languages", languages(request, page));
        return frame;
    }

    private static List<Map<String, Object>> languages(PageRequest request, String page) {
        return Arrays.stream(InterfaceLanguage.values())
                .map(language -> Map.<String, Object>of(
                        "tag", language.tag(),
                        "name", language.locale().getDisplayLanguage(language.locale()),
                        "link", request.in(language),
                        "address", page + request.argumentsIn(language),
                        "current", language == request.language()))
                .toList();
    }
}
