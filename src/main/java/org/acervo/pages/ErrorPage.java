package org.acervo.pages;

import java.util.Map;
import org.acervo.catalog.Repository;

/** What is answered where there is no answer: in words, for people and for programs. Thread-safe. */
public final class ErrorPage {

    /** An error as it is told. */
    public record Told(int status, String title, String text) {}

    private final Pages pages;
    private final Repository repository;

    public ErrorPage(Pages pages, Repository repository) {
        this.pages = pages;
        this.repository = repository;
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
                reference,
                "email",
                repository.adminEmail());
        return pages.render("pages/error.ftlh", request, Texts.in(request.language()), model);
    }
}
