package org.acervo.oai;

import java.time.Instant;
import java.util.Optional;

/**
 * One answer of a harvest.
 *
 * @param at its response date
 * @param address of the client
 * @param agent what the client calls itself; empty where it does not
 * @param records how many it returned
 * @param errors how many it had; an empty list is none
 * @param complete whether the list ends with it
 */
public record HarvestStep(
        OaiAnswer.Chain chain, Instant at, String address, String agent, int records, int errors, boolean complete) {

    /** The step that an answer is; empty where its verb harvests no records. */
    public static Optional<HarvestStep> of(OaiAnswer answer, String address, String agent) {
        OaiAnswer.Chain chain = answer.head().chain();
        if (chain == null) {
            return Optional.empty();
        }
        int records = 0;
        int errors = 0;
        boolean complete = true;
        if (answer instanceof OaiAnswer.Records list) {
            records = list.records().size();
            complete = list.position() == null || list.position().token().isEmpty();
        } else if (answer instanceof OaiAnswer.Errors failed) {
            errors = (int) failed.errors().stream()
                    .filter(error -> error.code() != ErrorCode.NO_RECORDS_MATCH)
                    .count();
            complete = errors == 0;
        }
        return Optional.of(
                new HarvestStep(chain, answer.head().responseDate(), address, agent, records, errors, complete));
    }
}
