package org.acervo.access.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.acervo.access.Accounts;
import org.acervo.access.Attempts;
import org.acervo.access.AuditTrail;
import org.acervo.access.Callers;
import org.acervo.access.Enrolment;
import org.acervo.access.FederatedSignIn;
import org.acervo.access.Identities;
import org.acervo.access.Issuance;
import org.acervo.access.MissionQuotas;
import org.acervo.access.Passwords;
import org.acervo.access.QuotaSettings;
import org.acervo.access.Rates;
import org.acervo.access.RefusedRights;
import org.acervo.access.Sessions;
import org.acervo.access.SignIn;
import org.acervo.access.Tokens;
import org.acervo.access.Visits;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the services of access. */
@ApplicationScoped
class AccessBeans {

    private static final int BURST = 2;
    /** Of an office, whose people share an address. */
    private static final double ATTEMPTS_PER_SECOND = 0.2;

    private static final double ATTEMPTS_AT_ONCE = 60;

    @Produces
    @Singleton
    Passwords passwords(Pbkdf2PasswordHash hashes) {
        return new SlowHashes(hashes);
    }

    @Produces
    @Singleton
    SignIn signIn(
            Accounts accounts,
            Tokens tokens,
            AuditTrail trail,
            Passwords passwords,
            Provider<Vocabularies> vocabularies,
            Clock clock,
            @ConfigProperty(name = "ACERVO_OIDC_ONLY", defaultValue = "false") boolean federatedOnly) {
        return new SignIn(
                accounts, tokens, trail, passwords, vocabularies::get, clock, System::nanoTime, !federatedOnly);
    }

    @Produces
    @Singleton
    Enrolment enrolment(
            Accounts accounts,
            Sessions sessions,
            Identities identities,
            AuditTrail trail,
            Passwords passwords,
            Transactions transactions,
            Provider<Vocabularies> vocabularies,
            Clock clock) {
        return new Enrolment(accounts, sessions, identities, trail, passwords, transactions, vocabularies::get, clock);
    }

    @Produces
    @Singleton
    SessionCookie sessionCookie(Repository repository) {
        return new SessionCookie(repository.baseUrl());
    }

    @Produces
    @Singleton
    Visits visits(
            Sessions sessions,
            Accounts accounts,
            Transactions transactions,
            Provider<Vocabularies> vocabularies,
            Clock clock) {
        return new Visits(sessions, accounts, transactions, vocabularies::get, clock);
    }

    @Produces
    @Singleton
    FederatedSignIn federatedSignIn(
            Attempts attempts,
            Identities identities,
            Accounts accounts,
            AuditTrail trail,
            Transactions transactions,
            Provider<Vocabularies> vocabularies,
            Clock clock) {
        Rates rates = new Rates(ATTEMPTS_PER_SECOND, ATTEMPTS_AT_ONCE, System::nanoTime);
        return new FederatedSignIn(
                attempts, identities, accounts, trail, transactions, vocabularies::get, clock, rates);
    }

    @Produces
    @Singleton
    Issuance issuance(
            Tokens tokens,
            AuditTrail trail,
            Transactions transactions,
            Provider<Vocabularies> vocabularies,
            Clock clock) {
        return new Issuance(tokens, trail, transactions, vocabularies::get, clock);
    }

    @Produces
    @Singleton
    MissionQuotas quotas(
            QuotaSettings settings,
            AuditTrail trail,
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "ACERVO_MISSION_QUOTA") Optional<String> forAll) {
        OptionalLong bytes = forAll.map(Bytes::of).map(OptionalLong::of).orElse(OptionalLong.empty());
        return new MissionQuotas(settings, trail, transactions, clock, bytes);
    }

    @Produces
    @Singleton
    Rates rates(@ConfigProperty(name = "ACERVO_API_RATE", defaultValue = "500") int perSecond) {
        return new Rates(perSecond, (double) BURST * perSecond, System::nanoTime);
    }

    @Produces
    @Singleton
    RefusedRights refusedRights(AuditTrail trail, Clock clock) {
        return new RefusedRights(trail, clock, System::nanoTime);
    }

    @Produces
    @ApplicationScoped
    Callers callers(HttpServletRequest request) {
        return new SignedIn(request);
    }

    @Produces
    @Singleton
    TrustedProxies proxies(@ConfigProperty(name = "ACERVO_TRUSTED_PROXIES") Optional<String> networks) {
        return new TrustedProxies(networks.orElse(""));
    }
}
