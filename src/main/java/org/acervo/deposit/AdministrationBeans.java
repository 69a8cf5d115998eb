package org.acervo.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.acervo.access.Callers;
import org.acervo.access.http.TrustedProxies;

/** Gives the container what the resources of administrators share. */
@ApplicationScoped
class AdministrationBeans {

    @Produces
    @Singleton
    Administrator administrator(Callers callers, TrustedProxies proxies) {
        return new Administrator(callers, proxies);
    }
}
