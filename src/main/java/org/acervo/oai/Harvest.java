package org.acervo.oai;

import java.time.Instant;

/**
 * One harvest: a first request and all that followed from its tokens.
 *
 * @param id random
 * @param begun when the first of the steps that are known was answered, UTC
 * @param seen when the last was
 * @param address of the client
 * @param agent what the client calls itself; empty where it does not
 * @param arguments of the first request
 * @param pages how many answers it took
 * @param errors an empty list is none
 * @param complete whether the end of the list was reached
 */
public record Harvest(
        long id,
        Instant begun,
        Instant seen,
        String address,
        String agent,
        String arguments,
        long pages,
        long records,
        long errors,
        boolean complete) {

    static Harvest of(HarvestStep step) {
        return new Harvest(
                step.chain().id(),
                step.at(),
                step.at(),
                step.address(),
                step.agent(),
                step.chain().arguments(),
                1,
                step.records(),
                step.errors(),
                step.complete());
    }

    Harvest plus(HarvestStep step) {
        return new Harvest(
                id,
                begun,
                step.at().isAfter(seen) ? step.at() : seen,
                address,
                agent,
                arguments,
                pages + 1,
                records + step.records(),
                errors + step.errors(),
                complete || step.complete());
    }
}
