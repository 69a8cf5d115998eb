package org.acervo.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schemes of identifiers. Values are kept bare: a DOI as {@code 10.1234/abc}, a handle as {@code 20.500/12}, an ISBN
 * or ISSN as its digits with hyphens, without {@code https://doi.org/}, {@code urn:isbn:} and the like.
 */
public enum IdentifierScheme {
    DOI(
            "(?:https?://(?:www\\.|dx\\.)?doi\\.org/|info:doi/|(?:urn:)?doi(?:\\.org/|[:\\s]+))(?=10\\.)",
            "10\\.[0-9]{4,9}(?:\\.[0-9]+)*/\\S+"),
    ISBN(
            "(?:urn:)?e?-?isbn(?:-?1[03](?=[:\\s]))?[:\\s]*(?=[0-9])",
            "[0-9](?:-?[0-9]){8}-?[0-9X]|97[89](?:-?[0-9]){10}"),
    ISSN("(?:urn:)?[ep]?-?issn(?:-l)?[:\\s]*(?=[0-9])", "[0-9]{4}-?[0-9]{3}[0-9X]"),
    HANDLE(
            "(?:https?://(?:www\\.)?hdl\\.handle\\.net/|info:hdl/|(?:urn:)?(?:hdl|handle)[:\\s]+)(?=[0-9])",
            "[0-9]+(?:\\.[0-9A-Za-z]+)*/\\S+"),
    SYMBOL(null, null),
    URL(null, null);

    private static final List<String> CODES =
            Arrays.stream(values()).map(IdentifierScheme::code).toList();
    private static final Pattern HYPHENS = Pattern.compile("[\\s\\u00A0\\u00AD\\u2010-\\u2015\\u2212-]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9-]+[0-9Xx]");
    private static final Pattern BARE_ISBN = Pattern.compile("97[89](?:-?[0-9]){10}");

    private final @Nullable Pattern prefix;
    private final @Nullable Pattern form;

    IdentifierScheme(@Nullable String prefix, @Nullable String form) {
        this.prefix = prefix == null ? null : Pattern.compile(prefix, Pattern.CASE_INSENSITIVE);
        this.form = form == null ? null : Pattern.compile(form);
    }

    /** The code used in documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scheme of a code. */
    public static Optional<IdentifierScheme> of(@Nullable String code) {
        for (IdentifierScheme scheme : values()) {
            if (scheme.code().equals(code)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /** Every code. */
    public static List<String> codes() {
        return CODES;
    }

    /** The scheme that an identifier shows by its form, or null where it could be anything. */
    static @Nullable IdentifierScheme detect(String identifier) {
        if (identifier.length() > Element.IDENTIFIER.longest()) {
            return null;
        }
        for (IdentifierScheme scheme : values()) {
            if (scheme.prefix != null && scheme.prefix.matcher(identifier).lookingAt()) {
                return scheme;
            }
        }
        if (identifier.startsWith("10.") && DOI.hasForm(identifier)) {
            return DOI;
        }
        if (identifier.startsWith("97")
                && BARE_ISBN.matcher(hyphenated(identifier)).matches()) {
            return ISBN;
        }
        return WebAddress.isHttp(WebAddress.encoded(identifier)) ? URL : null;
    }

    /** The identifier as it is kept: without a prefix that only repeats the scheme. */
    String bare(String identifier) {
        String rest = identifier;
        if (prefix != null) {
            // What follows a prefix is a digit, so that a second one is never left
            Matcher matcher = prefix.matcher(identifier);
            rest = matcher.lookingAt() ? identifier.substring(matcher.end()) : identifier;
        }
        return switch (this) {
            case ISBN, ISSN -> hyphenated(rest);
            case URL -> WebAddress.encoded(rest);
            case DOI, HANDLE, SYMBOL -> rest;
        };
    }

    /** Whether a bare identifier has the form that the scheme asks for; check digits are another matter. */
    public boolean hasForm(String identifier) {
        if (this == URL) {
            return WebAddress.isHttp(identifier);
        }
        return form == null || form.matcher(identifier).matches();
    }

    /** Whether the check digit of a bare identifier that has the form is right; most schemes have none. */
    public boolean hasCheckDigit(String identifier) {
        return switch (this) {
            case ISBN -> identifier.equals(CheckDigit.ofIsbn(identifier));
            case ISSN -> identifier.equals(CheckDigit.ofIssn(identifier));
            case DOI, HANDLE, SYMBOL, URL -> true;
        };
    }

    /** Digits with any dashes or spaces between them, written with hyphens; other text as it is. */
    private static String hyphenated(String number) {
        String hyphenated = HYPHENS.matcher(number).replaceAll("-");
        return DIGITS.matcher(hyphenated).matches() ? hyphenated.toUpperCase(Locale.ROOT) : number;
    }
}
