package org.acervo.oai;

import static org.acervo.oai.Argument.FROM;
import static org.acervo.oai.Argument.IDENTIFIER;
import static org.acervo.oai.Argument.METADATA_PREFIX;
import static org.acervo.oai.Argument.RESUMPTION_TOKEN;
import static org.acervo.oai.Argument.SET;
import static org.acervo.oai.Argument.UNTIL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The six verbs with the arguments each takes (OAI-PMH 2.0 section 4). */
public enum Verb {
    IDENTIFY("Identify", List.of(), List.of(), List.of()),
    LIST_METADATA_FORMATS("ListMetadataFormats", List.of(), List.of(IDENTIFIER), List.of()),
    LIST_SETS("ListSets", List.of(), List.of(), List.of(RESUMPTION_TOKEN)),
    GET_RECORD("GetRecord", List.of(IDENTIFIER, METADATA_PREFIX), List.of(), List.of()),
    LIST_IDENTIFIERS("ListIdentifiers", List.of(METADATA_PREFIX), List.of(FROM, UNTIL, SET), List.of(RESUMPTION_TOKEN)),
    LIST_RECORDS("ListRecords", List.of(METADATA_PREFIX), List.of(FROM, UNTIL, SET), List.of(RESUMPTION_TOKEN));

    private final String spelling;
    private final List<Argument> required;
    private final List<Argument> optional;
    private final List<Argument> exclusive;

    Verb(String spelling, List<Argument> required, List<Argument> optional, List<Argument> exclusive) {
        this.spelling = spelling;
        this.required = required;
        this.optional = optional;
        this.exclusive = exclusive;
    }

    /** The name as requests have it; case matters. */
    public String spelling() {
        return spelling;
    }

    /** The arguments without which the verb means nothing, unless there is an exclusive one. */
    public List<Argument> required() {
        return required;
    }

    public List<Argument> optional() {
        return optional;
    }

    /** The arguments that stand alone, without even the required ones. */
    public List<Argument> exclusive() {
        return exclusive;
    }

    /** All arguments that the verb takes. */
    public List<Argument> taken() {
        List<Argument> all = new ArrayList<>(required);
        all.addAll(optional);
        all.addAll(exclusive);
        return all;
    }

    /** Whether records are harvested with it. */
    public boolean harvests() {
        return this == LIST_RECORDS || this == LIST_IDENTIFIERS;
    }

    /** The verb of a name. */
    public static Optional<Verb> find(String name) {
        for (Verb verb : values()) {
            if (verb.spelling.equals(name)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return spelling;
    }
}
