package org.acervo.catalog;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may have the files of a publication. A record that does not say is open. */
public enum Access {
    OPEN,
    EMBARGOED,
    RESTRICTED,
    METADATA_ONLY;

    private static final List<String> CODES =
            Arrays.stream(values()).map(Access::code).toList();

    /** The code used in documents, such as {@code metadata-only}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The access of a code. */
    public static Optional<Access> of(@Nullable String code) {
        for (Access access : values()) {
            if (access.code().equals(code)) {
                return Optional.of(access);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the public may have a file on a day, UTC: one that is open by itself, of a record that is open, or that opens
     * when its files say so. A file that names no day stays closed as long as its record is embargoed.
     */
    public boolean opens(PublicationFile file, LocalDate today) {
        return switch (this) {
            case OPEN -> file.isOpen(today);
            case EMBARGOED -> file.embargo() != null && file.isOpen(today);
            case RESTRICTED, METADATA_ONLY -> false;
        };
    }

    /** Every code. */
    public static List<String> codes() {
        return CODES;
    }
}
