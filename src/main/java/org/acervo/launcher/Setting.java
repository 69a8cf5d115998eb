package org.acervo.launcher;

/** The settings of the repository; {@code config/acervo.properties} says what each is for. */
@SuppressWarnings("ImmutableEnumChecker") // a check has no state
enum Setting {
    HTTP_PORT("8080", Check.number(1, 65535)),
    BASE_URL(Check.baseUrl()),
    DATA("data", Check.anything()),
    DB_URL(Check.jdbcUrl()),
    DB_USER("acervo", Check.anything()),
    DB_PASSWORD(Check.anything()),
    DB_MEMORY(Check.size()),
    SAMPLE(Check.truth()),
    REPOSITORY_NAME("Acervo", Check.anything()),
    ADMIN_EMAIL("admin@acervo.localhost", Check.email()),
    REPOSITORY_IDENTIFIER(Check.domain()),
    OAI_PAGE_SIZE("100", Check.number(1, 500)),
    OAI_SET_TOMBSTONES("false", Check.truth()),
    OAI_FRIENDS(Check.url().spaced()),
    DOI_PREFIXES(Check.doiPrefix().spaced()),
    METADATA_LICENCE("https://creativecommons.org/publicdomain/zero/1.0/", Check.url()),
    TRUSTED_PROXIES(Check.network().spaced()),
    SECRET_KEY(Check.key()),
    WEBHOOK_PRIVATE("false", Check.truth()),
    OIDC_ISSUER(Check.issuer()),
    OIDC_CLIENT_ID(Check.anything()),
    OIDC_CLIENT_SECRET(Check.anything()),
    OIDC_NAME(Check.anything()),
    OIDC_CLAIM("email", Check.claim()),
    OIDC_ONLY("false", Check.truth()),
    ADMIN_PASSWORD(Check.anything()),
    API_RATE("500", Check.number(1, 1_000_000)),
    MISSION_QUOTA(Check.size()),
    MAX_FILE_SIZE("5G", Check.size()),
    FILE_TYPES(Check.anything()),
    FIXITY_DAYS("30", Check.number(1, 3650));

    private final String fallback;
    private final Check check;

    /** A setting that is empty, or worked out from others, unless someone sets it. */
    Setting(Check check) {
        this("", check);
    }

    Setting(String fallback, Check check) {
        this.fallback = fallback;
        this.check = check;
    }

    /** The name that operators write. */
    String key() {
        return "ACERVO_" + name();
    }

    /** The value where nobody set one; empty where there is none, or where it follows from other settings. */
    String fallback() {
        return fallback;
    }

    Check check() {
        return check;
    }
}
