package org.acervo.oai;

import org.acervo.catalog.SetSpec;
import org.jspecify.annotations.Nullable;

/** A request whose arguments are what the verb takes; whether what they name exists is another question. */
sealed interface OaiRequest {

    record Identify() implements OaiRequest {}

    /** @param identifier null for the formats of the repository */
    record MetadataFormats(@Nullable String identifier) implements OaiRequest {}

    record Sets() implements OaiRequest {}

    record Record(String identifier, String prefix) implements OaiRequest {}

    /** The first request of a list. */
    record Records(
            Verb verb,
            String prefix,
            @Nullable SetSpec set,
            @Nullable Datestamp from,
            @Nullable Datestamp until) implements OaiRequest {}

    /** A later request of a list. */
    record Continuation(Verb verb, String token) implements OaiRequest {}
}
