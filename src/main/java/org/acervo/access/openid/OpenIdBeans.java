package org.acervo.access.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.acervo.catalog.Repository;
import org.eclipse.microprofile.config.Config;

/** Gives the container the OpenID provider of the settings; the launcher has checked them. */
@ApplicationScoped
class OpenIdBeans {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Produces
    @Singleton
    Ways ways(Config config, Repository repository, Clock clock) {
        Optional<OpenIdProvider> provider = config.getOptionalValue("ACERVO_OIDC_ISSUER", String.class)
                .map(issuer -> settings(issuer, config, repository.baseUrl() + "/console/"))
                .map(settings -> new OpenIdProvider(settings, clock, System::nanoTime, PATIENCE));
        boolean only = provider.isPresent()
                && config.getOptionalValue("ACERVO_OIDC_ONLY", Boolean.class).orElse(false);
        return new Ways(provider, !only);
    }

    private static ProviderSettings settings(String issuer, Config config, String console) {
        return new ProviderSettings(
                issuer,
                config.getValue("ACERVO_OIDC_CLIENT_ID", String.class),
                config.getConfigValue("ACERVO_OIDC_CLIENT_SECRET").getRawValue(), // a secret may well have a ${
                config.getOptionalValue("ACERVO_OIDC_NAME", String.class)
                        .orElse(URI.create(issuer).getHost()),
                config.getOptionalValue("ACERVO_OIDC_CLAIM", String.class).orElse("email"),
                URI.create(console + "openid/return"),
                URI.create(console + "login"));
    }
}
