package org.acervo.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.acervo.access.NotAdmitted;
import org.acervo.access.NotAdmitted.Reason;

/**
 * Believes an ID token only if it is signed with one of the provider's keys, by an algorithm that the provider uses, for this
 * repository and for this sign-in, and has not expired (OpenID Connect Core 1.0 section 3.1.3.7). Thread-safe.
 *
 * @param clientId the audience that it must name
 */
record IdTokens(String issuer, String clientId, Clock clock) {

    private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp", "nonce");

    /**
     * What a token says.
     *
     * @throws NotAdmitted where it is not to be believed, or the provider's keys are not to be had
     */
    JWTClaimsSet claims(String token, Discovery.Provider provider, String nonce) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(provider.metadata().algorithms(), provider.keys()));
        processor.setJWTClaimsSetVerifier(verifier(nonce));
        try {
            JWTClaimsSet claims = processor.process(SignedJWT.parse(token), null);
            Object party = claims.getClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !clientId.equals(party)) {
                throw new NotAdmitted(Reason.INVALID, "the token was issued to somebody else (azp)");
            }
            return claims;
        } catch (ParseException | BadJOSEException wrong) {
            throw new NotAdmitted(Reason.INVALID, "the token: " + wrong.getMessage(), wrong);
        } catch (KeySourceException away) {
            throw new NotAdmitted(Reason.AWAY, "the provider's keys: " + away.getMessage(), away);
        } catch (JOSEException wrong) {
            throw new NotAdmitted(Reason.INVALID, "the token: " + wrong.getMessage(), wrong);
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> verifier(String nonce) {
        JWTClaimsSet exactly =
                new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build();
        return new DefaultJWTClaimsVerifier<>(clientId, exactly, REQUIRED) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
    }
}
