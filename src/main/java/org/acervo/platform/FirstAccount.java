package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Enrolment;
import org.acervo.access.Enrolment.Enrolled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The account of the administrator, made when a repository that has none is served for the first time. A password that was
 * made for it waits here for whoever started the server, is told once and is in no log.
 */
@ApplicationScoped
class FirstAccount {

    private static final Logger LOG = Logger.getLogger(FirstAccount.class.getName());

    @Inject
    private Enrolment enrolment;

    @Inject
    @ConfigProperty(name = "ACERVO_ADMIN_PASSWORD")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "acervo.command", defaultValue = "serve")
    private String command;

    private final AtomicReference<@Nullable String> untold = new AtomicReference<>();

    /** A command that runs without a server makes none, because nobody would learn its password. */
    void make() {
        if (!command.equals("serve")) {
            return;
        }
        Optional<Enrolled> made =
                enrolment.first(password.filter(text -> !text.isBlank()), new Source("first-start", ""));
        if (made.isPresent()) {
            LOG.log(Level.INFO, "The first account is {0}", made.get().account().name());
            made.get().password().ifPresent(untold::set);
        }
    }

    /** Tells name and password, with a blank between, to the first who asks. */
    int tell(Answers answers) {
        String secret = untold.getAndSet(null);
        if (secret != null) {
            answers.say(Enrolment.FIRST + " " + secret);
        }
        return Answers.DONE;
    }
}
