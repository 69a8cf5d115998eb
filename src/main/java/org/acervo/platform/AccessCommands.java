package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Account;
import org.acervo.access.AccountWish;
import org.acervo.access.Accounts;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Enrolment;
import org.acervo.access.Enrolment.Enrolled;
import org.acervo.access.Issuance;
import org.acervo.access.Role;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** The commands {@code token} and {@code account}. Their result is one line, the secret, so that scripts can take it. */
@ApplicationScoped
class AccessCommands {

    private static final Source COMMAND = new Source("command", "");

    /** What the options of the command line are called, where a finding points to what they say. */
    private static final Map<String, String> PLACES = Map.of(
            "mission",
            "mission",
            "scopes",
            "--scope",
            "onBehalfOf",
            "--on-behalf-of",
            "expires",
            "--expires",
            "label",
            "--label",
            "name",
            "name",
            "role",
            "--role");

    @Inject
    private Issuance issuance;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /** @param arguments each as {@code name=value} */
    int token(List<String> arguments, Answers answers) {
        Map<String, String> given = given(arguments);
        @Nullable String days = given.get("days");
        Issuance.Wish wish = new Issuance.Wish(
                given.get("mission"),
                listed(given.get("scope")),
                listed(given.get("on-behalf-of")),
                given.get("label"),
                days == null
                        ? null
                        : clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(Long.parseLong(days))));
        try {
            Issuance.Issued issued = issuance.issue(wish, COMMAND);
            answers.say(issued.text());
            answers.remark("This is the token of " + issued.token().told() + ". It is shown this once.");
            return Answers.DONE;
        } catch (Refused refused) {
            return wrong(refused, answers);
        }
    }

    /** @param arguments each as {@code name=value} */
    int account(List<String> arguments, Answers answers) {
        Map<String, String> given = given(arguments);
        String name = given.getOrDefault("name", "");
        boolean reset = Boolean.parseBoolean(given.get("reset"));
        AccountWish wish = wish(given.get("role"));
        try {
            Optional<Account> known = accounts.find(name);
            if (known.isPresent() && !reset) {
                answers.remark("There is an account " + name + " already ("
                        + known.get().position() + "); --reset gives it a new password");
                return Answers.SOME_FAILED;
            }
            if (known.isEmpty() && reset) {
                answers.remark("There is no account " + name + "; without --reset it is made");
                return Answers.WRONG_USAGE;
            }
            return told(
                    reset
                            ? enrolment.change(name, wish, true, COMMAND).orElseThrow()
                            : enrolment.enrol(name, first(name, wish), COMMAND),
                    answers);
        } catch (Refused refused) {
            return wrong(refused, answers);
        }
    }

    private static int told(Enrolled enrolled, Answers answers) {
        Account account = enrolled.account();
        answers.say(enrolled.password().orElseThrow());
        answers.remark("This is the password of " + account.name() + " (" + account.position()
                + "). It is shown this once." + (account.disabled() ? " The account is disabled." : ""));
        return Answers.DONE;
    }

    /** The first account needs no role: whoever is called so is the administrator. */
    private static AccountWish first(String name, AccountWish wish) {
        return wish.role() == null && name.equals(Enrolment.FIRST) ? wish(Role.ADMINISTRATOR.code()) : wish;
    }

    private static AccountWish wish(@Nullable String position) {
        if (position == null) {
            return AccountWish.NOTHING;
        }
        String[] words = position.split(":", 2);
        return new AccountWish(words[0], words.length == 2 ? words[1] : null, null, null, null, null);
    }

    private static int wrong(Refused refused, Answers answers) {
        for (Finding finding : refused.findings()) {
            String[] place = finding.pointer().split("/");
            String named = place.length < 2 ? "" : PLACES.getOrDefault(place[1], place[1]) + ": ";
            answers.remark(named + finding.message(InterfaceLanguage.EN));
        }
        return Answers.WRONG_USAGE;
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] words = argument.split("=", 2);
            given.put(words[0], words.length == 2 ? words[1] : "");
        }
        return given;
    }

    private static List<String> listed(@Nullable String codes) {
        return codes == null
                ? List.of()
                : Arrays.stream(codes.split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }
}
