package org.acervo.format;

import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of a publication, bare, as {@link IdentifierScheme} keeps them.
 *
 * @param scheme null where none is known
 * @param value of an ISBN its digits alone
 * @param hasForm whether the value has the form of its scheme
 * @param valid whether, beyond that, the check digit of an ISBN or ISSN is right
 */
public record Identifier(@Nullable IdentifierScheme scheme, String value, boolean hasForm, boolean valid) {

    private static final String HEX = "0123456789ABCDEF";

    public static Identifier of(Statement statement) {
        IdentifierScheme scheme =
                IdentifierScheme.of(statement.qualifier(Qualifier.SCHEME)).orElse(null);
        String value = statement.value();
        if (scheme == null) {
            return new Identifier(null, value, false, false);
        }
        boolean hasForm = scheme.hasForm(value);
        boolean valid = hasForm && scheme.hasCheckDigit(value);
        boolean isbn = hasForm && scheme == IdentifierScheme.ISBN;
        return new Identifier(scheme, isbn ? value.replace("-", "") : value, hasForm, valid);
    }

    /** A URI that stands for it everywhere, or null where it has none. */
    public @Nullable String uri() {
        if (scheme == null || !hasForm) {
            return null;
        }
        return switch (scheme) {
            case DOI -> "https://doi.org/" + encoded();
            case HANDLE -> "https://hdl.handle.net/" + encoded();
            case ISBN -> "urn:isbn:" + value;
            case ISSN -> "urn:issn:" + value;
            case URL -> value;
            case SYMBOL -> null;
        };
    }

    /** RFC 3986 section 2.1, for what a DOI or a handle may hold and a URI may not. */
    private String encoded() {
        StringBuilder out = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || "\"#%<>?[\\]^`{|}".indexOf(c) >= 0) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
