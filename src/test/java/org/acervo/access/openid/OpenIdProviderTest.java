package org.acervo.access.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.acervo.access.Attempt;
import org.acervo.access.Identity;
import org.acervo.access.NotAdmitted;
import org.acervo.access.NotAdmitted.Reason;
import org.acervo.access.openid.OpenIdProvider.Answer;
import org.acervo.access.openid.OpenIdProvider.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdProviderTest {

    private static final Instant NOON = Instant.parse("2040-05-01T12:00:00Z");
    private static final Attempt ATTEMPT = new Attempt("k".repeat(43), "");

    private final TestProvider there = new TestProvider(() -> NOON);
    private long nanos;
    private final OpenIdProvider provider = provider("email");

    @AfterEach
    void close() {
        there.close();
    }

    private OpenIdProvider provider(String claim) {
        return new OpenIdProvider(
                new ProviderSettings(
                        there.issuer(),
                        TestProvider.CLIENT,
                        TestProvider.SECRET,
                        "The Office",
                        claim,
                        URI.create("https://library.example.org/console/openid/return"),
                        URI.create("https://library.example.org/console/login")),
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> nanos,
                Duration.ofSeconds(2));
    }

    @Test
    void the_browser_is_sent_with_all_that_binds_the_answer_to_it() {
        URI sent = provider.authorization(ATTEMPT, "pt");
        assertThat(sent.toString())
                .startsWith(
                        there.issuer() + "/authorize?response_type=code&scope=openid+email+profile&client_id=acervo")
                .contains("redirect_uri=https%3A%2F%2Flibrary.example.org%2Fconsole%2Fopenid%2Freturn")
                .contains("&state=" + ATTEMPT.state() + "&nonce=" + ATTEMPT.nonce())
                .contains("&code_challenge_method=S256&ui_locales=pt")
                .doesNotContain(ATTEMPT.verifier(), ATTEMPT.key());
        assertThat(List.of(ATTEMPT.state(), ATTEMPT.nonce(), ATTEMPT.verifier()))
                .doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(each).hasSize(43));
    }

    @Test
    void who_has_signed_in_is_told_by_the_token() {
        assertThat(signIn(provider))
                .isEqualTo(new Person(new Identity(there.issuer(), "person-1"), "Ana.Perez@Example.org"));
        assertThat(signIn(provider("preferred_username")).named()).isEqualTo("ana");
    }

    @Test
    void an_address_counts_only_where_it_was_verified() {
        there.says(claims -> claims.claim("email_verified", false));
        assertThat(signIn(provider).named()).isNull();
        there.says(claims -> claims.claim("email_verified", null));
        assertThat(signIn(provider).named()).isNull();
        assertThat(signIn(provider("upn")).named()).isNull();
        there.says(claims -> claims.claim("email_verified", "true"));
        assertThat(signIn(provider).named()).isEqualTo("Ana.Perez@Example.org");
    }

    @Test
    void tokens_that_are_not_for_this_sign_in_are_refused() {
        refused(Reason.INVALID, claims -> claims.issuer("https://evil.example.org"));
        refused(Reason.INVALID, claims -> claims.audience("another"));
        refused(Reason.INVALID, claims -> claims.audience(List.of("acervo", "another")));
        refused(Reason.INVALID, claims -> claims.claim("azp", "another"));
        refused(Reason.INVALID, claims -> claims.claim("nonce", "another"));
        refused(Reason.INVALID, claims -> claims.claim("nonce", null));
        refused(Reason.INVALID, claims -> claims.subject(null));
        refused(Reason.INVALID, claims -> claims.subject("x".repeat(256)));
        refused(Reason.INVALID, claims -> claims.expirationTime(Date.from(NOON.minusSeconds(300))));
        refused(Reason.INVALID, claims -> claims.expirationTime(null));
        there.says(claims -> claims.audience(List.of("acervo", "another")).claim("azp", "acervo"));
        assertThat(signIn(provider).named()).isNotNull();
    }

    @Test
    void only_the_published_keys_sign() {
        there.signWithAnotherKey();
        refused(Reason.INVALID, UnaryOperator.identity());
        there.sends(token -> new PlainJWT(claims(token)).serialize());
        refused(Reason.INVALID, UnaryOperator.identity());
        there.sends(token -> signedWithTheSecret(claims(token)));
        refused(Reason.INVALID, UnaryOperator.identity());
        there.sends(token -> "nonsense");
        refused(Reason.INVALID, UnaryOperator.identity());
    }

    @Test
    void keys_that_have_changed_since_are_asked_for() {
        signIn(provider);
        there.rotateKeys();
        assertThat(signIn(provider).named()).isNotNull();
    }

    @Test
    void a_code_is_good_once_and_with_its_own_verifier_alone() {
        URI back = there.signIn(provider.authorization(ATTEMPT, "en"));
        provider.person(answer(back), ATTEMPT);
        assertThat(reason(() -> provider.person(answer(back), ATTEMPT))).isEqualTo(Reason.INVALID);

        URI stolen = there.signIn(provider.authorization(ATTEMPT, "en"));
        assertThat(reason(() -> provider.person(answer(stolen), new Attempt("z".repeat(43), ""))))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void an_answer_of_another_provider_is_not_redeemed_here() {
        assertThat(reason(() -> provider.person(new Answer("code", "https://evil.example.org", ""), ATTEMPT)))
                .isEqualTo(Reason.INVALID);
        assertThat(reason(() -> provider.person(new Answer("code", "", ""), ATTEMPT)))
                .isEqualTo(Reason.INVALID);
        assertThat(reason(() -> provider.person(new Answer("", there.issuer(), "access_denied"), ATTEMPT)))
                .isEqualTo(Reason.DECLINED);
    }

    @Test
    void a_provider_that_is_away_or_makes_no_sense_is_said_to_be_away() {
        there.fallIll(true);
        assertThat(reason(() -> provider.authorization(ATTEMPT, "en"))).isEqualTo(Reason.AWAY);
        there.fallIll(false);
        assertThat(reason(() -> provider.authorization(ATTEMPT, "en")))
                .as("not asked again at once")
                .isEqualTo(Reason.AWAY);
        nanos += Duration.ofSeconds(6).toNanos();
        there.configures(json -> json.add("issuer", "https://evil.example.org"));
        assertThat(reason(() -> provider.authorization(ATTEMPT, "en"))).isEqualTo(Reason.AWAY);
        nanos += Duration.ofSeconds(6).toNanos();
        there.configures(json -> json.add("token_endpoint", "file:///etc/passwd"));
        assertThat(reason(() -> provider.authorization(ATTEMPT, "en"))).isEqualTo(Reason.AWAY);
        nanos += Duration.ofSeconds(6).toNanos();
        there.configures(json -> json.add("padding", "x".repeat(600_000)));
        assertThat(reason(() -> provider.authorization(ATTEMPT, "en"))).isEqualTo(Reason.AWAY);
        nanos += Duration.ofSeconds(6).toNanos();
        there.configures(UnaryOperator.identity());
        assertThat(signIn(provider).named()).isNotNull();
    }

    @Test
    void a_provider_that_falls_ill_in_between_is_away() {
        URI back = there.signIn(provider.authorization(ATTEMPT, "en"));
        there.fallIll(true);
        assertThat(reason(() -> provider.person(answer(back), ATTEMPT))).isEqualTo(Reason.AWAY);
        there.fallIll(false);
        URI again = there.signIn(provider.authorization(ATTEMPT, "en"));
        there.close();
        assertThat(reason(() -> provider.person(answer(again), ATTEMPT))).isEqualTo(Reason.AWAY);
    }

    @Test
    void whoever_signs_out_may_do_so_there_too() {
        assertThat(provider.signOut())
                .contains(URI.create(there.issuer()
                        + "/logout?from=client&client_id=acervo"
                        + "&post_logout_redirect_uri=https%3A%2F%2Flibrary.example.org%2Fconsole%2Flogin"));
        there.configures(json -> json.remove("end_session_endpoint"));
        assertThat(provider("email").signOut()).isEmpty();
    }

    private Person signIn(OpenIdProvider at) {
        return at.person(answer(there.signIn(at.authorization(ATTEMPT, "en"))), ATTEMPT);
    }

    private void refused(Reason expected, UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        there.says(spoilt);
        assertThat(reason(() -> signIn(provider))).isEqualTo(expected);
        there.says(UnaryOperator.identity());
    }

    private static Reason reason(Runnable work) {
        return catchThrowableOfType(NotAdmitted.class, work::run).reason();
    }

    private Answer answer(URI back) {
        String code = back.getQuery().replaceAll(".*code=([^&]+).*", "$1");
        return new Answer(code, there.issuer(), "");
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String signedWithTheSecret(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(
                    (TestProvider.SECRET + " and more of it, 32 bytes").getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
