package org.acervo.deposit.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * The address that a webhook calls: https with a host and no user, without a fragment.
 *
 * @param host a name or a literal address, without brackets
 * @param path with the query, in ASCII, as the first line of a request has it
 */
record Target(boolean tls, String host, int port, String path) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Whom a call may reach.
     *
     * @param privateToo whether any address will do, and http on this machine itself
     */
    record Reach(boolean privateToo) {

        /** Whether a call may go there; one without TLS never leaves the machine. */
        boolean allows(Target target, InetAddress address) {
            return target.tls() ? privateToo || PublicAddress.isPublic(address) : address.isLoopbackAddress();
        }

        boolean allowsAll(Target target, List<InetAddress> addresses) {
            return addresses.stream().allMatch(each -> allows(target, each));
        }

        /** Reads a URL; empty where it is none that could ever be called. */
        Optional<Target> parse(String url) {
            return Target.parse(url).filter(target -> target.tls() || privateToo);
        }
    }

    private static Optional<Target> parse(String url) {
        URI uri;
        try {
            uri = new URI(new URI(url).toASCIIString());
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        boolean isUsable = (tls || "http".equalsIgnoreCase(uri.getScheme()))
                && host != null
                && host.indexOf('%') < 0
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= 65_535;
        if (!isUsable || host == null) {
            return Optional.empty();
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return Optional.of(new Target(
                tls,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() > 0 ? uri.getPort() : tls ? HTTPS : HTTP,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
    }

    /** The value of the header Host. */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (tls ? HTTPS : HTTP) ? name : name + ":" + port;
    }
}
