package org.acervo.access.openid;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the provider: asked when it is first needed, and again each hour; while it does not answer, what it said
 * last still holds. A provider that is away is not asked again for some seconds, so that nobody queues for it. Thread-safe.
 */
final class Discovery {

    /** @param keys those that it signs with; asked for again when a token names one that is not known */
    record Provider(Metadata metadata, JWKSource<SecurityContext> keys) {}

    private static final Logger LOG = Logger.getLogger(Discovery.class.getName());
    private static final long FRESH = Duration.ofHours(1).toNanos();
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final String issuer;
    private final Web web;
    private final LongSupplier nanos;
    private @Nullable Provider known;
    private @Nullable IOException failure;
    private long asked;

    /** @param nanos a clock that only runs forward */
    Discovery(String issuer, Web web, LongSupplier nanos) {
        this.issuer = issuer;
        this.web = web;
        this.nanos = nanos;
    }

    /** @throws IOException where it has never answered, or nothing that makes sense */
    synchronized Provider provider() throws IOException {
        long age = nanos.getAsLong() - asked;
        if (known == null && failure == null || age > (failure == null ? FRESH : PAUSE)) {
            ask();
        }
        if (known == null) {
            throw new IOException(failure);
        }
        return known;
    }

    private void ask() {
        try {
            String address = issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration";
            Metadata metadata = Metadata.of(object(web.get(URI.create(address))), issuer);
            if (known == null || !known.metadata().equals(metadata)) {
                known = new Provider(metadata, keys(metadata.keys().toURL()));
            }
            failure = null;
        } catch (IOException | JsonException | ClassCastException away) {
            LOG.log(Level.WARNING, "The OpenID provider " + issuer + " cannot be asked: " + away.getMessage());
            failure = new IOException(String.valueOf(away.getMessage()), away);
        }
        asked = nanos.getAsLong();
    }

    private JWKSource<SecurityContext> keys(URL address) {
        return JWKSourceBuilder.create(address, asked -> {
                    Web.Answer answer = web.get(URI.create(asked.toString()));
                    if (answer.status() != 200) {
                        throw new IOException("Its keys came with status " + answer.status());
                    }
                    return new Resource(answer.body(), "application/json");
                })
                .refreshAheadCache(false)
                .outageTolerant(true)
                .build();
    }

    /** @throws IOException where the answer is no object of JSON */
    static JsonObject object(Web.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("It answers with status " + answer.status());
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        } catch (JsonException malformed) {
            throw new IOException("It answers with something else than an object of JSON", malformed);
        }
    }
}
