package org.acervo.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An OpenID provider with real keys, on this machine, where everybody who comes is signed in at once. It holds its clients to
 * the protocol: a code is good once, for whoever knows the secret, the verifier and the address that it was made for. What its
 * tokens say, and how they are signed, a test may spoil.
 */
public final class TestProvider implements AutoCloseable {

    public static final String CLIENT = "acervo";
    public static final String SECRET = "s3cret:and+%1";
    private static final int SHORT_LIFE = 300;

    private final HttpServer server;
    private final Supplier<Instant> now;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile RSAKey published = key();
    private volatile RSAKey signing = published;
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    private volatile UnaryOperator<JsonObjectBuilder> configuration = UnaryOperator.identity();
    private volatile UnaryOperator<String> token = UnaryOperator.identity();
    private volatile boolean ill;

    /** @param now the time in its tokens */
    public TestProvider(Supplier<Instant> now) {
        this(now, 0);
    }

    /** @param port 0 for any */
    public TestProvider(Supplier<Instant> now, int port) {
        this.now = now;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(published).toString()));
        server.createContext("/authorize", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", signIn(exchange.getRequestURI()).toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/token", this::redeem);
        server.createContext("/logout", exchange -> answer(exchange, "{}"));
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where somebody who went to an address to sign in is sent back to. */
    public URI signIn(URI authorization) {
        Map<String, String> asked = parameters(authorization.getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return URI.create(
                asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state") + "&iss=" + issuer());
    }

    /** What the tokens say from now on, beside or instead of what they should. */
    public void says(UnaryOperator<JWTClaimsSet.Builder> other) {
        claims = other;
    }

    /** What it tells of itself. */
    public void configures(UnaryOperator<JsonObjectBuilder> other) {
        configuration = other;
    }

    /** What becomes of a token before it is sent. */
    public void sends(UnaryOperator<String> other) {
        token = other;
    }

    /** Signs with another key from now on, and publishes it instead of the old one. */
    public void rotateKeys() {
        published = key();
        signing = published;
    }

    /** Signs with a key that is not published, under the name of the one that is. */
    public void signWithAnotherKey() {
        signing = new RSAKey.Builder(key()).keyID(published.getKeyID()).build();
    }

    /** Answers with an error, or well again. */
    public void fallIll(boolean yes) {
        ill = yes;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String configuration() {
        return configuration
                .apply(Json.createObjectBuilder()
                        .add("issuer", issuer())
                        .add("authorization_endpoint", issuer() + "/authorize")
                        .add("token_endpoint", issuer() + "/token")
                        .add("jwks_uri", issuer() + "/keys")
                        .add("end_session_endpoint", issuer() + "/logout?from=client")
                        .add(
                                "id_token_signing_alg_values_supported",
                                Json.createArrayBuilder().add("RS256"))
                        .add("authorization_response_iss_parameter_supported", true))
                .build()
                .toString();
    }

    private void redeem(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = parameters(body);
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        boolean good = asked != null
                && basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && form.get("grant_type").equals("authorization_code")
                && form.get("redirect_uri").equals(asked.get("redirect_uri"))
                && asked.get("code_challenge_method").equals("S256")
                && challenge(form.get("code_verifier")).equals(asked.get("code_challenge"));
        if (good && !ill) {
            answer(
                    exchange,
                    Json.createObjectBuilder()
                            .add("access_token", "none of your business")
                            .add("token_type", "Bearer")
                            .add("id_token", token.apply(token(asked)))
                            .build()
                            .toString());
        } else {
            send(exchange, ill ? 500 : 400, "{\"error\": \"invalid_grant\"}");
        }
    }

    private String token(Map<String, String> asked) {
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("person-1")
                .audience(CLIENT)
                .issueTime(Date.from(now.get()))
                .expirationTime(Date.from(now.get().plusSeconds(SHORT_LIFE)))
                .claim("nonce", asked.get("nonce"))
                .claim("email", "Ana.Perez@Example.org")
                .claim("email_verified", true)
                .claim("preferred_username", "ana");
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(signing.getKeyID())
                            .build(),
                    claims.apply(all).build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String basic() {
        String pair = CLIENT + ":" + "s3cret%3Aand%2B%251";
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        send(exchange, ill ? 500 : 200, json);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] words = pair.split("=", 2);
            parameters.put(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
