package org.acervo.oai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one request, checked against the verb (OAI-PMH 2.0 sections 3.1, 3.6). Every fault is found at once.
 * Not thread-safe.
 */
final class Arguments {

    private static final String VERB = "verb";
    private static final int SHOWN = 200;

    private final Map<String, List<String>> given;
    private final List<ProtocolError> errors = new ArrayList<>();
    private final Map<Argument, String> values = new LinkedHashMap<>();
    private final @Nullable Verb verb;

    /** @param given every name with all its values, in their order */
    Arguments(Map<String, List<String>> given) {
        this.given = given;
        this.verb = readVerb();
        if (verb != null) {
            given.forEach((name, values) -> read(verb, name, values));
            checkCompleteness(verb);
            checkDates();
        }
    }

    /** The verb, or null where there is none or not one. */
    @Nullable
    Verb verb() {
        return verb;
    }

    List<ProtocolError> errors() {
        return List.copyOf(errors);
    }

    /** The attributes of the {@code request} element: none where an error hides them. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (verb != null && errors.isEmpty()) {
            attributes.put(VERB, verb.spelling());
            values.forEach((argument, value) -> attributes.put(argument.spelling(), value));
        }
        return attributes;
    }

    /** One line for logs, whatever the arguments are. */
    String line() {
        StringBuilder line = new StringBuilder();
        given.forEach((name, values) -> values.forEach(value -> line.append(line.isEmpty() ? "" : " ")
                .append(clean(name))
                .append('=')
                .append(clean(value))));
        return line.toString();
    }

    /** @throws IllegalStateException where there are errors */
    OaiRequest request() {
        if (verb == null || !errors.isEmpty()) {
            throw new IllegalStateException("Arguments with errors: " + errors);
        }
        String token = values.get(Argument.RESUMPTION_TOKEN);
        if (token != null) {
            return new OaiRequest.Continuation(verb, token);
        }
        return switch (verb) {
            case IDENTIFY -> new OaiRequest.Identify();
            case LIST_METADATA_FORMATS -> new OaiRequest.MetadataFormats(values.get(Argument.IDENTIFIER));
            case LIST_SETS -> new OaiRequest.Sets();
            case GET_RECORD -> new OaiRequest.Record(value(Argument.IDENTIFIER), value(Argument.METADATA_PREFIX));
            case LIST_IDENTIFIERS, LIST_RECORDS ->
                new OaiRequest.Records(
                        verb,
                        value(Argument.METADATA_PREFIX),
                        Optional.ofNullable(values.get(Argument.SET))
                                .flatMap(SetSpec::parse)
                                .orElse(null),
                        date(Argument.FROM),
                        date(Argument.UNTIL));
        };
    }

    private @Nullable Verb readVerb() {
        List<String> verbs = given.getOrDefault(VERB, List.of());
        if (verbs.isEmpty()) {
            errors.add(new ProtocolError(ErrorCode.BAD_VERB, "There is no verb; add one of " + names(Verb.values())));
            return null;
        }
        if (verbs.size() > 1) {
            errors.add(
                    new ProtocolError(ErrorCode.BAD_VERB, "The verb occurs " + verbs.size() + " times; give it once"));
            return null;
        }
        Optional<Verb> found = Verb.find(verbs.get(0));
        if (found.isEmpty()) {
            String shown = verbs.get(0).isEmpty() ? "The verb is empty" : quote(verbs.get(0)) + " is no verb";
            errors.add(new ProtocolError(
                    ErrorCode.BAD_VERB, shown + "; use one of " + names(Verb.values()) + ", in these letters"));
        }
        return found.orElse(null);
    }

    private void read(Verb verb, String name, List<String> all) {
        if (name.equals(VERB)) {
            return;
        }
        Optional<Argument> known = Argument.find(name).filter(verb.taken()::contains);
        if (known.isEmpty()) {
            List<Argument> taken = verb.taken();
            bad("The argument " + quote(name) + " is not allowed with " + verb + ", which takes "
                    + (taken.isEmpty() ? "no argument" : names(taken.toArray())));
        } else if (all.size() > 1) {
            bad("The argument " + name + " occurs " + all.size() + " times; give it once");
            values.put(known.get(), all.get(0));
        } else {
            values.put(known.get(), all.get(0));
            check(known.get(), all.get(0));
        }
    }

    private void check(Argument argument, String value) {
        if (value.isEmpty()) {
            bad("The argument " + argument + " is empty; give it a value or leave it out");
            return;
        }
        if (!XmlWriter.accepts(value)) {
            bad("The argument " + argument + " is " + quote(value)
                    + " with bytes that are not UTF-8 or a character that XML 1.0 does not allow");
            return;
        }
        String fault = argument.fault(value);
        if (fault != null) {
            bad("The argument " + argument + " is " + quote(value) + ", which " + fault);
        }
    }

    private void checkCompleteness(Verb verb) {
        if (values.containsKey(Argument.RESUMPTION_TOKEN)) {
            if (values.size() > 1) {
                bad("The argument resumptionToken stands alone with the verb; leave out "
                        + names(values.keySet().stream()
                                .filter(argument -> argument != Argument.RESUMPTION_TOKEN)
                                .toArray()));
            }
            return;
        }
        for (Argument argument : verb.required()) {
            if (!values.containsKey(argument)) {
                bad("The argument " + argument + " is missing; " + verb + " needs "
                        + names(verb.required().toArray()));
            }
        }
    }

    private void checkDates() {
        Datestamp from = date(Argument.FROM);
        Datestamp until = date(Argument.UNTIL);
        if (from == null || until == null) {
            return;
        }
        if (from.day() != until.day()) {
            bad("The arguments from and until are of different granularity; give both as days or both as seconds");
        }
        if (from.first().isAfter(until.last())) {
            bad("The argument from is later than until; exchange them");
        }
    }

    private void bad(String message) {
        errors.add(new ProtocolError(ErrorCode.BAD_ARGUMENT, message));
    }

    private String value(Argument argument) {
        String value = values.get(argument);
        if (value == null) {
            throw new IllegalStateException("No " + argument);
        }
        return value;
    }

    private @Nullable Datestamp date(Argument argument) {
        String value = values.get(argument);
        return value == null || Datestamp.fault(value) != null ? null : Datestamp.parse(value);
    }

    private static String names(Object[] all) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            names.append(i == 0 ? "" : i < all.length - 1 ? ", " : " and ").append(all[i]);
        }
        return names.toString();
    }

    private static String quote(String text) {
        return "'" + clean(text) + "'";
    }

    /** The text as a message can show it: not too long, without characters that XML does not allow. */
    private static String clean(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(SHOWN)
                .forEach(c ->
                        shown.appendCodePoint(c < ' ' || !XmlWriter.accepts(Character.toString(c)) ? '\uFFFD' : c));
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }
}
