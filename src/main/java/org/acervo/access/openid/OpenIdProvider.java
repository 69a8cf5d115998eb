package org.acervo.access.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acervo.access.Attempt;
import org.acervo.access.Identity;
import org.acervo.access.NotAdmitted;
import org.acervo.access.NotAdmitted.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The organisation whose accounts sign in here, by OpenID Connect Core 1.0 section 3.1. Thread-safe.
 *
 * <p>Every method throws {@link NotAdmitted} with {@link Reason#AWAY} where the provider does not answer in time, or what it
 * answers makes no sense.
 */
public final class OpenIdProvider {

    private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final int LONGEST_ERROR = 100;

    private final ProviderSettings settings;
    private final Web web;
    private final Discovery discovery;
    private final IdTokens tokens;

    /**
     * @param nanos a clock that only runs forward
     * @param patience how long each answer may take
     */
    OpenIdProvider(ProviderSettings settings, Clock clock, LongSupplier nanos, Duration patience) {
        this.settings = settings;
        this.web = new Web(patience);
        this.discovery = new Discovery(settings.issuer(), web, nanos);
        this.tokens = new IdTokens(settings.issuer(), settings.clientId(), clock);
    }

    /**
     * Somebody for whom the provider vouches.
     *
     * @param named what an account of theirs is called; null where the provider does not say, or not for certain
     */
    public record Person(Identity identity, @Nullable String named) {}

    /**
     * The parameters with which a browser comes back from the provider, each empty where it is missing.
     *
     * @param issuer {@code iss} of RFC 9207
     * @param error the code of RFC 6749 section 4.1.2.1
     */
    public record Answer(String code, String issuer, String error) {

        /** Nothing that could end in a log. */
        @Override
        public String toString() {
            return "an answer of " + issuer;
        }
    }

    /** What people call it. */
    public String name() {
        return settings.name();
    }

    /**
     * Where the browser goes to sign in.
     *
     * @param language the tag of the one that the person reads
     */
    public URI authorization(Attempt attempt, String language) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("scope", "openid email profile");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.redirect().toString());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", challenge(attempt.verifier()));
        query.put("code_challenge_method", "S256");
        query.put("ui_locales", language);
        return with(provider().metadata().authorization(), query);
    }

    /** Where the browser goes to sign out there too, if the provider knows how. */
    public Optional<URI> signOut() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.clientId());
        query.put("post_logout_redirect_uri", settings.signedOut().toString());
        return provider().metadata().signOut().map(each -> with(each, query));
    }

    /**
     * Who has signed in.
     *
     * @throws NotAdmitted also where the provider let nobody in, or its answer is not what it may be
     */
    public Person person(Answer answer, Attempt attempt) {
        Discovery.Provider provider = provider();
        boolean unnamed = answer.issuer().isEmpty() && !provider.metadata().namesItself();
        if (!unnamed && !answer.issuer().equals(settings.issuer())) {
            throw new NotAdmitted(Reason.INVALID, "the answer is another provider's");
        }
        if (!answer.error().isEmpty()) {
            throw new NotAdmitted(Reason.DECLINED, cut(answer.error()));
        }
        JWTClaimsSet claims =
                tokens.claims(redeemed(provider.metadata(), answer.code(), attempt), provider, attempt.nonce());
        String subject = claims.getSubject();
        if (!SUBJECT.matcher(subject).matches()) {
            throw new NotAdmitted(Reason.INVALID, "the token has no usable sub");
        }
        return new Person(new Identity(settings.issuer(), subject), named(claims));
    }

    /** The text of the token that a code is good for (section 3.1.3). */
    private String redeemed(Metadata metadata, String code, Attempt attempt) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirect().toString());
        form.put("code_verifier", attempt.verifier());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(metadata.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (metadata.secretInHeader()) {
            String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
            byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        } else {
            form.put("client_id", settings.clientId());
            form.put("client_secret", settings.clientSecret());
        }
        try {
            Web.Answer given = web.send(request.POST(HttpRequest.BodyPublishers.ofString(query(form))));
            if (given.status() == 400 || given.status() == 401) { // RFC 6749 section 5.2
                throw new NotAdmitted(Reason.INVALID, "the code was refused: " + cut(given.body()));
            }
            JsonObject tokens = Discovery.object(given);
            return tokens.getString("id_token", "");
        } catch (IOException | ClassCastException away) {
            throw away(away);
        }
    }

    private @Nullable String named(JWTClaimsSet claims) {
        boolean certain = !settings.claim().equals("email") || isTrue(claims.getClaim("email_verified"));
        return certain && claims.getClaim(settings.claim()) instanceof String text && !text.isBlank() ? text : null;
    }

    /** Some providers write it as a text. */
    private static boolean isTrue(@Nullable Object claim) {
        return claim != null && claim.toString().equals("true");
    }

    private Discovery.Provider provider() {
        try {
            return discovery.provider();
        } catch (IOException away) {
            throw away(away);
        }
    }

    private static NotAdmitted away(Exception why) {
        return new NotAdmitted(Reason.AWAY, "the provider: " + why.getMessage(), why);
    }

    /** The hash of a verifier (RFC 7636 section 4.2). */
    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static URI with(URI address, Map<String, String> query) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query(query));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }
}
