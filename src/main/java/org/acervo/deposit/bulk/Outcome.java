package org.acervo.deposit.bulk;

import java.util.List;
import java.util.Locale;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param publication null where there is none, as after a refusal
 * @param state of the text that is worked on, or null
 * @param findings why it was refused, or what else is to be said
 */
public record Outcome(
        int row,
        Result result,
        @Nullable PublicationId publication,
        @Nullable State state,
        List<SheetFinding> findings) {

    /** What was done. */
    public enum Result {
        CREATED,
        UPDATED,
        WITHDRAWN,
        UNCHANGED,
        REFUSED;

        /** The code used in documents. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Outcome {
        findings = List.copyOf(findings);
    }

    static Outcome of(int row, Result result, Publication after, List<SheetFinding> findings) {
        return new Outcome(row, result, after.id(), after.workingState(), findings);
    }

    static Outcome refused(int row, List<SheetFinding> findings) {
        return new Outcome(row, Result.REFUSED, null, null, findings);
    }

    /** What a dry run says of it: the number of a publication that was not made means nothing. */
    Outcome tried() {
        return result == Result.CREATED ? new Outcome(row, result, null, state, findings) : this;
    }
}
