package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Keeps one filter of the server's view engine for all requests. The engine has it made anew for each page of the console, and
 * its making looks through every archive of the server for services.
 */
public class ViewEngine implements Extension {

    private static final String FILTER = "org.eclipse.krazo.forms.FormMethodOverwriteFilter";

    void keep(@Observes ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().getJavaClass().getName().equals(FILTER)) {
            type.configureAnnotatedType()
                    .remove(each -> each.annotationType() == RequestScoped.class)
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }
}
