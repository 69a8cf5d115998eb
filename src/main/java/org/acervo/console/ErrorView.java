package org.acervo.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.pages.ErrorPage;
import org.acervo.pages.PageRequest;
import org.acervo.vocabulary.InterfaceLanguage;

/** What is shown in the console where there is no answer, within its bar, so that work can go on from there. Thread-safe. */
@ApplicationScoped
public class ErrorView {

    private static final String TEMPLATE = "console/error.ftlh";

    private final Frame frame;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ErrorView() {
        this(null);
    }

    @Inject
    ErrorView(Frame frame) {
        this.frame = frame;
    }

    /** The language of whoever is signed in. */
    public InterfaceLanguage language(HttpServletRequest request) {
        return frame.language(request);
    }

    /**
     * A page in HTML.
     *
     * @param findings what is wrong with what was sent, if that is known
     * @param reference what an operator finds the fault in the log by, or nothing
     * @param address the path that was asked for
     * @throws StorageUnavailable where the database is needed to know who looks, and does not answer
     */
    public String html(
            ErrorPage.Told error,
            List<Finding> findings,
            String reference,
            String address,
            InterfaceLanguage language) {
        PageRequest shown =
                new PageRequest(address.startsWith("/") ? address.substring(1) : address, Map.of(), language, false);
        return frame.fill(
                TEMPLATE,
                shown,
                Map.of(
                        "status", Integer.toString(error.status()),
                        "title", error.title(),
                        "text", error.text(),
                        "findings",
                                findings.stream()
                                        .map(each -> each.message(language))
                                        .distinct()
                                        .toList(),
                        "reference", reference));
    }
}
