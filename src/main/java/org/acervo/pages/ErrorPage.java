package org.acervo.pages;

import java.util.Map;
import java.util.stream.Stream;

/** What is answered where there is no answer: in words, for people and for programs. Thread-safe. */
public final class ErrorPage {

    /** An error as it is told. */
    public record Told(int status, String title, String text) {}

    private final Pages pages;

    public ErrorPage(Pages pages) {
        this.pages = pages;
    }

    /** The words for an HTTP status from 400 to 599. */
    public static Told told(int status, PageRequest request) {
        return told(Integer.toString(status), status, request);
    }

    /**
     * The words for a problem, which may be those of its HTTP status.
     *
     * @param kind its rule, or its status once more
     */
    public static Told told(String kind, int status, PageRequest request) {
        Map<String, String> texts = Texts.in(request.language());
        String key = Stream.of(kind, Integer.toString(status), status < 500 ? "other" : "500")
                .map(each -> "error." + each)
                .filter(each -> texts.containsKey(each + ".title"))
                .findFirst()
                .orElse("error.500");
        return new Told(status, texts.getOrDefault(key + ".title", ""), texts.getOrDefault(key + ".text", ""));
    }

    /** @param reference what an operator finds the fault in the log by, or nothing */
    public String html(Told error, String reference, PageRequest request) {
        Map<String, Object> model = Map.of(
                "status",
                Integer.toString(error.status()),
                "title",
                error.title(),
                "text",
                error.text(),
                "reference",
                reference);
        return pages.render("pages/error.ftlh", request, Texts.in(request.language()), model);
    }
}
