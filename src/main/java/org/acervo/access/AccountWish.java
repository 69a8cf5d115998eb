package org.acervo.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wishes of an account; what is null stays as it is, or, of a new one, as is usual.
 *
 * @param role the code of a role; required for a new account
 * @param mission of a depositor
 * @param onBehalfOf other missions that a depositor may deposit for
 * @param language the tag of an interface language
 */
public record AccountWish(
        @Nullable String role,
        @Nullable String mission,
        @Nullable List<String> onBehalfOf,
        @Nullable String language,
        @Nullable Boolean disabled,
        @Nullable String password) {

    /** Nothing at all. */
    public static final AccountWish NOTHING = new AccountWish(null, null, null, null, null, null);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
    /** Names of actors in histories that are nobody's account. */
    private static final Set<String> TAKEN = Set.of("import", "sample", "command", "first-start");

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    static AccountWish administrator(Optional<String> password) {
        return new AccountWish(Role.ADMINISTRATOR.code(), null, null, null, null, password.orElse(null));
    }

    /** What is wrong with the name of a new account. */
    static List<Finding> checkName(@Nullable String name) {
        List<Finding> findings = new ArrayList<>();
        if (name == null) {
            findings.add(Finding.of(Rule.REQUIRED, "/name", null, "ana.perez"));
        } else if (TAKEN.contains(name)) {
            findings.add(Finding.of(Rule.NAME_TAKEN, "/name", name));
        } else if (!NAME.matcher(name).matches()) {
            findings.add(Finding.of(Rule.MALFORMED_NAME, "/name", name, "ana.perez"));
        }
        return findings;
    }

    /** @param before the account to be changed, or null for a new one */
    List<Finding> check(@Nullable Account before, Vocabularies vocabularies) {
        List<Finding> findings = new ArrayList<>();
        checkRole(before, findings);
        checkMissions(before, Codes.missions(vocabularies), findings);
        if (language != null) {
            tags().check("/language", language, findings);
        }
        if (password != null && password.length() < SHORTEST_PASSWORD) {
            findings.add(Finding.of(Rule.TOO_SHORT, "/password", null, Integer.toString(SHORTEST_PASSWORD)));
        }
        if (password != null && password.length() > LONGEST_PASSWORD) {
            findings.add(Finding.of(Rule.TOO_LONG, "/password", null, Integer.toString(LONGEST_PASSWORD)));
        }
        return findings;
    }

    private void checkRole(@Nullable Account before, List<Finding> findings) {
        List<String> codes = Stream.of(Role.values()).map(Role::code).toList();
        if (role != null) {
            new Codes(codes).check("/role", role, findings);
        } else if (before == null) {
            findings.add(Finding.of(Rule.REQUIRED, "/role", null, codes));
        }
    }

    private void checkMissions(@Nullable Account before, Codes missions, List<Finding> findings) {
        Role after = role(before);
        if (after == Role.DEPOSITOR) {
            String own = mission != null || before == null ? mission : before.mission();
            if (own == null) {
                findings.add(Finding.of(Rule.REQUIRED, "/mission", null, missions.near(null)));
            }
            if (mission != null) {
                missions.check("/mission", mission, findings);
            }
            missions.checkAll("/onBehalfOf", onBehalfOf == null ? List.of() : onBehalfOf, findings);
        } else if (after != null && mission != null) {
            findings.add(Finding.of(Rule.ONLY_OF_DEPOSITORS, "/mission", mission));
        } else if (after != null && onBehalfOf != null && !onBehalfOf.isEmpty()) {
            findings.add(Finding.of(Rule.ONLY_OF_DEPOSITORS, "/onBehalfOf", String.join(", ", onBehalfOf)));
        }
    }

    private @Nullable Role role(@Nullable Account before) {
        if (role == null) {
            return before == null ? null : before.role();
        }
        return Role.find(role).orElse(null);
    }

    /** The new account that is wished; nothing may be wrong with the wish. */
    Account account(String name, PasswordHash hash, String creator, Instant created) {
        Account blank =
                new Account(name, Role.CURATOR, null, Set.of(), InterfaceLanguage.EN, hash, false, creator, created);
        return applied(blank);
    }

    /** The account as it is wished; nothing may be wrong with the wish. */
    Account applied(Account before) {
        Role after = Optional.ofNullable(role(before)).orElseThrow();
        boolean deposits = after == Role.DEPOSITOR;
        Set<String> delegations = onBehalfOf == null ? before.delegations() : Set.copyOf(onBehalfOf);
        return new Account(
                before.name(),
                after,
                deposits && mission == null ? before.mission() : mission,
                deposits ? delegations : Set.of(),
                language == null ? before.language() : InterfaceLanguage.of(language),
                before.password(),
                disabled == null ? before.disabled() : disabled,
                before.creator(),
                before.created());
    }

    private static Codes tags() {
        return new Codes(Stream.of(InterfaceLanguage.values())
                .map(InterfaceLanguage::tag)
                .toList());
    }

    /** The name as it is kept. */
    static String normalised(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
