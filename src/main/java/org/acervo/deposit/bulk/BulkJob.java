package org.acervo.deposit.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.acervo.access.Caller;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The deposit of all rows of one spreadsheet.
 *
 * @param id opaque, and the name of its folder
 * @param owner who sent it, with the rights at that time
 * @param upload what was sent
 * @param total how many rows the sheet has
 * @param started when its first row was taken up, or null
 * @param ended when it was done, cancelled or failed, or null
 * @param findings what is to be said of the sheet and the archive as a whole
 */
public record BulkJob(
        String id,
        Caller owner,
        Upload upload,
        Wish wish,
        State state,
        int total,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        List<SheetFinding> findings) {

    /** What becomes of the rows. */
    public enum Then {
        /** They are kept as drafts. */
        DRAFT,
        /** They are offered to the curators. */
        SUBMIT,
        /** They are published where their depositor may do that, else offered to the curators. */
        PUBLISH;

        /** The code used in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a code says. */
        public static Optional<Then> of(String code) {
            for (Then then : values()) {
                if (then.code().equals(code)) {
                    return Optional.of(then);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What is asked for.
     *
     * @param dryRun whether everything is tried and nothing kept
     * @param language of whoever sent it
     */
    public record Wish(Then then, boolean dryRun, InterfaceLanguage language) {}

    /**
     * What was sent.
     *
     * @param digest SHA-256 of it, in hexadecimal
     * @param archive whether it is an archive with files beside the sheet
     * @param key by which the client knows a retry of the same request, or null
     */
    public record Upload(
            SheetFormat sheet,
            boolean archive,
            String digest,
            @Nullable String key) {}

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        /** Its sheet could not be read to the end. */
        FAILED;

        /** The code used in documents. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more will happen to it. */
        public boolean isEnd() {
            return this != WAITING && this != RUNNING;
        }
    }

    public BulkJob {
        findings = List.copyOf(findings);
    }
}
