package org.acervo.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** How former addresses of publications are compared: without scheme, fragment, capitals of the host and last slash. */
public final class FormerAddress {

    private FormerAddress() {}

    /** What an address is found by: with its host, and by its path alone. None where it cannot be told from others. */
    public static List<String> keys(String address) {
        try {
            URI uri = new URI(address);
            String host = uri.getRawAuthority();
            String path = uri.getRawPath();
            if (host == null || path == null) {
                return List.of();
            }
            String all = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
            String key = key(all);
            return key.equals("/") || key.isEmpty() ? List.of() : List.of(key(host, all), key);
        } catch (URISyntaxException malformed) {
            return List.of();
        }
    }

    /** @param path with its query, if any */
    public static String key(String host, String path) {
        return "//" + host.toLowerCase(Locale.ROOT) + key(path);
    }

    /** The key of a path on any host. */
    public static String key(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
