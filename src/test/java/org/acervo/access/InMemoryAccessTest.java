package org.acervo.access;

/** Holds the fake to the contract. */
class InMemoryAccessTest extends AccessContract {

    private final InMemoryAccess access = new InMemoryAccess();

    @Override
    protected Accounts accounts() {
        return access.accounts();
    }

    @Override
    protected Tokens tokens() {
        return access.tokens();
    }

    @Override
    protected Sessions sessions() {
        return access.sessions();
    }

    @Override
    protected Identities identities() {
        return access.identities();
    }

    @Override
    protected Attempts attempts() {
        return access.attempts();
    }

    @Override
    protected AuditTrail trail() {
        return access.trail();
    }

    @Override
    protected QuotaSettings quotas() {
        return access.quotas();
    }
}
