package org.acervo.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Shows views that are templates of the repository. */
@ApplicationScoped
public class TemplateViews implements ViewEngine {

    private final Frame frame;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TemplateViews() {
        this(null);
    }

    @Inject
    TemplateViews(Frame frame) {
        this.frame = frame;
    }

    @Override
    public boolean supports(String view) {
        return view.endsWith(".ftlh");
    }

    @Override
    public void processView(ViewEngineContext context) {
        HttpServletRequest request = context.getRequest(HttpServletRequest.class);
        String page = frame.fill(context.getView(), request, context.getModels().asMap());
        try {
            context.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
