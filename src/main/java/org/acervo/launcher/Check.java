package org.acervo.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What values a setting takes.
 *
 * @param expected completes the sentence “expected …”
 * @param accepts whether a value, never blank, is one
 */
record Check(String expected, Predicate<String> accepts) {
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern DOI_PREFIX = Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*(?:/\\S*)?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern CLAIM = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/-]{0,99}");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,8}[KMG]");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z][A-Za-z0-9-]*)+");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");
    private static final Pattern NETWORK = Pattern.compile("[0-9A-Fa-f.:]+(/[0-9]{1,3})?");

    static Check anything() {
        return new Check("a text", value -> true);
    }

    static Check number(int least, int most) {
        return new Check("a number from %d to %d".formatted(least, most), value -> isNumber(value, least, most));
    }

    static Check truth() {
        return new Check("true or false", value -> value.equals("true") || value.equals("false"));
    }

    static Check size() {
        return new Check(
                "a size as 512K, 256M or 4G", value -> SIZE.matcher(value).matches());
    }

    static Check email() {
        return new Check("an e-mail address", value -> EMAIL.matcher(value).matches());
    }

    /** A domain name as {@code oai:} identifiers carry it, by section 2.1 of the OAI identifier guidelines. */
    static Check domain() {
        return new Check(
                "a domain name with a dot", value -> DOMAIN.matcher(value).matches());
    }

    static Check url() {
        return new Check("a URL that starts with http:// or https://", Check::isWebUrl);
    }

    /** A URL to which paths can be added. */
    static Check baseUrl() {
        return new Check(
                "a URL that starts with http:// or https:// and has no ? and no #",
                value -> isWebUrl(value) && !value.contains("?") && !value.contains("#"));
    }

    /** The identifier of an OpenID provider (OpenID Connect Core 1.0 section 2), which on this machine may do without TLS. */
    static Check issuer() {
        return new Check(
                "the issuer of an OpenID provider, a URL that starts with https:// and has no ? and no #",
                value -> baseUrl().accepts().test(value)
                        && value.length() <= 500
                        && (value.startsWith("https://")
                                || LOOPBACK.contains(URI.create(value).getHost())));
    }

    /** The name of a claim in a token. */
    static Check claim() {
        return new Check("the name of a claim, such as email or preferred_username", value -> CLAIM.matcher(value)
                .matches());
    }

    static Check jdbcUrl() {
        return new Check("a URL that starts with jdbc:mariadb:", value -> value.startsWith("jdbc:mariadb:"));
    }

    /** A key of 256 bits. */
    static Check key() {
        return new Check("32 bytes in base64, as of openssl rand -base64 32", value -> KEY.matcher(value)
                .matches());
    }

    /** The beginning of DOIs, {@code 10.1234} or with a part of the suffix {@code 10.1234/library.}. */
    static Check doiPrefix() {
        return new Check(
                "the beginning of a DOI such as 10.1234 or 10.1234/library.",
                value -> DOI_PREFIX.matcher(value).matches());
    }

    /** Addresses as {@code 10.0.0.1} or networks as {@code 10.0.0.0/8}. */
    static Check network() {
        return new Check(
                "an IP address or network", value -> NETWORK.matcher(value).matches());
    }

    /** Several of these, with spaces between them. */
    Check spaced() {
        return new Check(
                "a list, with spaces between, each " + expected,
                value -> Pattern.compile("\\s+").splitAsStream(value.strip()).allMatch(accepts));
    }

    private static boolean isNumber(String value, int least, int most) {
        if (!value.matches("[0-9]{1,9}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return least <= number && number <= most;
    }

    private static boolean isWebUrl(String value) {
        try {
            URI uri = new URI(value);
            return uri.getScheme() != null && WEB.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }
}
