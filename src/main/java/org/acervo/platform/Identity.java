package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Repository;
import org.acervo.oai.TokenKey;
import org.eclipse.microprofile.config.Config;

/** Who the repository is: what an operator sets, and what the database remembers from its first start. */
@ApplicationScoped
class Identity {

    private static final String BASE_URL = "base-url";
    private static final String IDENTIFIER = "repository-identifier";
    private static final String TOKEN_KEY = "token-key";

    /**
     * The repository as it presents itself.
     *
     * @throws IllegalStateException where another identifier is set than the one in all its OAI identifiers
     */
    @Produces
    @Singleton
    Repository repository(Config config, Memory memory, Database database) {
        database.version();
        String baseUrl = baseUrl(config, memory);
        return new Repository(
                baseUrl,
                identifier(config, memory, baseUrl),
                text(config, "ACERVO_REPOSITORY_NAME").orElse("Acervo"),
                text(config, "ACERVO_ADMIN_EMAIL").orElse("admin@acervo.localhost"),
                text(config, "ACERVO_METADATA_LICENCE").orElse("https://creativecommons.org/publicdomain/zero/1.0/"),
                words(text(config, "ACERVO_OAI_FRIENDS").orElse("")));
    }

    /** The key that signs resumption tokens, the same for all nodes and for ever. */
    @Produces
    @Singleton
    TokenKey tokenKey(Memory memory, Database database) {
        database.version();
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        String kept = memory.keepFirst(TOKEN_KEY, Base64.getEncoder().encodeToString(fresh));
        return new TokenKey(Base64.getDecoder().decode(kept));
    }

    /** What is set; else, for a command beside a repository that exists, what it has; else where it listens. */
    private static String baseUrl(Config config, Memory memory) {
        Optional<String> set = text(config, "ACERVO_BASE_URL");
        boolean serves = text(config, "acervo.command").orElse("serve").equals("serve");
        Optional<String> kept = serves ? Optional.empty() : memory.recall(BASE_URL);
        String baseUrl = set.or(() -> kept)
                .or(() -> text(config, "acervo.default.base.url"))
                .orElse("http://localhost:8080")
                .replaceAll("/+$", "");
        memory.keep(BASE_URL, baseUrl);
        return baseUrl;
    }

    private static String identifier(Config config, Memory memory, String baseUrl) {
        Optional<String> set = text(config, "ACERVO_REPOSITORY_IDENTIFIER");
        String kept = memory.keepFirst(IDENTIFIER, set.orElseGet(() -> domain(baseUrl)));
        if (set.isPresent() && !set.get().equals(kept)) {
            throw new IllegalStateException("ACERVO_REPOSITORY_IDENTIFIER is \"" + set.get()
                    + "\", but the records of this repository are known to the world under \"" + kept
                    + "\"; that can not be changed any more");
        }
        return kept;
    }

    private static String domain(String baseUrl) {
        String host = URI.create(baseUrl).getHost();
        boolean isDomain = host != null && host.matches("(?=.*\\.)[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*");
        return isDomain && host != null ? host : "acervo.localhost";
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
