package org.acervo.sql;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the database is and who asks, as the launcher says; the container's own pool reads the same. */
@Dependent
public class DatabaseAddress {

    @Inject
    @ConfigProperty(name = "acervo.db.url", defaultValue = "jdbc:mariadb://127.0.0.1:3306/acervo")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @Inject
    @ConfigProperty(name = "acervo.db.user", defaultValue = "acervo")
    @SuppressWarnings("NullAway.Init")
    private String user;

    @Inject
    @ConfigProperty(name = "acervo.db.password", defaultValue = " ")
    @SuppressWarnings("NullAway.Init")
    private String password;

    /** The JDBC URL with options of the driver; the last of two with the same name holds. */
    public String url(String options) {
        return url + (url.contains("?") ? "&" : "?") + options;
    }

    public String user() {
        return user;
    }

    /** Empty where there is none. */
    public String password() {
        return password.strip();
    }
}
