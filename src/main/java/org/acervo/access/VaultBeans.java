package org.acervo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the vault. */
@ApplicationScoped
class VaultBeans {

    @Produces
    @Singleton
    Vault vault(
            @ConfigProperty(name = "ACERVO_SECRET_KEY") Optional<String> key,
            @ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data) {
        return new Vault(new VaultKey(key.filter(text -> !text.isBlank()), Path.of(data, "secret.key")));
    }
}
