package org.acervo.oai;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.FormatDescription;
import org.jspecify.annotations.Nullable;

/** The answer to a request (OAI-PMH 2.0 section 4), as values. */
public sealed interface OaiAnswer {

    Head head();

    /**
     * What every answer begins with (section 3.2).
     *
     * @param responseDate the datestamp up to which the answer knows every change; UTC, whole seconds
     * @param verb null where the request has none
     * @param attributes of the {@code request} element, in their order; none on badVerb and badArgument
     * @param chain the harvest that the request is a step of; null where the verb harvests no records
     */
    record Head(
            Instant responseDate,
            @Nullable Verb verb,
            Map<String, String> attributes,
            @Nullable Chain chain) {
        public Head {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }

    /**
     * A harvest: a first request and all that follow from its tokens.
     *
     * @param id random
     * @param arguments of the first request, in one line
     */
    record Chain(long id, String arguments) {}

    /**
     * The place of an answer in a list that does not fit one (section 3.5).
     *
     * @param token empty on the answer that completes the list
     * @param expires when the token ends to be honoured; null on the answer that completes the list
     * @param cursor how many entries were returned before
     * @param size how many entries the list had at its first answer
     */
    record Position(String token, @Nullable Instant expires, long cursor, long size) {}

    /**
     * Section 4.2.
     *
     * @param earliest no datestamp is before it
     * @param setTombstones whether a record that leaves a set is shown as deleted in it
     */
    record Identify(Head head, Instant earliest, boolean setTombstones) implements OaiAnswer {}

    /** Section 4.4. */
    record MetadataFormats(Head head, List<FormatDescription> formats) implements OaiAnswer {
        public MetadataFormats {
            formats = List.copyOf(formats);
        }
    }

    /**
     * Section 4.6.
     *
     * @param position null where the list fits this answer
     */
    record SetList(
            Head head, List<SetDescription> sets, @Nullable Position position) implements OaiAnswer {
        public SetList {
            sets = List.copyOf(sets);
        }
    }

    /** Section 4.1. */
    record Record(Head head, DisseminatedRecord record) implements OaiAnswer {}

    /**
     * Sections 4.3 and 4.5.
     *
     * @param headersOnly whether the payloads are headers, for ListIdentifiers
     * @param records at least one
     * @param position null where the list fits this answer
     */
    record Records(
            Head head,
            boolean headersOnly,
            List<DisseminatedRecord> records,
            @Nullable Position position) implements OaiAnswer {
        public Records {
            records = List.copyOf(records);
        }
    }

    /**
     * Section 3.6.
     *
     * @param errors at least one
     */
    record Errors(Head head, List<ProtocolError> errors) implements OaiAnswer {
        public Errors {
            errors = List.copyOf(errors);
        }
    }
}
