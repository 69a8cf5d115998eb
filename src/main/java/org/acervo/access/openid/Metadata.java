package org.acervo.access.openid;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0 section 3).
 *
 * @param signOut where it lets people sign out (RP-Initiated Logout 1.0), if it does
 * @param algorithms by which it signs, of those that are taken here: none with a shared secret, and not “none”
 * @param secretInHeader whether the secret is sent with HTTP Basic, else in the form
 * @param namesItself whether its answers always carry its identifier (RFC 9207)
 */
record Metadata(
        URI authorization,
        URI token,
        URI keys,
        Optional<URI> signOut,
        Set<JWSAlgorithm> algorithms,
        boolean secretInHeader,
        boolean namesItself) {

    /** @throws IOException where it makes no sense, or is another provider's */
    static Metadata of(JsonObject json, String issuer) throws IOException {
        if (!issuer.equals(json.getString("issuer", ""))) {
            throw new IOException("Its configuration is that of the issuer \"" + json.getString("issuer", "")
                    + "\", and not of \"" + issuer + "\"");
        }
        boolean plain = issuer.startsWith("http://");
        Optional<URI> signOut = json.containsKey("end_session_endpoint")
                ? Optional.of(address(json, "end_session_endpoint", plain))
                : Optional.empty();
        List<String> methods = texts(json, "token_endpoint_auth_methods_supported");
        return new Metadata(
                address(json, "authorization_endpoint", plain),
                address(json, "token_endpoint", plain),
                address(json, "jwks_uri", plain),
                signOut,
                algorithms(texts(json, "id_token_signing_alg_values_supported")),
                methods.isEmpty() || methods.contains("client_secret_basic"),
                json.getBoolean("authorization_response_iss_parameter_supported", false));
    }

    private static Set<JWSAlgorithm> algorithms(List<String> offered) throws IOException {
        Set<JWSAlgorithm> taken = new LinkedHashSet<>(JWSAlgorithm.Family.RSA);
        taken.addAll(JWSAlgorithm.Family.EC);
        if (!offered.isEmpty()) {
            taken.removeIf(each -> !offered.contains(each.getName()));
        }
        if (taken.isEmpty()) {
            throw new IOException("It signs by none of RS256 and its kin, PS256, ES256");
        }
        return Set.copyOf(taken);
    }

    private static URI address(JsonObject json, String member, boolean plain) throws IOException {
        String text = json.getString(member, "");
        try {
            URI address = new URI(text);
            if (address.getHost() != null
                    && address.getFragment() == null
                    && ("https".equals(address.getScheme()) || plain && "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (java.net.URISyntaxException malformed) {
            throw new IOException("Its " + member + " is no address: " + text, malformed);
        }
        throw new IOException("Its " + member + " is no address by https: " + text);
    }

    private static List<String> texts(JsonObject json, String member) {
        List<String> texts = new ArrayList<>();
        JsonValue value = json.get(member);
        if (value instanceof JsonArray array) {
            array.forEach(each -> {
                if (each instanceof JsonString text) {
                    texts.add(text.getString());
                }
            });
        }
        return texts;
    }
}
