package org.acervo.catalog;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Addresses on the web: absolute http and https URIs (RFC 3986). */
final class WebAddress {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private WebAddress() {}

    /** Whether the text is an http or https URI with a host, in ASCII; {@link URI#create} reads it then. */
    static boolean isHttp(String text) {
        int start = hostStart(text);
        if (start < 0 || start == text.length() || !isAscii(text, 0, text.length())) {
            return false;
        }
        try {
            URI uri = new URI(text);
            // The parser gives no host where the name has an underscore, which some hosts have
            String authority = uri.getRawAuthority();
            return uri.getHost() != null || (authority != null && authority.indexOf('_') > 0);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /**
     * The URI that an address stands for as browsers show it: letters beyond ASCII and blanks are percent-encoded
     * (RFC 3987 section 3.1), in the host by IDNA. Anything else is left as it is.
     */
    static String encoded(String text) {
        int start = hostStart(text);
        if (start < 0) {
            return text;
        }
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (isAscii(text, 0, text.length()) && text.indexOf(' ', end) < 0) {
            return text;
        }
        return text.substring(0, start) + host(text.substring(start, end)) + percentEncoded(text.substring(end));
    }

    private static int hostStart(String text) {
        if (text.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return text.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
    }

    private static String host(String authority) {
        if (isAscii(authority, 0, authority.length())) {
            return authority;
        }
        try {
            return IDN.toASCII(authority, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomainName) {
            return authority;
        }
    }

    private static String percentEncoded(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        path.codePoints().forEach(point -> {
            if (point > 0x20 && point < 0x80) {
                encoded.append((char) point);
            } else {
                for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEX.toHexDigits(octet));
                }
            }
        });
        return encoded.toString();
    }

    private static boolean isAscii(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
