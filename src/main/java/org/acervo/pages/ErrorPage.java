package org.acervo.pages;

import java.util.Map;

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
        Map<String, String> texts = Texts.in(request.language());
        String key =
                "error." + (texts.containsKey("error." + status + ".title") ? status : status < 500 ? "other" : 500);
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
