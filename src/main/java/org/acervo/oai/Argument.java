package org.acervo.oai;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.acervo.catalog.SetSpec;
import org.jspecify.annotations.Nullable;

/** The arguments that a request may have beside the verb, each with the values it takes (OAI-PMH 2.0 section 3.1). */
public enum Argument {
    IDENTIFIER("identifier") {
        @Override
        @Nullable
        String fault(String value) {
            return isUri(value) ? null : "is no URI";
        }
    },
    METADATA_PREFIX("metadataPrefix") {
        @Override
        @Nullable
        String fault(String value) {
            return PREFIX.matcher(value).matches()
                    ? null
                    : "is no metadataPrefix: letters, digits and -_.!~*'() are allowed; ListMetadataFormats names those"
                            + " offered";
        }
    },
    FROM("from") {
        @Override
        @Nullable
        String fault(String value) {
            return Datestamp.fault(value);
        }
    },
    UNTIL("until") {
        @Override
        @Nullable
        String fault(String value) {
            return Datestamp.fault(value);
        }
    },
    SET("set") {
        @Override
        @Nullable
        String fault(String value) {
            return SetSpec.parse(value).isPresent() ? null : "is no setSpec; ListSets names those that exist";
        }
    },
    RESUMPTION_TOKEN("resumptionToken") {
        @Override
        @Nullable
        String fault(String value) {
            return null;
        }
    };

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.!~*'()\\-]+");
    private static final Pattern ESCAPED_IN_URIS = Pattern.compile("[^\\x21-\\x7E]|[\"<>\\\\^`{|}]");

    private final String spelling;

    Argument(String spelling) {
        this.spelling = spelling;
    }

    /** The name as requests have it; case matters. */
    public String spelling() {
        return spelling;
    }

    /** The argument of a name; empty for {@code verb} and for names that the protocol does not know. */
    public static Optional<Argument> find(String name) {
        for (Argument argument : values()) {
            if (argument.spelling.equals(name)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /**
     * What is wrong with a value that is not empty, as the end of a sentence, or null. A value without fault can be an
     * attribute of the {@code request} element.
     */
    abstract @Nullable String fault(String value);

    /** Whether the text is a URI reference once what {@code xs:anyURI} lets through is escaped (XML Schema part 2, 3.2.17). */
    private static boolean isUri(String text) {
        try {
            new URI(ESCAPED_IN_URIS.matcher(text).replaceAll(found -> escape(found.group())));
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%')
                    .append(Character.forDigit((each >> 4) & 15, 16))
                    .append(Character.forDigit(each & 15, 16));
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return spelling;
    }
}
