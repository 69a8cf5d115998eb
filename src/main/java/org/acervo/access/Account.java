package org.acervo.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in. Immutable.
 *
 * @param name unique, in lower case, and never that of a token
 * @param mission the mission of a depositor; null for every other role
 * @param delegations the other missions that a depositor may deposit on behalf of
 * @param language in which the person is addressed
 * @param disabled whether signing in is refused
 * @param creator who made the account
 */
public record Account(
        String name,
        Role role,
        @Nullable String mission,
        Set<String> delegations,
        InterfaceLanguage language,
        PasswordHash password,
        boolean disabled,
        String creator,
        Instant created) {

    public Account {
        if ((role == Role.DEPOSITOR) != (mission != null)) {
            throw new IllegalArgumentException("A depositor has a mission, and nobody else");
        }
        delegations = Set.copyOf(delegations);
    }

    /** Who calls with this account. A depositor may publish for missions that do so without review, the own one among them. */
    Caller caller(Vocabulary<Mission> missions) {
        Set<String> reviewed =
                delegations.stream().filter(each -> isReviewed(missions, each)).collect(Collectors.toUnmodifiableSet());
        return new Caller(name, mission, role.rights(isReviewed(missions, mission)), delegations, reviewed);
    }

    private static boolean isReviewed(Vocabulary<Mission> missions, @Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(missions::find)
                .map(Mission::reviewed)
                .orElse(true);
    }

    /** Role and mission as commands name them, such as {@code depositor:mexico}. */
    public String position() {
        return mission == null ? role.code() : role.code() + ":" + mission;
    }

    Account with(PasswordHash other) {
        return new Account(name, role, mission, delegations, language, other, disabled, creator, created);
    }

    Account with(InterfaceLanguage other) {
        return new Account(name, role, mission, delegations, other, password, disabled, creator, created);
    }

    /** In words for the audit trail. */
    String told() {
        return position()
                + (delegations.isEmpty() ? "" : " on behalf of " + String.join(", ", new TreeSet<>(delegations))) + " "
                + language.tag() + (disabled ? " disabled" : "");
    }
}
