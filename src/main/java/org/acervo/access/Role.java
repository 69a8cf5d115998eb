package org.acervo.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody with an account is to the repository. */
public enum Role {
    /** An officer of one mission, who deposits for it. */
    DEPOSITOR,
    /** Works on the publications of every mission and decides on what they submit. */
    CURATOR,
    /** May do everything, and says who else may do what. */
    ADMINISTRATOR;

    /** The code used in documents and commands. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a code, or empty where there is none. */
    public static Optional<Role> find(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** @param reviewed whether what the account's mission deposits is reviewed before it is public */
    Set<Right> rights(boolean reviewed) {
        return switch (this) {
            case DEPOSITOR ->
                reviewed ? EnumSet.of(Right.READ, Right.DEPOSIT) : EnumSet.of(Right.READ, Right.DEPOSIT, Right.PUBLISH);
            case CURATOR -> EnumSet.complementOf(EnumSet.of(Right.ADMINISTER));
            case ADMINISTRATOR -> EnumSet.allOf(Right.class);
        };
    }
}
