package org.acervo.oai.http;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Fills the templates beside this class; every value is escaped. Thread-safe. */
final class Pages {

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    Pages() {
        templates.setClassForTemplateLoading(Pages.class, "");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setLocalizedLookup(false);
    }

    /** @param model texts, truth values, lists and maps of such */
    String render(String template, Map<String, Object> model) {
        StringWriter page = new StringWriter(32_768);
        try {
            templates.getTemplate(template).process(model, page);
        } catch (TemplateException broken) {
            throw new IllegalStateException("The template " + template + " is broken", broken);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return page.toString();
    }
}
